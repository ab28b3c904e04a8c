import type { SimulatorOptions } from '@llm-router/simulator';
import type { RouterConfig } from 'llm-router';
import { busy, countBy, createBench, deploy, idle, steady } from './support.ts';

const price = { input: 0.2, output: 0.8 };

const threeModels: SimulatorOptions['models'] = [
  { name: 'requests', limits: { requests: { burst: 10, perSecond: 5 } }, price },
  {
    name: 'tokens',
    limits: { tokens: { burst: 3000, perSecond: 500 }, countsOutput: 'produced' },
    outputTokens: { min: 20, max: 60 },
    price,
  },
  { name: 'slots', limits: { maxConcurrent: 2 }, price },
];

const told: RouterConfig['deployments'] = [
  deploy('requests', { price, limits: { requestsPerMinute: 300, burst: 10 } }),
  deploy('tokens', { price, limits: { tokensPerMinute: 30_000, burst: { tokens: 3000 } } }),
  deploy('slots', { price, limits: { maxConcurrent: 2 } }),
];

const prompt = (index: number) =>
  `Count the lanterns of pier ${index}: ${'oar '.repeat(index % 40)}`;

describe('a hundred requests at once over three models of different limits', () => {
  const run = async (strategy: 'fallback' | 'loadbalance', seed: number) => {
    const bench = createBench(threeModels, { strategy, deployments: told }, { seed });
    const asks = Array.from({ length: 100 }, (_, index) => bench.router.chat(prompt(index)));
    const results = await bench.clock.run(Promise.all(asks));
    return { ...bench, results };
  };

  it.each([
    ['fallback', 3],
    ['fallback', 4],
    ['loadbalance', 3],
    ['loadbalance', 4],
  ] as const)('are all answered without a single 429 (%s, seed %i)', async (strategy, seed) => {
    const { results, hits, router } = await run(strategy, seed);
    expect(results.every(({ text }) => text.length > 0)).toBe(true);
    expect(countBy(hits(), ({ outcome }) => outcome)).toEqual({ ok: 100 });
    const served = countBy(results, ({ deployment }) => deployment);
    expect(Object.keys(served).sort()).toEqual(['requests', 'slots', 'tokens']);
    expect(busy(router)).toEqual(idle);
  });

  it('agree with the record of the other side on who served what, and for how much', async () => {
    const { results, hits, router } = await run('loadbalance', 5);
    const counted = countBy(hits(), ({ model }) => model);
    expect(countBy(results, ({ deployment }) => deployment)).toEqual(counted);
    const billed = hits().reduce((sum, { nanoUsd }) => sum + (nanoUsd ?? Number.NaN), 0);
    const paid = results.reduce((sum, { cost }) => sum + (cost.nanoUsd ?? Number.NaN), 0);
    expect(paid).toBe(billed);
    expect(router.status().cost).toEqual({ nanoUsd: billed, exactness: 'priced' });
    expect(router.status().requests).toEqual({ running: 0, succeeded: 100, failed: 0 });
  });

  it('wait in the ledger for as long as they waited', async () => {
    const { results } = await run('fallback', 6);
    const waited = results.filter(({ ledger }) => ledger.waits.length > 0);
    expect(waited.length).toBeGreaterThan(20);
    for (const { ledger, latencyMs } of waited) {
      const [wait] = ledger.waits;
      const [attempt] = ledger.attempts;
      expect(ledger.waits).toHaveLength(1);
      expect(wait?.limitedBy).toMatch(/requests|tokens|slots/);
      expect((wait?.forMs ?? 0) + (attempt?.durationMs ?? 0)).toBeCloseTo(latencyMs, 2);
      expect(attempt?.startedAt).toBeCloseTo(ledger.at + (wait?.forMs ?? 0), 2);
    }
  });
});

describe('limits that nobody told', () => {
  it('are learned: a hundred at once are all answered, within the budget of attempts', async () => {
    const deployments = threeModels.map(({ name }) => deploy(name));
    const { clock, router, hits } = createBench(threeModels, {
      strategy: 'loadbalance',
      deployments,
    });
    const learned: string[] = [];
    router.on('limit-learned', ({ key }) => learned.push(key));
    const asks = Array.from({ length: 100 }, (_, index) => router.chat(prompt(index)));
    const results = await clock.run(Promise.all(asks));
    expect(results).toHaveLength(100);
    expect(new Set(results.map(({ deployment }) => deployment)).size).toBeGreaterThan(1);
    expect(learned).toContain('requests');
    expect(Math.max(...results.map(({ ledger }) => ledger.attempts.length))).toBeLessThanOrEqual(6);
    expect(hits()).toHaveLength(
      results.reduce((sum, { ledger }) => sum + ledger.attempts.length, 0),
    );
    expect(busy(router)).toEqual(idle);
  });
});

describe('a first model whose quota is used up', () => {
  const dead = {
    name: 'dead',
    faults: [{ kind: 'quota-exhausted', delayMs: 50 }],
  } as const;
  const others = [
    { name: 'second', latency: steady },
    { name: 'third', latency: steady },
  ];
  const run = async (limits: RouterConfig['limits']) => {
    const deployments = [
      deploy('dead', { ...(limits && { limits }) }),
      deploy('second', { limits: { maxConcurrent: 8 } }),
      deploy('third', { limits: { maxConcurrent: 8 } }),
    ];
    const bench = createBench([dead, ...others], { deployments });
    const asks = Array.from({ length: 100 }, (_, index) => bench.router.chat(prompt(index)));
    return { ...bench, results: await bench.clock.run(Promise.all(asks)) };
  };

  it('costs a hundred requests at once no more than the few that were already on their way', async () => {
    const { results, hits } = await run({ maxConcurrent: 4 });
    const served = countBy(results, ({ deployment }) => deployment);
    expect((served['second'] ?? 0) + (served['third'] ?? 0)).toBe(100);
    expect(hits('dead').length).toBeLessThanOrEqual(4);
  });

  it('is not asked again by requests that come later, and the ledger says why', async () => {
    const { router, clock, hits } = await run({ maxConcurrent: 1 });
    const before = hits('dead').length;
    const { ledger, deployment } = await clock.run(router.chat('How deep is the harbour?'));
    expect(deployment).toBe('second');
    expect(hits('dead')).toHaveLength(before);
    expect(ledger.candidates[0]).toMatchObject({
      deployment: 'dead',
      verdict: 'refused',
      by: 'quota',
      detail: expect.stringContaining('used up until'),
    });
  });

  it('stands in the ledger of the request that found it out', async () => {
    const { results } = await run({ maxConcurrent: 1 });
    const found = results.filter(({ ledger }) => ledger.attempts.length > 1);
    expect(found).toHaveLength(1);
    expect(found[0]?.ledger.attempts[0]).toMatchObject({
      deployment: 'dead',
      outcome: 'error',
      error: { category: 'quota_exhausted', status: 429 },
      decision: { do: 'next' },
    });
  });
});

describe('twenty requests in parallel with the first model rate limited', () => {
  it.each([
    ['with headers and hints', { hints: true, headers: 'openai' }],
    ['with no word about when to come back', { hints: false, headers: 'none' }],
  ] as const)('all succeed, and more than one model serves them (%s)', async (_, wire) => {
    const limited = { name: 'first', ...wire, limits: { requests: { burst: 3, perSecond: 0.1 } } };
    const { clock, router } = createBench([limited, { name: 'second' }], {
      deployments: [deploy('first'), deploy('second')],
    });
    const asks = Array.from({ length: 20 }, (_, index) => router.chat(prompt(index)));
    const results = await clock.run(Promise.all(asks));
    const served = countBy(results, ({ deployment }) => deployment);
    expect(served['first']).toBeGreaterThanOrEqual(3);
    expect(served['second']).toBeGreaterThanOrEqual(10);
    expect(Math.max(...results.map(({ latencyMs }) => latencyMs))).toBeLessThan(5000);
  });
});

describe('one model alone', () => {
  it('makes a hundred requests wait rather than fail, and never sends faster than it may', async () => {
    const limits = { requests: { burst: 5, perSecond: 2 } };
    const { clock, router, hits } = createBench([{ name: 'only', limits, latency: steady }], {
      deployments: [deploy('only', { limits: { requestsPerMinute: 120, burst: 5 } })],
    });
    const start = clock.now();
    const asks = Array.from({ length: 100 }, (_, index) => router.chat(prompt(index)));
    const results = await clock.run(Promise.all(asks));
    expect(results).toHaveLength(100);
    expect(hits().every(({ status }) => status === 200)).toBe(true);
    expect(clock.now() - start).toBeGreaterThanOrEqual(47_500);
    expect(clock.now() - start).toBeLessThan(49_000);
  });
});
