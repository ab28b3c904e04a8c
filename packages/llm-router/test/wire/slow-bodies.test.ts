import { createFakeBench } from '../support.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** A body that comes piece by piece, and then hangs or ends. */
function bodyOf(pieces: readonly string[], end: 'hangs' | 'ends') {
  const left = [...pieces];
  const seen: { cancelled?: unknown } = {};
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(encode(piece));
      else if (end === 'ends') controller.close();
      else return new Promise(() => {});
      return undefined;
    },
    cancel(reason) {
      seen.cancelled = reason ?? 'without a reason';
    },
  });
  return { body, seen };
}

const chat = '/v1/chat/completions';
const start = '{"messages":[{"role":"user",';
const rest = '"content":"x"}]}';

describe('a body that never comes', () => {
  it.each([
    ['in the time of the router', {}, 8000],
    ['in the time of the call', { 'x-llm-router-timeout-ms': '2500' }, 2500],
  ])('is a 408 %s', async (_, headers, expectedMs) => {
    const { clock, router } = createFakeBench({ a: {} }, { timeouts: { totalMs: 8000 } });
    const { body, seen } = bodyOf([start], 'hangs');
    const startedAt = clock.now();
    const answer = await clock.run(
      router.fetch(chat, { method: 'POST', body, headers, duplex: 'half' }),
    );
    expect(clock.now() - startedAt).toBe(expectedMs);
    expect(answer.status).toBe(408);
    expect(answer.headers.get('x-should-retry')).toBe('false');
    const { error } = (await answer.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('request_timeout');
    expect(error.message).toMatch(new RegExp(`body .* within ${expectedMs} ms`));
    expect(seen.cancelled).toBeDefined();
    expect(router.status().requests).toEqual({ running: 0, succeeded: 0, failed: 0 });
  });

  it("is Anthropic's own error on its wire, and OpenAI's for an embedding", async () => {
    const { clock, router } = createFakeBench({ a: {} }, { timeouts: { totalMs: 1000 } });
    const post = (path: string) =>
      clock.run(
        router.fetch(path, { method: 'POST', body: bodyOf([], 'hangs').body, duplex: 'half' }),
      );
    const message = await post('/v1/messages');
    expect(message.status).toBe(408);
    expect(await message.json()).toMatchObject({ type: 'error', error: { type: 'timeout_error' } });
    const embedding = await post('/v1/embeddings');
    expect(embedding.status).toBe(408);
    expect(await embedding.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('is left by an abort, with the reason of the signal', async () => {
    const { clock, router } = createFakeBench({ a: {} });
    const leaving = new AbortController();
    const { body, seen } = bodyOf([start], 'hangs');
    const { signal } = leaving;
    const asked = router.fetch(chat, { method: 'POST', body, signal, duplex: 'half' });
    const failed = expect(asked).rejects.toThrow('gone home');
    await clock.advance(10);
    leaving.abort(new Error('gone home'));
    await failed;
    expect(seen.cancelled).toBeDefined();
  });

  it('is refused where the router closes meanwhile', async () => {
    const { clock, router } = createFakeBench({ a: {} });
    const { body, seen } = bodyOf([start], 'hangs');
    const asked = router.fetch(chat, { method: 'POST', body, duplex: 'half' });
    await clock.advance(10);
    await router.close();
    expect((await asked).status).toBe(503);
    expect(seen.cancelled).toBeDefined();
  });
});

it('the time that a body takes is part of the time of its call', async () => {
  const { clock, router } = createFakeBench(
    { a: { chat: () => new Promise(() => {}) } },
    { timeouts: { totalMs: 8000 } },
  );
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encode(start));
      await clock.sleep(3000);
      controller.enqueue(encode(rest));
      controller.close();
    },
  });
  const startedAt = clock.now();
  const answer = await clock.run(router.fetch(chat, { method: 'POST', body, duplex: 'half' }));
  expect(answer.status).toBe(504);
  expect(clock.now() - startedAt).toBe(8000);
});

it('a body that is too large or that breaks is let go of at once', async () => {
  const { clock, router } = createFakeBench({ a: {} }, { wire: { maxBodyBytes: 20 } });
  const { body, seen } = bodyOf([start], 'hangs');
  const answer = await clock.run(router.fetch(chat, { method: 'POST', body, duplex: 'half' }));
  expect(answer.status).toBe(413);
  expect(seen.cancelled).toBeDefined();
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new Error('the line is dead')),
  });
  const second = await clock.run(
    router.fetch(chat, { method: 'POST', body: broken, duplex: 'half' }),
  );
  expect(second.status).toBe(400);
  expect(await second.json()).toMatchObject({
    error: { message: expect.stringMatching(/broke off/) },
  });
});
