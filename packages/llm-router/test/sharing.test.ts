import type { Limits } from '@llm-router/core';
import type { ChatResult } from 'llm-router';
import { busy, countBy, createBench, deploy, idle, steady } from './support.ts';

const models = [
  { name: 'a', latency: steady },
  { name: 'b', latency: steady },
];

/** The most starts within any window of that length. */
function densest(starts: readonly number[], windowMs: number): number {
  return Math.max(
    0,
    ...starts.map((from) => starts.filter((at) => at >= from && at < from + windowMs).length),
  );
}

const limits: Limits = { requestsPerMinute: 60, burst: 5 };

describe('a pool', () => {
  it('limits its deployments together', async () => {
    const { clock, router, hits } = createBench(models, {
      strategy: 'loadbalance',
      deployments: [deploy('a', { pool: 'account' }), deploy('b', { pool: 'account' })],
      pools: { account: limits },
    });
    const asks = Array.from({ length: 20 }, () => router.chat('Hello'));
    const results = await clock.run(Promise.all(asks));
    expect(Object.keys(countBy(results, ({ deployment }) => deployment)).sort()).toEqual([
      'a',
      'b',
    ]);
    const starts = hits().map(({ at }) => at);
    expect(densest(starts, 1000)).toBe(5);
    expect(Math.max(...starts) - Math.min(...starts)).toBeCloseTo(15_000, -2);
    expect(results.at(-1)?.ledger.waits[0]?.limitedBy).toContain('account');
    expect(busy(router)).toEqual(idle);
  });

  it('stands beside the own limits of a deployment: the tighter one holds', async () => {
    const { clock, router, hits } = createBench(models, {
      deployments: [deploy('a', { pool: 'account', limits: { maxConcurrent: 1 } }), deploy('b')],
      pools: { account: { maxConcurrent: 3 } },
    });
    await clock.run(Promise.all(Array.from({ length: 10 }, () => router.chat('Hello'))));
    expect(Math.max(...hits('a').map(({ inFlightAtStart }) => inFlightAtStart))).toBe(0);
  });

  it('is stopped as a whole by a 429 that one of its deployments met', async () => {
    const limited = { requests: { burst: 1, perSecond: 0.01 } };
    const { clock, router, hits } = createBench(
      [{ name: 'a', latency: steady, limits: limited }, ...models.slice(1), { name: 'c' }],
      {
        deployments: [
          deploy('a', { pool: 'account' }),
          deploy('b', { pool: 'account' }),
          deploy('c'),
        ],
        pools: { account: { maxConcurrent: 100 } },
      },
    );
    await clock.run(router.chat('one'));
    const { deployment } = await clock.run(router.chat('two'));
    expect(deployment).toBe('c');
    expect(hits('b')).toEqual([]);
  });
});

describe('limits of the whole router', () => {
  it('hold over all deployments', async () => {
    const { clock, router, hits } = createBench(models, {
      strategy: 'loadbalance',
      deployments: [deploy('a'), deploy('b')],
      limits: { maxConcurrent: 3 },
    });
    await clock.run(Promise.all(Array.from({ length: 30 }, () => router.chat('Hello'))));
    const ends = hits().flatMap(({ at, endedAt = at }) => [
      [at, 1],
      [endedAt, -1],
    ]) as [number, number][];
    ends.sort(([a, one], [b, other]) => a - b || one - other);
    let running = 0;
    let most = 0;
    for (const [, change] of ends) {
      running += change;
      most = Math.max(most, running);
    }
    expect(most).toBe(3);
  });

  it("are the router's own even where a deployment is called 'router'", async () => {
    const { clock, router, hits } = createBench([{ name: 'router', latency: steady }], {
      deployments: [deploy('router', { limits: { maxConcurrent: 2 } })],
      limits: { maxConcurrent: 10 },
    });
    await clock.run(Promise.all(Array.from({ length: 6 }, () => router.chat('Hello'))));
    expect(Math.max(...hits().map(({ inFlightAtStart }) => inFlightAtStart))).toBe(1);
  });
});

describe('tenants', () => {
  const queueOf = async (
    tenants: Record<string, { weight?: number; limits?: Limits }>,
    counts: Record<string, number>,
  ) => {
    const bench = createBench([{ name: 'a', latency: steady }], {
      deployments: [deploy('a', { limits: { maxConcurrent: 1 } })],
      tenants,
    });
    const order: string[] = [];
    const asks: Promise<ChatResult>[] = [];
    for (const [tenant, count] of Object.entries(counts)) {
      for (let index = 0; index < count; index++) {
        const ask = bench.router.chat('Hello', { tenant });
        ask.then(() => order.push(tenant));
        asks.push(ask);
      }
    }
    await bench.clock.run(Promise.all(asks));
    return { ...bench, order };
  };

  it('take turns: who sends a hundred requests does not starve who sends ten', async () => {
    const { order } = await queueOf({}, { loud: 100, quiet: 10 });
    const lastQuiet = order.lastIndexOf('quiet');
    expect(lastQuiet).toBeLessThan(30);
  });

  it('get shares in proportion to their weights', async () => {
    const { order } = await queueOf(
      { gold: { weight: 3 }, iron: { weight: 1 } },
      { iron: 60, gold: 60 },
    );
    const early = countBy(order.slice(0, 60), (tenant) => tenant);
    expect(early['gold']).toBeGreaterThan(2 * (early['iron'] ?? 0));
    expect(early['iron']).toBeGreaterThanOrEqual(10);
  });

  it('have limits of their own that do not touch the others', async () => {
    const { clock, router } = createBench(models, {
      deployments: [deploy('a')],
      tenants: { trial: { limits: { requestsPerMinute: 1 } } },
    });
    await clock.run(router.chat('one', { tenant: 'trial' }));
    const waiting = router.chat('two', { tenant: 'trial' });
    const other = await clock.run(router.chat('three', { tenant: 'paying' }));
    expect(other.latencyMs).toBe(100);
    const second = await clock.run(waiting);
    expect(second.ledger.tenant).toBe('trial');
    expect(second.ledger.waits[0]?.forMs).toBeGreaterThan(59_000);
    expect(second.ledger.waits[0]?.limitedBy).toContain('trial');
  });

  it('may have names that JavaScript knows otherwise', async () => {
    const { order } = await queueOf(
      { constructor: { weight: 1 } },
      { constructor: 5, toString: 20, plain: 5 },
    );
    expect(order).toHaveLength(30);
    expect(order.lastIndexOf('plain')).toBeLessThan(24);
  });
});

describe('priority', () => {
  it('goes before arrival, and equals keep their order', async () => {
    const { clock, router } = createBench(models, {
      deployments: [deploy('a', { limits: { maxConcurrent: 1 } })],
    });
    const order: string[] = [];
    const ask = (name: string, priority?: number) =>
      router.chat(name, priority === undefined ? {} : { priority }).then(() => order.push(name));
    await clock.run(
      Promise.all([
        ask('first'),
        ask('plain 1'),
        ask('plain 2'),
        ask('low', -1),
        ask('high 1', 5),
        ask('high 2', 5),
      ]),
    );
    expect(order).toEqual(['first', 'high 1', 'high 2', 'plain 1', 'plain 2', 'low']);
  });
});
