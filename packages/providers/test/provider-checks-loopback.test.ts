import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProvider, providerChecks } from '../src/index.ts';
import {
  asksForStream,
  chatWire,
  geminiWire,
  key,
  messagesWire,
  type Script,
  type ServerName,
  scriptOf,
  trialsWith,
} from './trial-scripts.ts';

/** These tests talk to a server of their own on 127.0.0.1, with the real `fetch` and the real clock. */
describe.each([chatWire, messagesWire, geminiWire])('over a real socket, $name', (wire) => {
  let server: Server;
  let host: string;
  let requests = 0;
  let open = 0;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      requests += 1;
      open += 1;
      response.on('close', () => {
        open -= 1;
      });
      let body = '';
      for await (const piece of request) body += piece;
      const { url = '' } = request;
      const [, name] = url.split('/');
      play(scriptOf(wire, name as ServerName, asksForStream(url, JSON.parse(body))), response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const trials = trialsWith((name) => () => ({
    provider: createProvider(wire.name, { apiKey: key, baseUrl: `${host}/${name}` }),
    requests: () => requests,
    open: () => open,
  }));
  for (const { name, run } of providerChecks(trials, { secrets: [key] })) it(name, run);
});

function play({ status, headers, pieces, ending }: Script, response: ServerResponse): void {
  if (pieces.length === 0) return;
  response.writeHead(status, headers);
  for (const piece of pieces) response.write(piece);
  if (ending === 'end') response.end();
  // What was written has to leave first.
  if (ending === 'cut') response.write('', () => response.destroy());
}
