import type { ChatCompletionChunk, ChatStream, Router } from 'llm-router';
import {
  busy,
  chunkOf,
  collect,
  createBench,
  createFakeBench,
  deploy,
  failureOf,
  idle,
  record,
  type StreamStep,
} from './support.ts';

const endless: readonly StreamStep[] = [
  chunkOf({ role: 'assistant', content: '' }),
  ...Array.from({ length: 500 }, () => [chunkOf({ content: 'wave ' }), { pauseMs: 100 }]).flat(),
];
const price = { input: 1, output: 2 };

function bench() {
  return createFakeBench(
    { a: { stream: () => endless } },
    {
      deployments: [
        { id: 'a', provider: 'a', model: 'm', price, limits: { tokensPerMinute: 600 } },
      ],
    },
  );
}

/** Reads some pieces and leaves the loop. */
async function taste(stream: ChatStream, pieces: number): Promise<ChatCompletionChunk[]> {
  const seen: ChatCompletionChunk[] = [];
  for await (const piece of stream) {
    seen.push(piece);
    if (seen.length === pieces) break;
  }
  return seen;
}

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => process.on('unhandledRejection', note));
afterAll(() => {
  process.off('unhandledRejection', note);
});
afterEach(async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled.splice(0)).toEqual([]);
});

describe('leaving the loop', () => {
  it('stops upstream, settles with an estimate, and is told only by the result', async () => {
    const { clock, router, callsOf } = bench();
    const stream = router.stream('Hello');
    await clock.run(taste(stream, 5));
    expect(callsOf('a')[0]).toMatchObject({ abortedAt: clock.now(), stopped: true });
    expect(busy(router)).toEqual(idle);
    const error = await failureOf(stream.result);
    expect(error.code).toBe('aborted');
    expect(error.partial?.text).toMatch(/^(wave ){4}$/);
    expect(error.ledger).toMatchObject({
      outcome: 'aborted',
      attempts: [{ outcome: 'aborted' }],
      cost: { exactness: 'estimated' },
    });
    const left = router.status().queue.limits['a']?.rules[0]?.available ?? 0;
    // 300 ms have brought three tokens back.
    expect(left).toBeCloseTo(600 - (error.partial?.usage?.totalTokens ?? 0) + 3, 0);
    expect(router.status().deployments[0]).toMatchObject({ failed: 0 });
  });

  it('by an error of the loop itself does the same, and the error comes through', async () => {
    const { clock, router, callsOf } = bench();
    const stream = router.stream('Hello');
    const bug = new Error('a bug of the reader');
    const read = async () => {
      for await (const _piece of stream) throw bug;
    };
    await expect(clock.run(read())).rejects.toBe(bug);
    expect(callsOf('a')[0]?.stopped).toBe(true);
    expect(busy(router)).toEqual(idle);
    expect((await failureOf(stream.result)).code).toBe('aborted');
  });

  it('of the text does the same', async () => {
    const { clock, router, callsOf } = bench();
    const stream = router.stream('Hello');
    const read = async () => {
      for await (const _text of stream.text()) break;
    };
    await clock.run(read());
    expect(callsOf('a')[0]?.stopped).toBe(true);
    expect(busy(router)).toEqual(idle);
  });

  it('before the first piece leaves no trace upstream', async () => {
    const { router, callsOf } = bench();
    const stream = router.stream('Hello');
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.return?.();
    expect(callsOf('a')).toHaveLength(0);
    expect((await failureOf(stream.result)).code).toBe('aborted');
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('frees the simulated slot at once', async () => {
    const { clock, router, hits } = createBench(
      [{ name: 'a', latency: { medianMs: 100, sigma: 0, betweenTokensMs: 50 } }],
      { deployments: [deploy('a', { limits: { maxConcurrent: 1 } })] },
    );
    await clock.run(taste(router.stream('Hello'), 4));
    await clock.advance(0);
    expect(hits()[0]).toMatchObject({ outcome: 'aborted' });
    expect((await clock.run(router.chat('Hello again'))).ledger.waits).toEqual([]);
  });

  it.each<[string, readonly StreamStep[], number]>([
    ['between contents', [chunkOf({ content: 'wave' }), 'stall'], 1],
    ['before the first content', ['stall'], 0],
  ])('while a piece is awaited stops upstream at once: %s', async (_, steps, pieces) => {
    const { clock, router, callsOf } = createFakeBench({ a: { stream: () => steps } });
    const stream = router.stream('Hello');
    const iterator = stream[Symbol.asyncIterator]();
    for (let piece = 0; piece < pieces; piece++) await clock.run(iterator.next());
    const pending = iterator.next();
    pending.catch(() => {});
    await clock.advance(1000);
    const start = clock.now();
    await clock.run(Promise.resolve(iterator.return?.()));
    expect(clock.now()).toBe(start);
    expect(callsOf('a')[0]).toMatchObject({ abortedAt: start });
    expect((await failureOf(stream.result)).code).toBe('aborted');
    await pending.catch(() => {});
    expect(busy(router)).toEqual(idle);
  });

  it('while the stream waits for its limits gives up the place in the queue', async () => {
    const { clock, router, callsOf } = createFakeBench(
      { a: { stream: () => endless } },
      {
        deployments: [{ id: 'a', provider: 'a', model: 'm', limits: { requestsPerMinute: 1 } }],
      },
    );
    await clock.run(taste(router.stream('one'), 1));
    const stream = router.stream('two');
    const iterator = stream[Symbol.asyncIterator]();
    iterator.next().catch(() => {});
    await clock.advance(1000);
    await clock.run(Promise.resolve(iterator.return?.()));
    expect(busy(router)).toEqual(idle);
    expect((await failureOf(stream.result)).code).toBe('aborted');
    expect(callsOf('a')).toHaveLength(1);
  });
});

describe("the caller's signal", () => {
  const start = (router: Router) => {
    const controller = new AbortController();
    return { controller, stream: router.stream('Hello', { signal: controller.signal }) };
  };

  it('before the start sends nothing', async () => {
    const { clock, router, callsOf } = bench();
    const stream = router.stream('Hello', { signal: AbortSignal.abort() });
    const error = await clock.run(failureOf(collect(stream)));
    expect(error.code).toBe('aborted');
    expect((await failureOf(stream.result)).code).toBe('aborted');
    expect(callsOf('a')).toHaveLength(0);
    expect(busy(router)).toEqual(idle);
  });

  it('during admission gives up the place in the queue', async () => {
    const { clock, router } = createFakeBench(
      { a: { stream: () => endless } },
      { deployments: [{ id: 'a', provider: 'a', model: 'm', limits: { requestsPerMinute: 1 } }] },
    );
    await clock.run(taste(router.stream('one'), 1));
    const { controller, stream } = start(router);
    const result = failureOf(stream.result);
    await clock.advance(1000);
    expect(busy(router).queued).toBe(1);
    controller.abort();
    expect((await clock.run(result)).code).toBe('aborted');
    expect(busy(router)).toEqual(idle);
  });

  it('before the first content stops upstream, and no other is asked', async () => {
    const { clock, router, callsOf } = createFakeBench({
      a: { stream: () => ['stall'] },
      b: { stream: () => endless },
    });
    const { controller, stream } = start(router);
    const result = failureOf(stream.result);
    await clock.advance(1000);
    controller.abort();
    const error = await clock.run(result);
    expect(error.code).toBe('aborted');
    expect(error.ledger?.attempts).toHaveLength(1);
    expect(callsOf('a')[0]).toMatchObject({ abortedAt: 1_001_000, stopped: true });
    expect(callsOf('b')).toHaveLength(0);
    expect(busy(router)).toEqual(idle);
  });

  it('in the middle ends the loop with what had arrived', async () => {
    const { clock, router, callsOf } = bench();
    const { controller, stream } = start(router);
    const seen: unknown[] = [];
    const reading = failureOf(
      (async () => {
        for await (const piece of stream) seen.push(piece);
      })(),
    );
    await clock.advance(1050);
    controller.abort();
    const error = await clock.run(reading);
    expect(error.code).toBe('aborted');
    expect(error.partial?.text).toBe('wave '.repeat(11));
    expect(callsOf('a')[0]).toMatchObject({ stopped: true, abortedAt: 1_001_050 });
    expect(await failureOf(stream.result)).toBe(error);
    expect(busy(router)).toEqual(idle);
  });

  it('in the middle, while nobody pulls, settles everything at once', async () => {
    const { clock, router, callsOf } = bench();
    const { controller, stream } = start(router);
    const events = record(router);
    const iterator = stream[Symbol.asyncIterator]();
    for (let piece = 0; piece < 3; piece++) await clock.run(iterator.next());
    await clock.advance(5000);
    controller.abort();
    await clock.advance(0);
    expect(callsOf('a')[0]).toMatchObject({ abortedAt: clock.now() });
    expect(busy(router)).toEqual(idle);
    const error = await clock.run(failureOf(stream.result));
    expect(error.code).toBe('aborted');
    expect(events.at(-1)).toMatchObject({ type: 'request-ended', ledger: { outcome: 'aborted' } });
    await clock.run(router.close());
    await clock.advance(60_000);
    expect(await failureOf(collect({ [Symbol.asyncIterator]: () => iterator }))).toBe(error);
    expect(events.filter(({ type }) => type === 'request-ended')).toHaveLength(1);
    expect(router.status().requests).toEqual({ running: 0, succeeded: 0, failed: 1 });
  });

  it('after the end changes nothing', async () => {
    const { clock, router } = createFakeBench({
      a: { stream: () => [chunkOf({ content: 'done' }), chunkOf({}, 'stop')] },
    });
    const { controller, stream } = start(router);
    await clock.run(collect(stream));
    controller.abort();
    expect((await stream.result).text).toBe('done');
    expect(router.status().requests).toEqual({ running: 0, succeeded: 1, failed: 0 });
  });
});

describe('a deadline', () => {
  it('in the middle, while nobody pulls, settles everything too', async () => {
    const { clock, router } = bench();
    const stream = router.stream('Hello', { timeoutMs: 5000 });
    const iterator = stream[Symbol.asyncIterator]();
    for (let piece = 0; piece < 3; piece++) await clock.run(iterator.next());
    await clock.advance(10_000);
    expect(busy(router)).toEqual(idle);
    const error = await clock.run(failureOf(stream.result));
    expect(error).toMatchObject({ code: 'stream_broken', category: 'timeout' });
    expect(error.ledger?.durationMs).toBe(5000);
  });
});
