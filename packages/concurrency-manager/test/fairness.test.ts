import type { AcquireOptions, Target } from '@llm-router/core';
import { ask, type Bench, createBench, hold } from './support/bench.ts';

/** Clients that ask again as soon as they are through, for ever. */
function keepBusy(
  bench: Bench,
  clients: number,
  key: string | readonly Target[],
  options: AcquireOptions = {},
  holdMs = 10,
): { served: number } {
  const count = { served: 0 };
  const client = async () => {
    for (;;) {
      await hold(bench, key, holdMs, options);
      count.served += 1;
    }
  };
  for (let index = 0; index < clients; index++) void client();
  return count;
}

describe('order', () => {
  /** Holds the only slot, lets everybody queue, and lets go of it again and again. */
  async function orderOf(
    asks: readonly (AcquireOptions & { readonly name: string })[],
    options: { weights?: Record<string, number>; grantsPerOldest?: number } = {},
  ): Promise<readonly string[]> {
    const bench = createBench({ ...options, limits: { k: { maxConcurrent: 1 } } });
    const order: string[] = [];
    const holder = await bench.manager.acquire('k');
    const asked = asks.map((call) => ask(bench, 'k', { ...call, order }));
    await bench.settle();
    holder.release();
    for (let count = 0; count < asks.length; count++) {
      await bench.settle();
      for (const { lease } of asked) lease?.release();
    }
    return order;
  }

  test('equals are served in the order of their arrival', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `${index}`);
    expect(await orderOf(names.map((name) => ({ name })))).toEqual(names);
  });

  test('a higher priority goes first, equals by arrival', async () => {
    const order = await orderOf([
      { name: 'low', priority: -1 },
      { name: 'normal' },
      { name: 'high', priority: 5 },
      { name: 'normal too', priority: 0 },
      { name: 'high too', priority: 5 },
    ]);
    expect(order).toEqual(['high', 'high too', 'normal', 'normal too', 'low']);
  });

  test('every few grants whoever has waited longest goes first, whatever its priority', async () => {
    const order = await orderOf(
      [
        { name: 'old', priority: -9 },
        ...Array.from({ length: 9 }, (_, index) => ({ name: `${index}`, priority: 9 })),
      ],
      { grantsPerOldest: 3 },
    );
    expect(order.indexOf('old')).toBe(3);
  });

  test('tenants take turns, one with many waiting does not stand before one with few', async () => {
    const crowd = Array.from({ length: 1000 }, (_, index) => ({
      name: `${index}`,
      tenant: 'crowd',
    }));
    const order = await orderOf([...crowd, { name: 'alone', tenant: 'alone' }], {
      grantsPerOldest: 1_000_000,
    });
    expect(order.indexOf('alone')).toBeLessThanOrEqual(1);
  });

  test.each(['constructor', '__proto__', 'toString', 'valueOf'])(
    'a tenant called %j is a tenant like any other',
    async (tenant) => {
      const asks = ['a', 'b', 'c'].flatMap((name) => [
        { name: `odd ${name}`, tenant },
        { name: `even ${name}`, tenant: 'even' },
      ]);
      const order = await orderOf([...asks].reverse());
      expect(order.map((name) => name.split(' ')[0])).toEqual(
        order[0]?.startsWith('odd')
          ? ['odd', 'even', 'odd', 'even', 'odd', 'even']
          : ['even', 'odd', 'even', 'odd', 'even', 'odd'],
      );
    },
  );

  test('weights give shares of the turns', async () => {
    const bench = createBench({
      limits: { k: { maxConcurrent: 4 } },
      weights: { gold: 3, silver: 2 },
    });
    const tenants = ['gold', 'silver', 'bronze'] as const;
    const counts = tenants.map((tenant) => keepBusy(bench, 30, 'k', { tenant }));
    await bench.clock.advance(15_000);
    const total = counts.reduce((sum, { served }) => sum + served, 0);
    expect(total).toBeGreaterThan(5900);
    const shares = counts.map(({ served }) => served / total);
    expect(shares[0]).toBeCloseTo(3 / 6, 1);
    expect(shares[1]).toBeCloseTo(2 / 6, 1);
    expect(shares[2]).toBeCloseTo(1 / 6, 1);
    for (const [index, weight] of [3, 2, 1].entries()) {
      expect(Math.abs((shares[index] ?? 0) - weight / 6)).toBeLessThan(0.03);
    }
  });

  test('a tenant that was away has saved up no turns', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    keepBusy(bench, 20, 'k', { tenant: 'steady' });
    await bench.clock.advance(10_000);
    const late = keepBusy(bench, 20, 'k', { tenant: 'late' });
    await bench.clock.advance(1000);
    expect(late.served).toBeLessThanOrEqual(55);
    expect(late.served).toBeGreaterThanOrEqual(45);
  });
});

describe('nobody starves', () => {
  /** How long one request waits while others keep everything busy. */
  async function waitOf(
    bench: Bench,
    key: string | readonly Target[],
    options: AcquireOptions,
    withinMs: number,
  ): Promise<number> {
    await bench.clock.advance(200);
    const start = bench.clock.now();
    const asked = ask(bench, key, options);
    await bench.clock.advance(withinMs);
    return (asked.at ?? Number.POSITIVE_INFINITY) - start;
  }

  test('a low priority under endless high priority', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    keepBusy(bench, 5, 'k', { priority: 100 });
    // Those before it are five high ones, and then it is the oldest within eight grants.
    expect(await waitOf(bench, 'k', { priority: -100 }, 1000)).toBeLessThanOrEqual(200);
  });

  test('a large need under endless small ones, of any priority', async () => {
    for (const priority of [0, 100]) {
      const bench = createBench({
        limits: { k: { tokensPerMinute: 60_000, burst: { tokens: 6000 } } },
      });
      keepBusy(bench, 50, 'k', { need: { inputTokens: 50 }, priority });
      // The bucket fills in 6 seconds.
      const waitedMs = await waitOf(bench, 'k', { need: { inputTokens: 6000 } }, 30_000);
      expect(waitedMs).toBeLessThanOrEqual(9000);
    }
  });

  test('a large need of a bucket that several kinds of requests share', async () => {
    const bench = createBench({
      limits: { shared: { tokensPerMinute: 60_000, burst: { tokens: 6000 } } },
    });
    for (const key of ['a', 'b', 'c']) {
      keepBusy(bench, 20, [{ key, pools: ['shared'] }], { need: { inputTokens: 50 }, priority: 3 });
    }
    const large = { need: { inputTokens: 6000 } };
    expect(
      await waitOf(bench, [{ key: 'd', pools: ['shared'] }], large, 30_000),
    ).toBeLessThanOrEqual(12_000);
  });

  test('a request for one target under endless ones that take any of several', async () => {
    const bench = createBench({ limits: { a: { maxConcurrent: 1 }, b: { maxConcurrent: 1 } } });
    keepBusy(bench, 10, [{ key: 'a' }, { key: 'b' }], { priority: 5 });
    keepBusy(bench, 10, [{ key: 'b' }, { key: 'a' }], { priority: 5 });
    expect(await waitOf(bench, 'b', {}, 2000)).toBeLessThanOrEqual(300);
  });

  test('a request for any of several under endless ones for each of them', async () => {
    const bench = createBench({ limits: { a: { maxConcurrent: 1 }, b: { maxConcurrent: 1 } } });
    keepBusy(bench, 10, 'a', { priority: 5 });
    keepBusy(bench, 10, 'b', { priority: 5 });
    expect(await waitOf(bench, [{ key: 'a' }, { key: 'b' }], {}, 2000)).toBeLessThanOrEqual(300);
  });

  test('a request for two keys together, whose users take turns so that both are never free', async () => {
    for (const holdMs of [10, 4000]) {
      const bench = createBench({ limits: { a: { maxConcurrent: 1 }, b: { maxConcurrent: 1 } } });
      keepBusy(bench, 3, 'a', {}, holdMs);
      await bench.clock.advance(holdMs / 2);
      keepBusy(bench, 3, 'b', {}, holdMs);
      const both = [{ key: 'a', pools: ['b'] }];
      expect(await waitOf(bench, both, {}, 100 * holdMs)).toBeLessThanOrEqual(20 * holdMs);
    }
  });

  test('a large need of two buckets, each of which endless small ones keep empty', async () => {
    const limits = { tokensPerMinute: 60_000, burst: { tokens: 6000 } };
    const bench = createBench({ limits: { a: limits, b: limits } });
    keepBusy(bench, 20, 'a', { need: { inputTokens: 50 } });
    keepBusy(bench, 20, 'b', { need: { inputTokens: 70 } });
    const waitedMs = await waitOf(
      bench,
      [{ key: 'a', pools: ['b'] }],
      { need: { inputTokens: 5500 } },
      120_000,
    );
    expect(waitedMs).toBeLessThanOrEqual(30_000);
  });

  test('a low priority on one key while whoever waits longest waits for a key that is blocked', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    bench.manager.block('blocked', bench.clock.now() + 3_600_000, 'an hour');
    for (let count = 0; count < 20; count++) ask(bench, 'blocked');
    keepBusy(bench, 5, 'k', { priority: 9 });
    expect(await waitOf(bench, 'k', {}, 2000)).toBeLessThanOrEqual(300);
  });

  test('anybody, in a random crowd of priorities, tenants, needs and targets', async () => {
    const bench = createBench({
      limits: {
        a: { maxConcurrent: 2 },
        b: { requestsPerMinute: 6000, burst: 5 },
        shared: { tokensPerMinute: 600_000, burst: { tokens: 3000 } },
      },
    });
    const kinds: readonly (readonly Target[])[] = [
      [{ key: 'a' }],
      [{ key: 'b', pools: ['shared'] }],
      [{ key: 'a', pools: ['shared'] }, { key: 'b' }],
      [
        { key: 'b', rank: 1 },
        { key: 'a', rank: 0 },
      ],
    ];
    const counts = kinds.flatMap((targets, kind) =>
      [0, 3, 9].flatMap((priority) =>
        ['x', 'y'].map((tenant) =>
          keepBusy(bench, 4, targets, {
            priority,
            tenant,
            need: { inputTokens: 100 + 900 * (kind % 3) },
          }),
        ),
      ),
    );
    await bench.clock.advance(30_000);
    for (const { served } of counts) expect(served).toBeGreaterThanOrEqual(2);
  }, 60_000);
});

test('what nobody could use is not kept from those who can', async () => {
  const bench = createBench({ limits: { a: { maxConcurrent: 1 }, b: { tokensPerMinute: 100 } } });
  await bench.manager.acquire('a');
  ask(bench, 'a');
  // Too large for b for ever, so it waits for a.
  const large = ask(bench, [{ key: 'a' }, { key: 'b' }], { need: { inputTokens: 1000 } });
  const small = ask(bench, 'b', { need: { inputTokens: 10 } });
  await bench.settle();
  expect(small.lease?.key).toBe('b');
  expect(large.error).toBeUndefined();
});

test('one blocked key with a long line keeps no shared pool from the others', async () => {
  const bench = createBench({ limits: { router: { maxConcurrent: 1 }, slow: {}, quick: {} } });
  bench.manager.block('slow', bench.clock.now() + 30_000, 'half a minute');
  for (let count = 0; count < 30; count++) ask(bench, [{ key: 'slow', pools: ['router'] }]);
  const quick = keepBusy(bench, 5, [{ key: 'quick', pools: ['router'] }]);
  await bench.clock.advance(29_000);
  expect(quick.served).toBeGreaterThan(2800);
});
