import type { ChatCompletionChunk } from '@llm-router/core';
import {
  busy,
  chunkOf,
  completionOf,
  createFakeBench,
  failureOf,
  idle,
  record,
  type StreamStep,
} from './support.ts';

const long: readonly StreamStep[] = [
  chunkOf({ content: 'low ' }),
  { pauseMs: 50 },
  chunkOf({ content: 'tide' }),
  { pauseMs: 50 },
  chunkOf({ content: ' at noon' }),
  chunkOf({}, 'stop'),
];

/** Reads so many pieces and then holds the stream. */
async function hold(
  stream: AsyncIterable<ChatCompletionChunk>,
  pieces: number,
): Promise<AsyncIterator<ChatCompletionChunk>> {
  const reader = stream[Symbol.asyncIterator]();
  for (let piece = 0; piece < pieces; piece++) await reader.next();
  return reader;
}

describe('close({ withinMs })', () => {
  it('ends a stream that its reader holds, and settles it', async () => {
    const { clock, router, callsOf } = createFakeBench({ a: { stream: () => long } });
    const events = record(router);
    const stream = router.stream('x');
    const reader = await clock.run(hold(stream, 2));
    const startedAt = clock.now();
    await clock.run(router.close({ withinMs: 1000 }));
    expect(clock.now() - startedAt).toBe(1000);
    expect(busy(router)).toEqual(idle);
    expect(callsOf('a')[0]).toMatchObject({ stopped: true, abortedAt: clock.now() });
    const error = await failureOf(stream.result);
    expect(error).toMatchObject({ code: 'closed', partial: { text: 'low tide' } });
    expect(error.message).toMatch(/closed/);
    expect(error.ledger).toMatchObject({
      outcome: 'closed',
      attempts: [{ outcome: 'aborted', error: { message: 'The router was closed' } }],
    });
    expect(events.at(-1)).toMatchObject({ type: 'request-ended', ledger: { outcome: 'closed' } });
    expect(await failureOf(Promise.resolve(reader.next()))).toBe(error);
  });

  it('ends a stored answer that its reader holds', async () => {
    const { clock, router } = createFakeBench({ a: { stream: () => long } }, { cache: {} });
    await clock.run(router.stream('x').result);
    const stream = router.stream('x');
    const reader = await clock.run(hold(stream, 1));
    await clock.run(router.close({ withinMs: 1000 }));
    expect(busy(router)).toEqual(idle);
    const error = await failureOf(stream.result);
    expect(error).toMatchObject({ code: 'closed', ledger: { cache: 'hit', outcome: 'closed' } });
    expect(await failureOf(Promise.resolve(reader.next()))).toBe(error);
  });

  it.each([['without a signal'], ['with a signal']])(
    'ends calls on the wire and in the queue (%s)',
    async (how) => {
      const never = () => new Promise<never>(() => {});
      const { clock, router } = createFakeBench(
        { a: { chat: never } },
        { limits: { maxConcurrent: 1 } },
      );
      const { signal } = new AbortController();
      const options = how === 'with a signal' ? { signal } : {};
      const calls = [
        router.chat('on the wire', options),
        router.chat('in the queue', options),
        router.stream('in the queue too', options).result,
      ].map(failureOf);
      await clock.advance(10);
      expect(busy(router)).toEqual({ inFlight: 2, queued: 2, running: 3 });
      await clock.run(router.close({ withinMs: 500 }));
      expect(busy(router)).toEqual(idle);
      for (const error of await Promise.all(calls)) {
        expect(error).toMatchObject({ code: 'closed', ledger: { outcome: 'closed' } });
      }
    },
  );

  it('ends those who share an answer, and those who wait for a retry', async () => {
    const { clock, router } = createFakeBench(
      {
        a: {
          chat: async () => {
            throw Object.assign(new Error('busy'), { status: 503 });
          },
        },
      },
      { cache: {}, retry: { backoff: { baseMs: 60_000, jitter: 'none' } } },
    );
    const calls = [router.chat('same'), router.chat('same'), router.chat('other')].map(failureOf);
    await clock.advance(10);
    await clock.run(router.close({ withinMs: 500 }));
    const codes = (await Promise.all(calls)).map(({ code }) => code);
    expect(codes).toEqual(['closed', 'closed', 'closed']);
    expect(busy(router)).toEqual(idle);
  });

  it('does not wait for longer than what runs', async () => {
    const { clock, router } = createFakeBench({ a: { stream: () => long } });
    const { result } = router.stream('x');
    await clock.advance(10);
    const startedAt = clock.now();
    await clock.run(router.close({ withinMs: 60_000 }));
    expect(clock.now() - startedAt).toBeLessThan(200);
    expect((await result).text).toBe('low tide at noon');
  });

  it('hastens a close() that waits, and never slows one down', async () => {
    const { clock, router } = createFakeBench({ a: { stream: () => long } });
    await clock.run(hold(router.stream('x'), 1));
    const startedAt = clock.now();
    const closed = router.close();
    await clock.advance(5000);
    expect(busy(router).running).toBe(1);
    const hastened = router.close({ withinMs: 100 });
    void router.close({ withinMs: 90_000 });
    await clock.run(Promise.all([closed, hastened]));
    expect(clock.now() - startedAt).toBe(5100);
  });

  it('ends batches, item by item', async () => {
    const { clock, router } = createFakeBench({ a: { chat: () => new Promise(() => {}) } });
    const codes: string[] = [];
    const read = async () => {
      for await (const item of router.batch(['one', 'two'])) {
        codes.push(item.ok ? 'ok' : item.error.code);
      }
    };
    const reading = read();
    await clock.advance(10);
    await clock.run(Promise.all([router.close({ withinMs: 100 }), reading]));
    expect(codes).toEqual(['closed', 'closed']);
  });

  it('leaves the abort of a caller, and what has ended, as they are', async () => {
    const { clock, router } = createFakeBench({
      a: { chat: async () => completionOf('fine'), stream: () => long },
    });
    const leaving = new AbortController();
    const stream = router.stream('x', { signal: leaving.signal });
    await clock.run(hold(stream, 1));
    leaving.abort();
    const answer = await clock.run(router.chat('y'));
    await clock.run(router.close({ withinMs: 100 }));
    await clock.advance(1000);
    expect((await failureOf(stream.result)).code).toBe('aborted');
    expect(answer.ledger.outcome).toBe('ok');
  });

  it('answers over the wire that it is closed', async () => {
    const { clock, router } = createFakeBench({
      a: { chat: () => new Promise(() => {}), stream: () => long },
    });
    const post = (stream: boolean) =>
      router.fetch('/v1/chat/completions', {
        method: 'POST',
        body: JSON.stringify({ stream, messages: [{ role: 'user', content: 'x' }] }),
      });
    const whole = post(false);
    const streamed = await clock.run(post(true));
    await clock.run(router.close({ withinMs: 100 }));
    expect((await whole).status).toBe(503);
    expect(await streamed.text()).toContain('"code":"closed"');
  });

  it.each([[-1], [Number.NaN], ['soon']])('refuses %p', async (withinMs) => {
    const { router } = createFakeBench({ a: {} });
    const error = await failureOf(router.close({ withinMs: withinMs as number }));
    expect(error).toMatchObject({ code: 'invalid_config' });
    expect(error.message).toMatch(/close: withinMs is .*; expected a number of at least 0/);
    expect((await router.chat('still open')).text).toBe('fine');
  });
});

it('a stored answer that its reader holds ends at the deadline', async () => {
  const { clock, router } = createFakeBench({ a: { stream: () => long } }, { cache: {} });
  await clock.run(router.stream('x').result);
  const stream = router.stream('x', { timeoutMs: 5000 });
  await clock.run(hold(stream, 1));
  const startedAt = clock.now();
  await clock.run(router.close());
  expect(clock.now() - startedAt).toBeLessThanOrEqual(5000);
  expect((await failureOf(stream.result)).code).toBe('deadline_exceeded');
});
