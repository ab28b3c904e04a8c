import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { invalidConfig, readHeaders } from '@llm-router/core';
import type { Receive } from './receive.ts';
import type { Reply } from './wire.ts';

/** A server that listens. */
export interface Listening {
  /** For example `http://127.0.0.1:40123`, without a path. */
  readonly url: string;
  /** Breaks what is under way and stops listening. */
  close(): Promise<void>;
}

/** No honest prompt is longer; what is gets a 413. */
const maxBodyBytes = 64 * 1024 * 1024;

/** Serves over HTTP on 127.0.0.1; port 0 takes a free one. */
export async function listenHttp(receive: Receive, port: number): Promise<Listening> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw invalidConfig('listen: port', port, 'a whole number from 0 to 65535');
  }
  const server = createServer((request, response) => {
    serve(receive, request, response).catch(() => {
      // A broken answer is a broken connection, with the RST that clients report as ECONNRESET.
      request.socket.resetAndDestroy();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  receive: Receive,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('The client closed the connection.'));
  });
  const body = await readBody(request);
  if (body === undefined) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const reply = await receive({
    method: request.method ?? 'GET',
    path: (request.url ?? '/').replace(/\?.*$/s, ''),
    headers: readHeaders(request.headers),
    body,
    signal: gone.signal,
  });
  await write(reply, response, gone.signal);
}

async function write(reply: Reply, response: ServerResponse, gone: AbortSignal): Promise<void> {
  response.writeHead(reply.status, reply.headers);
  if (typeof reply.body === 'string' || reply.body instanceof Uint8Array) {
    response.end(reply.body);
    return;
  }
  response.flushHeaders();
  for await (const chunk of reply.body) {
    if (!response.write(chunk)) await once(response, 'drain', { signal: gone });
  }
  response.end();
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest of an endless body is read and forgotten: a 413 needs a connection that still stands.
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes > maxBodyBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}
