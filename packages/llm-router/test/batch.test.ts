import type { BatchItem, BatchProgress, ChatRequest } from 'llm-router';
import {
  busy,
  collect,
  completionOf,
  createBench,
  createFakeBench,
  deploy,
  failureOf,
  idle,
  steady,
} from './support.ts';

/** A provider that takes as many milliseconds as the prompt says, and fails where it says so. */
function bench(config: Parameters<typeof createFakeBench>[1] = {}) {
  const made = createFakeBench(
    {
      a: {
        async chat({ messages }, { signal }) {
          const [word, ms] = String(messages[0]?.content).split(' ');
          await made.clock.sleep(Number(ms), signal);
          if (word === 'fail') throw Object.assign(new Error('bad prompt'), { status: 400 });
          return completionOf(`after ${ms}`);
        },
      },
    },
    {
      deployments: [
        {
          id: 'a',
          provider: 'a',
          model: 'm',
          price: { input: 1, output: 1 },
          limits: { maxConcurrent: 1000 },
        },
      ],
      ...config,
    },
  );
  return made;
}

const indexes = (items: readonly BatchItem[]) => items.map(({ index }) => index);

describe('a batch', () => {
  it('yields items as they finish, each with its place and its request', async () => {
    const { clock, router } = bench();
    const requests = ['wait 300', 'wait 100', 'wait 200'];
    const items = await clock.run(collect(router.batch(requests)));
    expect(indexes(items)).toEqual([1, 2, 0]);
    for (const item of items) {
      expect(item.request).toBe(requests[item.index]);
      expect(item.ok && item.result.text).toBe(`after ${requests[item.index]?.slice(5)}`);
    }
  });

  it('goes on when one item fails', async () => {
    const { clock, router } = bench();
    const items = await clock.run(collect(router.batch(['wait 100', 'fail 50', 'wait 10'])));
    expect(indexes(items)).toEqual([2, 1, 0]);
    const failed = items.find(({ ok }) => !ok);
    expect(failed).toMatchObject({ index: 1, request: 'fail 50', ok: false });
    expect(failed?.ok === false && failed.error.code).toBe('invalid_request');
    expect(failed?.ok === false && failed.error.ledger?.attempts).toHaveLength(1);
  });

  it('takes what is no request at all for a failed item', async () => {
    const { clock, router } = bench();
    const odd: readonly unknown[] = ['wait 1', '', null, { messages: [] }];
    const items = await clock.run(collect(router.batch(odd as readonly ChatRequest[])));
    expect(items).toHaveLength(4);
    expect(items.filter(({ ok }) => !ok).map(({ index }) => index)).toEqual([1, 2, 3]);
    for (const item of items) if (!item.ok) expect(item.error.code).toBe('invalid_request');
  });

  it('ends at the first failure where it is told to, and stops the rest', async () => {
    const { clock, router, callsOf } = bench();
    const items: BatchItem[] = [];
    const read = async () => {
      const requests = ['wait 100', 'fail 200', 'wait 9000', 'wait 9000'];
      for await (const item of router.batch(requests, { continueOnError: false })) items.push(item);
    };
    const error = await clock.run(failureOf(read()));
    expect(error.code).toBe('invalid_request');
    expect(indexes(items)).toEqual([0, 1]);
    expect(clock.now()).toBe(1_000_200);
    await clock.advance(0);
    expect(callsOf('a').map(({ abortedAt }) => abortedAt)).toEqual([
      undefined,
      undefined,
      1_000_200,
      1_000_200,
    ]);
    expect(busy(router)).toEqual(idle);
  });

  it('of nothing ends at once', async () => {
    const { clock, router } = bench();
    expect(await clock.run(collect(router.batch([])))).toEqual([]);
  });

  it('keeps no more in progress than it is told', async () => {
    const { clock, router } = createBench([{ name: 'a' }], { deployments: [deploy('a')] });
    const requests = Array.from({ length: 40 }, (_, index) => `Pier ${index}`);
    let most = 0;
    router.on('attempt-started', () => {
      most = Math.max(most, router.status().requests.running);
    });
    const items = await clock.run(collect(router.batch(requests, { concurrency: 7 })));
    expect(items).toHaveLength(40);
    expect(most).toBe(7);
  });

  it('waits for its limits as long as it takes', async () => {
    const { clock, router } = createBench([{ name: 'a', latency: steady }], {
      deployments: [deploy('a', { limits: { requestsPerMinute: 1 } })],
    });
    const items = await clock.run(collect(router.batch(['one', 'two', ...Array(18).fill('more')])));
    expect(items.every(({ ok }) => ok)).toBe(true);
    expect(clock.now()).toBeGreaterThan(1_000_000 + 18 * 60_000);
  });

  it('hands the options of a call on to each item', async () => {
    const { clock, router } = bench();
    const seen: unknown[] = [];
    router.on('request-ended', ({ ledger }) => seen.push([ledger.tenant, ledger.metadata]));
    const options = { tenant: 'night', metadata: { job: '7' }, timeoutMs: 150 };
    const items = await clock.run(collect(router.batch(['wait 10', 'wait 500'], options)));
    expect(items.map(({ ok }) => ok)).toEqual([true, false]);
    expect(seen).toEqual([
      ['night', { job: '7' }],
      ['night', { job: '7' }],
    ]);
  });
});

describe('the source of a batch', () => {
  it('may be an async iterable', async () => {
    const { clock, router } = bench();
    async function* source() {
      yield 'wait 50';
      await clock.sleep(10);
      yield 'wait 10';
    }
    expect(indexes(await clock.run(collect(router.batch(source()))))).toEqual([1, 0]);
  });

  it('does not hold back what has finished while it has nothing to give', async () => {
    const { clock, router } = bench();
    const start = clock.now();
    const seen: [number, number][] = [];
    async function* source() {
      yield 'wait 50';
      yield 'wait 100';
      await clock.sleep(10_000);
      yield 'wait 10';
    }
    const read = async () => {
      for await (const { index } of router.batch(source())) seen.push([index, clock.now() - start]);
    };
    await clock.run(read());
    expect(seen).toEqual([
      [0, 50],
      [1, 100],
      [2, 10_010],
    ]);
  });

  it('may wait for an answer before it gives the next request', async () => {
    const { clock, router } = bench();
    let answered = () => {};
    async function* source() {
      yield 'wait 10';
      await new Promise<void>((resolve) => {
        answered = resolve;
      });
      yield 'wait 20';
    }
    const items: number[] = [];
    const read = async () => {
      for await (const { index } of router.batch(source())) {
        items.push(index);
        answered();
      }
    };
    await clock.run(read());
    expect(items).toEqual([0, 1]);
  });

  it('is read no further than the reader of the batch has come', async () => {
    const { clock, router } = bench();
    let given = 0;
    function* source() {
      for (; given < 1000; given++) yield 'wait 1';
    }
    const read = async () => {
      let taken = 0;
      for await (const _item of router.batch(source(), { concurrency: 10 })) {
        taken += 1;
        await clock.sleep(100);
        expect(given).toBeLessThanOrEqual(taken + 11);
        if (taken === 50) break;
      }
    };
    await clock.run(read());
    expect(given).toBeLessThan(70);
  });

  it('is told when the reader leaves', async () => {
    const { clock, router, callsOf } = bench();
    let closed = false;
    function* source() {
      try {
        yield 'wait 10';
        for (;;) yield 'wait 5000';
      } finally {
        closed = true;
      }
    }
    const read = async () => {
      for await (const _item of router.batch(source(), { concurrency: 3 })) break;
    };
    await clock.run(read());
    expect(closed).toBe(true);
    await clock.advance(0);
    expect(callsOf('a').filter(({ abortedAt }) => abortedAt === 1_000_010)).toHaveLength(2);
    expect(busy(router)).toEqual(idle);
  });

  it('that is stuck does not keep the reader from leaving', async () => {
    const { clock, router } = bench();
    async function* source() {
      yield 'wait 10';
      await clock.sleep(Number.POSITIVE_INFINITY);
    }
    const read = async () => {
      for await (const _item of router.batch(source())) break;
      return 'left';
    };
    expect(await clock.run(read())).toBe('left');
  });

  it('that throws ends the batch, once what it gave before is answered: it is paid for', async () => {
    const { clock, router } = bench();
    const bug = new Error('the file broke off');
    async function* source() {
      yield 'wait 100';
      yield 'wait 9000';
      await clock.sleep(500);
      throw bug;
    }
    const items: BatchItem[] = [];
    const read = async () => {
      for await (const item of router.batch(source())) items.push(item);
    };
    const error = await clock.run(failureOf(read()));
    expect(indexes(items)).toEqual([0, 1]);
    expect(error).toMatchObject({ code: 'invalid_request', cause: bug });
    expect(error.message).toContain('the file broke off');
    expect(busy(router)).toEqual(idle);
  });
});

describe('the progress of a batch', () => {
  it('counts, and tells speed, money and the time that is left', async () => {
    const { clock, router } = bench();
    const seen: BatchProgress[] = [];
    const requests = ['wait 1000', 'fail 2000', 'wait 4000', 'wait 8000'];
    const onProgress = (progress: BatchProgress) => seen.push(progress);
    await clock.run(collect(router.batch(requests, { onProgress })));
    expect(seen.map(({ completed, failed, percent }) => [completed, failed, percent])).toEqual([
      [1, 0, 25],
      [2, 1, 50],
      [3, 1, 75],
      [4, 1, 100],
    ]);
    expect(seen.map(({ requestsPerSecond }) => requestsPerSecond)).toEqual([1, 1, 0.75, 0.5]);
    expect(seen.map(({ etaSeconds }) => etaSeconds)).toEqual([3, 2, 4 / 3, 0]);
    expect(seen.map(({ cost }) => cost.nanoUsd)).toEqual([15_000, 15_000, 30_000, 45_000]);
    expect(new Set(seen.map(({ total }) => total))).toEqual(new Set([4]));
  });

  it('knows no total until a stream of requests has ended', async () => {
    const { clock, router } = bench();
    async function* source() {
      yield 'wait 10';
      await clock.sleep(100);
      yield 'wait 10';
    }
    const seen: BatchProgress[] = [];
    const onProgress = (progress: BatchProgress) => seen.push(progress);
    await clock.run(collect(router.batch(source(), { onProgress })));
    expect(seen[0]).toMatchObject({ total: undefined, percent: undefined, etaSeconds: undefined });
    expect(seen[1]).toMatchObject({ total: 2, percent: 100, etaSeconds: 0 });
  });

  it('counts the money of failed items too', async () => {
    const { clock, router } = bench();
    const seen: BatchProgress[] = [];
    const onProgress = (progress: BatchProgress) => seen.push(progress);
    const options = { onProgress, timeoutMs: 500 };
    await clock.run(collect(router.batch(['wait 100', 'wait 5000'], options)));
    expect(seen.map(({ failed }) => failed)).toEqual([0, 1]);
    expect(seen[1]?.cost.exactness).toBe('estimated');
    expect(seen[1]?.cost.nanoUsd).toBeGreaterThan(seen[0]?.cost.nanoUsd ?? 0);
    expect(seen[1]?.cost).toEqual(router.status().cost);
  });

  it('whose listener throws does not stop the batch', async () => {
    const { clock, router } = bench();
    const onProgress = () => {
      throw new Error('a bug of the progress bar');
    };
    expect(
      await clock.run(collect(router.batch(['wait 1', 'wait 2'], { onProgress }))),
    ).toHaveLength(2);
  });
});

describe('the signal of a batch', () => {
  it('aborts what runs, starts nothing more, and ends the batch with aborted', async () => {
    const { clock, router, callsOf } = bench();
    const controller = new AbortController();
    const requests = ['wait 100', 'wait 5000', 'wait 5000', 'wait 5000'];
    const items: BatchItem[] = [];
    const read = async () => {
      const options = { concurrency: 2, signal: controller.signal };
      for await (const item of router.batch(requests, options)) items.push(item);
    };
    const ended = failureOf(read());
    await clock.advance(1000);
    const reason = new Error('the night is over');
    controller.abort(reason);
    expect(await clock.run(ended)).toMatchObject({ code: 'aborted', cause: reason });
    expect(items.map((item) => (item.ok ? 'ok' : item.error.code))).toEqual([
      'ok',
      'aborted',
      'aborted',
    ]);
    expect(callsOf('a')).toHaveLength(3);
    expect(busy(router)).toEqual(idle);
  });

  it('that has aborted before sends nothing', async () => {
    const { clock, router, callsOf } = bench();
    const batch = router.batch(['wait 1', 'wait 2'], { signal: AbortSignal.abort() });
    expect((await clock.run(failureOf(collect(batch)))).code).toBe('aborted');
    expect(callsOf('a')).toHaveLength(0);
  });

  it('ends a batch whose source never ends', async () => {
    const { clock, router } = bench();
    const controller = new AbortController();
    function* source() {
      for (;;) yield 'wait 100';
    }
    let count = 0;
    const read = async () => {
      const options = { concurrency: 5, signal: controller.signal };
      for await (const _item of router.batch(source(), options)) {
        count += 1;
        if (count === 10) controller.abort();
        if (count > 1000) throw new Error('it goes on for ever');
      }
    };
    expect((await clock.run(failureOf(read()))).code).toBe('aborted');
    expect(count).toBeLessThan(30);
    expect(busy(router)).toEqual(idle);
  });

  it('ends a batch whose source is stuck', async () => {
    const { clock, router } = bench();
    const controller = new AbortController();
    async function* source() {
      yield 'wait 10';
      await clock.sleep(Number.POSITIVE_INFINITY);
    }
    const items: BatchItem[] = [];
    const read = async () => {
      for await (const item of router.batch(source(), { signal: controller.signal })) {
        items.push(item);
      }
    };
    const ended = failureOf(read());
    await clock.advance(1000);
    expect(indexes(items)).toEqual([0]);
    controller.abort();
    expect((await clock.run(ended)).code).toBe('aborted');
  });
});

describe('the options of a batch', () => {
  it.each([
    ['concurrency', 0],
    ['concurrency', Number.NaN],
    ['concurrency', '5'],
    ['onProgress', 'yes'],
    ['continueOnError', 'no'],
    ['timeoutMs', Number.NaN],
    ['maxAttempts', 0],
  ])('are checked before anything is sent: %s = %p', async (name, value) => {
    const { clock, router, callsOf } = bench();
    const error = await clock.run(
      failureOf(collect(router.batch(['wait 1'], { [name]: value } as object))),
    );
    expect(error.code).toBe('invalid_config');
    expect(error.message).toContain(name);
    expect(callsOf('a')).toHaveLength(0);
  });

  it('name the batch where the requests are no list', async () => {
    const { clock, router } = bench();
    const odd: readonly unknown[] = [undefined, null, 5, {}];
    for (const requests of odd) {
      const error = await clock.run(
        failureOf(collect(router.batch(requests as readonly string[]))),
      );
      expect(error.code).toBe('invalid_request');
      expect(error.message).toMatch(/requests/);
    }
  });

  it('take a plain prompt for what it is, not for a list of letters', async () => {
    const { clock, router } = bench();
    const error = await clock.run(failureOf(collect(router.batch('wait 1'))));
    expect(error.code).toBe('invalid_request');
    expect(error.message).toMatch(/list/);
  });
});
