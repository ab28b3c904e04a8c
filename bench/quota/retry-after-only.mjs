import { createServer } from 'node:http';

const kept = ['content-type', 'retry-after'];
const told = / Please try again in [^"]*\./;

/**
 * Serves a simulator over HTTP as a provider that tells no more than whole seconds on a 429: without
 * limit headers, `retry-after-ms`, or the wait in the words of the message.
 *
 * @param {import('../../packages/simulator/dist/index.js').Simulator} simulator
 * @returns {Promise<{ url: string }>}
 */
export function listenRetryAfterOnly(simulator) {
  const server = createServer(async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    const { method, headers } = request;
    const url = new URL(request.url, 'http://simulator');
    const options = { method, headers, body, signal: gone.signal };
    const answer = await simulator.fetch(url, options).catch(() => undefined);
    if (answer === undefined) return request.socket.destroy();
    const head = [...answer.headers].filter(([name]) => kept.includes(name));
    response.writeHead(answer.status, Object.fromEntries(head));
    response.end((await answer.text()).replace(told, ''));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${server.address().port}` }),
    );
  });
}
