import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProvider } from '../src/index.ts';
import { collect, failureOf, frame, request, sse } from './fake-server.ts';

/** These tests talk to a server of their own on 127.0.0.1, with the real `fetch`. */
describe('over a real socket', () => {
  let server: Server;
  let baseUrl: string;
  let connections: number;
  let answer: (response: ServerResponse) => void;

  beforeEach(async () => {
    connections = 0;
    server = createServer((_request, response) => answer(response));
    server.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const provider = () => createProvider('openai-compatible', { baseUrl });
  const begin = (response: ServerResponse, text: string) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text);
  };

  test('a consumer that leaves closes the socket', async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (response) => {
        begin(response, sse([frame({ content: 'a' })], false));
        response.on('close', resolve);
      };
    });
    for await (const _chunk of provider().stream(request)) break;
    await closed;
  });

  test('an abort closes the socket and throws', async () => {
    const abort = new AbortController();
    const closed = new Promise<void>((resolve) => {
      answer = (response) => {
        begin(response, sse([frame({ content: 'a' })], false));
        response.on('close', resolve);
      };
    });
    const stream = provider().stream(request, { signal: abort.signal });
    const reading = failureOf(
      (async () => {
        for await (const _chunk of stream) abort.abort();
      })(),
    );
    expect(await reading).toMatchObject({ code: 'aborted', category: 'aborted' });
    await closed;
  });

  test('a server that hangs up in the middle breaks the stream', async () => {
    answer = (response) => {
      begin(response, sse([frame({ content: 'a' })], false));
      setImmediate(() => response.destroy());
    };
    expect(await failureOf(collect(provider().stream(request)))).toMatchObject({
      code: 'stream_broken',
      category: 'network',
      retryable: true,
    });
  });

  test('a finished stream leaves its connection for the next request', async () => {
    answer = (response) => {
      begin(response, sse([frame({ content: 'a' }, 'stop')]));
      response.end();
    };
    for (let count = 0; count < 3; count++) {
      await collect(provider().stream(request));
      // The end of the body arrives a turn after [DONE].
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(connections).toBe(1);
  });

  test('nobody listening is a network error that keeps its cause', async () => {
    await new Promise((resolve) => server.close(resolve));
    const failure = await failureOf(provider().chat(request));
    expect(failure).toMatchObject({ category: 'network', retryable: true });
    expect(failure).toHaveProperty('cause.cause.code', 'ECONNREFUSED');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});
