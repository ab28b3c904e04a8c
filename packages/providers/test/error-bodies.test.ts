import { createVirtualClock } from '@llm-router/core';
import { createProvider, isProviderError } from '../src/index.ts';
import { collect, failureOf, fakeServer, pieces, request } from './fake-server.ts';

const refused = { status: 429, headers: { 'retry-after': '7', 'x-request-id': 'req-4' } };
const half = '{"error":{"message":"Slow down, please.","code":"rate_limit_exceeded"}';

/** A refusal whose body hangs after these parts. */
function before(parts: readonly string[]) {
  const clock = createVirtualClock();
  const body = pieces(parts, { hang: true });
  const server = fakeServer(() => new Response(body.response.body, refused));
  const provider = createProvider('openai', { apiKey: 'sk-harbour', fetch: server.fetch, clock });
  return { clock, body, provider };
}

describe('an error whose body hangs', () => {
  test.each(['chat', 'stream', 'models'] as const)(
    'keeps its status, headers and wait, and what has come within three seconds: %s',
    async (kind) => {
      const { clock, body, provider } = before([half]);
      const calls = {
        chat: () => provider.chat(request),
        stream: () => collect(provider.stream(request)),
        models: async () => provider.models?.(),
      };
      const startedAt = clock.now();
      const failure = await clock.run(failureOf(calls[kind]()));
      expect(clock.now() - startedAt).toBe(3000);
      expect(failure).toMatchObject({
        code: 'all_failed',
        category: 'rate_limit',
        status: 429,
        requestId: 'req-4',
        retryAfterMs: 7000,
        body: half,
      });
      expect(String(failure)).toContain('Slow down, please');
      expect(body.cancelled()).toBe(true);
    },
  );

  test('is the same without any of it', async () => {
    const { clock, provider } = before([]);
    const failure = await clock.run(failureOf(provider.chat(request)));
    expect(failure).toMatchObject({ category: 'rate_limit', status: 429, retryAfterMs: 7000 });
  });

  test('is not waited for once the caller has left', async () => {
    const { clock, body, provider } = before([half]);
    const abort = new AbortController();
    const work = failureOf(provider.chat(request, { signal: abort.signal }));
    await clock.advance(1000);
    abort.abort();
    const failure = await work;
    if (!isProviderError(failure)) throw new Error(`not a ProviderError: ${failure}`);
    expect(failure).toMatchObject({ code: 'aborted', category: 'aborted' });
    expect(body.cancelled()).toBe(true);
  });
});

test('the body of an error that drips without end is read for three seconds in all', async () => {
  const clock = createVirtualClock();
  const drip = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await clock.sleep(400);
      controller.enqueue(new TextEncoder().encode('z'));
    },
  });
  const server = fakeServer(() => new Response(drip, { status: 503 }));
  const provider = createProvider('ollama', { fetch: server.fetch, clock });
  const startedAt = clock.now();
  const failure = await clock.run(failureOf(provider.chat(request)));
  expect(failure).toMatchObject({ status: 503, body: 'zzzzzzz' });
  expect(clock.now() - startedAt).toBe(3000);
});

test('the body of an error that comes at once is not waited for', async () => {
  const clock = createVirtualClock();
  const server = fakeServer(() => new Response(`${half}}`, refused));
  const provider = createProvider('ollama', { fetch: server.fetch, clock });
  expect(await failureOf(provider.chat(request))).toMatchObject({ category: 'rate_limit' });
  expect(clock.now()).toBe(createVirtualClock().now());
});
