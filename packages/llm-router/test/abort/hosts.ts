import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';

/** How far an answer goes before the host falls silent. */
export const silences = ['no headers', 'headers', 'half an answer', 'endless stream'] as const;
export type Silence = (typeof silences)[number];

/** A request that has reached the host. */
export interface Arrival {
  /** When its connection closed, by `performance.now`. */
  readonly closed: Promise<number>;
}

/** A host that never comes to an end of an answer: its model's name says where it falls silent. */
export interface SilentHost {
  readonly url: string;
  /** Requests so far. */
  readonly arrivals: number;
  /** The next request that arrives. */
  next(): Promise<Arrival>;
  close(): Promise<void>;
}

export async function createSilentHost(): Promise<SilentHost> {
  let arrivals = 0;
  let onArrival: ((arrival: Arrival) => void) | undefined;
  const server = createHttpServer(async (request, response) => {
    const closed = once(response, 'close').then(() => performance.now());
    const pieces: Buffer[] = [];
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const { model } = JSON.parse(Buffer.concat(pieces).toString()) as { model: Silence };
    arrivals += 1;
    begin(response, model);
    onArrival?.({ closed });
  });
  const url = `http://${await listen(server)}/v1`;
  return {
    url,
    get arrivals() {
      return arrivals;
    },
    next: () =>
      new Promise((resolve) => {
        onArrival = resolve;
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function begin(response: ServerResponse, silence: Silence): void {
  if (silence === 'no headers') return;
  const type = silence === 'half an answer' ? 'application/json' : 'text/event-stream';
  response.writeHead(200, { 'content-type': type });
  response.flushHeaders();
  if (silence === 'half an answer') response.write('{"id":"1","object":"chat.comp');
  if (silence !== 'endless stream') return;
  const choices = [{ index: 0, delta: { content: 'tide ' }, finish_reason: null }];
  const frame = `data: ${JSON.stringify({ id: '1', model: silence, choices })}\n\n`;
  response.write(frame);
  const writing = setInterval(() => response.write(frame), 5);
  response.once('close', () => clearInterval(writing));
}

/** A host that takes connections and then says nothing, so that a secure one is never made. */
export interface SilentPort {
  readonly url: string;
  readonly connections: number;
  /** Connections that stand. */
  readonly open: number;
  /** Waits for the next connection. */
  next(): Promise<void>;
  close(): Promise<void>;
}

export async function createSilentPort(): Promise<SilentPort> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createTcpServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.resume();
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  const url = `https://${await listen(server)}/v1`;
  return {
    url,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    async next() {
      await once(server, 'connection');
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `127.0.0.1:${port}`;
}
