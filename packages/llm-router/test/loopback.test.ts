import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator } from '@llm-router/simulator';
import { createRouter } from 'llm-router';
import { busy, deploy, failureOf, idle } from './support.ts';

/** Real HTTP on 127.0.0.1 and real time: what virtual time cannot show is a socket that closes. */

async function eventually(isTrue: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 5000;
  while (!isTrue()) {
    if (Date.now() > giveUpAt) throw new Error('it did not come true within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('over real sockets', () => {
  const latency = { medianMs: 20, sigma: 0, betweenTokensMs: 20 };
  const simulator = createSimulator({
    models: [
      { name: 'a', latency, outputTokens: { min: 200, max: 200 } },
      { name: 'slow', latency: { medianMs: 30_000, sigma: 0 } },
    ],
  });
  let listening: Awaited<ReturnType<typeof simulator.listen>>;
  const routerFor = (model: string) =>
    createRouter({ deployments: [deploy(model, { baseUrl: `${listening.url}/v1` })] });
  const outcomes = () => simulator.hits().map(({ outcome }) => outcome);

  beforeAll(async () => {
    listening = await simulator.listen();
  });
  afterAll(() => listening.close());

  it('a reader who leaves a stream closes the connection upstream', async () => {
    const router = routerFor('a');
    let pieces = 0;
    for await (const _piece of router.stream('Hello')) {
      pieces += 1;
      if (pieces === 5) break;
    }
    await eventually(() => outcomes().at(-1) === 'aborted');
    expect(simulator.hits().at(-1)?.outputTokens).toBeLessThan(50);
    expect(busy(router)).toEqual(idle);
  });

  it('a caller who aborts a chat closes the connection upstream', async () => {
    const router = routerFor('slow');
    const controller = new AbortController();
    const running = failureOf(router.chat('Hello', { signal: controller.signal }));
    await eventually(() => outcomes().at(-1) === 'pending');
    controller.abort();
    expect((await running).code).toBe('aborted');
    await eventually(() => outcomes().at(-1) === 'aborted');
    expect(busy(router)).toEqual(idle);
  });
});

describe('a server that breaks the connection', () => {
  let server: Server;
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('in the middle of a stream leaves the reader with what had arrived', async () => {
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const choices = [{ index: 0, delta: { content: 'The tide ' }, finish_reason: null }];
      response.write(`data: ${JSON.stringify({ id: 'x', model: 'm', choices })}\n\n`);
      setTimeout(() => response.destroy(), 20);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const router = createRouter({
      deployments: [deploy('m', { baseUrl: `http://127.0.0.1:${port}/v1` })],
    });
    const error = await failureOf(router.stream('Hello').result);
    expect(error).toMatchObject({
      code: 'stream_broken',
      category: 'network',
      partial: { text: 'The tide ' },
    });
    expect(busy(router)).toEqual(idle);
  });
});
