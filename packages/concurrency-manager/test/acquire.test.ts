import { isRouterError } from '@llm-router/core';
import { createConcurrencyManager, providerLimits } from '../src/index.ts';
import { ask, createBench, hold, minuteMs } from './support/bench.ts';

describe('acquire', () => {
  test('answers at once where every limit has room', async () => {
    const { manager, sleeping } = createBench({ limits: { k: { maxConcurrent: 1 } } });
    const lease = await manager.acquire('k');
    expect(lease).toMatchObject({ key: 'k', waitedMs: 0 });
    expect(lease).not.toHaveProperty('limitedBy');
    expect(sleeping()).toBe(0);
  });

  test('waits for a slot and gets it in the moment in which it is free', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    const first = await bench.manager.acquire('k');
    const second = ask(bench, 'k');
    await bench.clock.advance(1234);
    expect(second.lease).toBeUndefined();
    first.settle({});
    await bench.settle();
    expect(second.lease).toMatchObject({ waitedMs: 1234, limitedBy: '1 in flight for k' });
  });

  test('waits for time and gets its turn exactly then', async () => {
    const bench = createBench({ limits: { k: { requestsPerMinute: 60, burst: 1 } } });
    await bench.manager.acquire('k');
    const later = [ask(bench, 'k'), ask(bench, 'k')];
    await bench.clock.advance(10_000);
    expect(later.map(({ at }) => at)).toEqual([1_001_000, 1_002_000]);
    expect(later[1]?.lease).toMatchObject({
      waitedMs: 2000,
      limitedBy: 'requests per minute of k',
    });
  });

  test('takes all pools together, or none of them', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 5 }, pool: { maxConcurrent: 1 } } });
    const target = [{ key: 'k', pools: ['pool'] }];
    const first = await bench.manager.acquire(target);
    ask(bench, target);
    await bench.settle();
    const inFlight = () =>
      Object.values(bench.manager.snapshot().limits).map((limit) => limit.inFlight);
    expect(inFlight()).toEqual([1, 1]);
    first.release();
    expect(inFlight()).toEqual([1, 1]);
  });

  test('tells once that the request has to wait, and why', async () => {
    const bench = createBench({ limits: { k: { minIntervalMs: 500 } } });
    const onWait = jest.fn();
    await bench.manager.acquire('k', { onWait });
    expect(onWait).not.toHaveBeenCalled();
    ask(bench, 'k', { onWait });
    ask(bench, 'k');
    await bench.clock.advance(5000);
    expect(onWait.mock.calls).toEqual([
      [
        { key: 'k', waitMs: 500, limitedBy: '500 ms between starts of k' },
        { startsInMs: expect.any(Function), limitedBy: expect.any(Function) },
      ],
    ]);
  });

  test('never overtakes those who wait already, even where there is room', async () => {
    const bench = createBench({ limits: { k: { tokensPerMinute: 100 } } });
    await bench.manager.acquire('k', { need: { inputTokens: 60 } });
    const large = ask(bench, 'k', { need: { inputTokens: 100 } });
    const small = ask(bench, 'k', { need: { inputTokens: 10 } });
    await bench.clock.advance(35_000);
    expect([large.lease, small.lease]).toEqual([undefined, undefined]);
    await bench.clock.advance(minuteMs);
    expect(large.at).toBeLessThan(small.at ?? 0);
  });

  test('is not held up by those who wait for something else', async () => {
    const bench = createBench({
      limits: { busy: { maxConcurrent: 1 }, free: { maxConcurrent: 9 } },
    });
    await bench.manager.acquire('busy');
    ask(bench, 'busy', { priority: 100 });
    ask(bench, [{ key: 'busy', pools: ['shared'] }]);
    await bench.settle();
    const other = ask(bench, [{ key: 'free', pools: ['shared'] }]);
    await bench.settle();
    expect(other.lease).toBeDefined();
  });

  test('keys whose names could be mistaken for one another stand apart', async () => {
    const bench = createBench({ limits: { a: { maxConcurrent: 1 } } });
    await bench.manager.acquire('a');
    ask(bench, [{ key: 'a', pools: ['b'] }]);
    const other = ask(bench, 'a,b');
    await bench.settle();
    expect(other.lease?.key).toBe('a,b');
  });
});

describe('hot changes', () => {
  test('raised limits let those who wait go at once', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    await bench.manager.acquire('k');
    const waiting = [ask(bench, 'k'), ask(bench, 'k'), ask(bench, 'k')];
    bench.manager.update({ k: { maxConcurrent: 3 } });
    await bench.settle();
    expect(waiting.map(({ lease }) => lease !== undefined)).toEqual([true, true, false]);
    bench.manager.update({ k: {} });
    await bench.settle();
    expect(waiting[2]?.lease).toBeDefined();
  });

  test('a limit under which a waiting request can never run refuses it', async () => {
    const bench = createBench({ limits: { k: { tokensPerMinute: 1000 } } });
    await bench.manager.acquire('k', { need: { inputTokens: 1000 } });
    const waiting = ask(bench, 'k', { need: { inputTokens: 800 } });
    await bench.settle();
    bench.manager.update({ k: { tokensPerMinute: 500 } });
    await bench.settle();
    expect(waiting.error?.code).toBe('no_candidate');
  });

  test('a block holds those who wait, and its end lets them go', async () => {
    const bench = createBench({ limits: { k: { minIntervalMs: 100 } } });
    await bench.manager.acquire('k');
    const waiting = ask(bench, 'k');
    await bench.settle();
    bench.manager.block('k', bench.clock.now() + 7000, 'told to wait');
    await bench.clock.advance(6999);
    expect(waiting.lease).toBeUndefined();
    await bench.clock.advance(1);
    expect(waiting.at).toBe(1_007_000);
  });

  test('what headers say reaches the queue', async () => {
    const bench = createBench();
    const headers = { 'x-ratelimit-limit-requests': '60', 'x-ratelimit-remaining-requests': '0' };
    bench.manager.observe('k', { status: 200, headers, provider: 'openai' });
    const waiting = ask(bench, 'k');
    await bench.clock.advance(1500);
    expect(waiting.at).toBe(1_001_000);
  });

  test('a limit that the provider raises lets those who wait go at once', async () => {
    const bench = createBench();
    const tell = (limit: string) =>
      bench.manager.observe('k', { headers: { 'x-ratelimit-limit-requests': limit } });
    tell('2');
    for (let count = 0; count < 2; count++) await bench.manager.acquire('k');
    const waiting = ask(bench, 'k');
    await bench.settle();
    tell('30');
    await bench.settle();
    expect(waiting.lease).toBeDefined();
  });
});

describe('what can be asked without taking anything', () => {
  test('check answers the shortest wait of a target now', async () => {
    const { manager } = createBench({
      limits: { k: { minIntervalMs: 300 }, pool: { requestsPerMinute: 1 } },
    });
    expect(manager.check({ key: 'k', pools: ['pool'] })).toBeUndefined();
    await manager.acquire([{ key: 'k', pools: ['pool'] }]);
    expect(manager.check({ key: 'k' })).toMatchObject({ key: 'k', waitMs: 300 });
    expect(manager.check({ key: 'k', pools: ['pool'] })).toMatchObject({
      key: 'k',
      waitMs: minuteMs,
    });
    expect(manager.check({ key: 'elsewhere' })).toBeUndefined();
  });

  test('a snapshot tells who waits, and for how long', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    expect(bench.manager.snapshot()).toMatchObject({ queued: 0, oldestWaitMs: 0 });
    await bench.manager.acquire('k');
    ask(bench, 'k');
    await bench.clock.advance(400);
    ask(bench, 'k');
    await bench.settle();
    const snapshot = bench.manager.snapshot();
    expect(snapshot).toMatchObject({
      queued: 2,
      oldestWaitMs: 400,
      limits: { k: { inFlight: 1 } },
    });
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });
});

describe('options that cannot be meant', () => {
  test.each([
    [{ maxQueued: -1 }, /maxQueued is -1/],
    [{ grantsPerOldest: 0 }, /grantsPerOldest is 0/],
    [{ grantsPerOldest: 1.5 }, /grantsPerOldest is 1.5/],
    [{ weights: { gold: 0 } }, /weights\['gold'\] is 0/],
    [{ weights: { gold: Number.NaN } }, /weights\['gold'\] is NaN/],
    [{ limits: { k: { maxConcurrent: 0 } } }, /'k': maxConcurrent is 0/],
    [{ maxWaiting: 5 }, /unknown option 'maxWaiting'/],
  ])('%j is refused by name', (options, told) => {
    expect(() => createConcurrencyManager(options as object)).toThrow(told);
  });

  test.each([
    [{ priority: Number.NaN }, 'priority'],
    [{ deadline: Number.NaN }, 'deadline'],
    [{ spillAfterMs: Number.NaN }, 'spillAfterMs'],
    [{ need: { inputTokens: Number.NaN } }, 'need.inputTokens'],
    [{ need: { requests: -1 } }, 'need.requests'],
  ])('a call with %j is refused by name and disturbs nobody', async (call, name) => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    const held = await bench.manager.acquire('k');
    const before = ask(bench, 'k');
    const wrong = ask(bench, 'k', call);
    await bench.settle();
    expect(isRouterError(wrong.error)).toBe(true);
    expect(wrong.error?.message).toContain(name);
    expect(bench.manager.snapshot().queued).toBe(1);
    held.release();
    await bench.settle();
    expect(before.lease).toBeDefined();
  });
});

describe('the presets', () => {
  test.each(Object.entries(providerLimits))('%s is kept to', async (name, limits) => {
    const bench = createBench({ limits: { [name]: limits } });
    let inFlight = 0;
    let most = 0;
    const one = async () => {
      const lease = await bench.manager.acquire(name);
      const at = bench.clock.now();
      most = Math.max(most, ++inFlight);
      await bench.clock.sleep(1700);
      inFlight -= 1;
      lease.settle({});
      return at;
    };
    const starts = await bench.clock.run(Promise.all(Array.from({ length: 25 }, one)));
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    expect(most).toBe(limits.maxConcurrent);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual((limits.minIntervalMs ?? 0) - 1e-6);
    const { requestsPerMinute: perMinute } = limits;
    if (perMinute === undefined) return;
    for (const [index, at] of starts.entries()) {
      const upTo = starts[index + perMinute + 1];
      // One bucket and what flows in: the request after those is at least one refill away.
      if (upTo !== undefined) expect(upTo - at).toBeGreaterThanOrEqual(minuteMs / perMinute - 0.01);
    }
  });

  test('the documents state these numbers', () => {
    expect(providerLimits).toEqual({
      'kimi-k2': { maxConcurrent: 1, minIntervalMs: 1000, requestsPerMinute: 4 },
      'glm-4.7': { maxConcurrent: 10, minIntervalMs: 100 },
      featherless: { maxConcurrent: 5, minIntervalMs: 200, requestsPerMinute: 20 },
    });
  });

  test('a mean of four a minute holds for Kimi over an hour of endless demand', async () => {
    const bench = createBench({ limits: { kimi: providerLimits['kimi-k2'] } });
    const work = Array.from({ length: 300 }, () => hold(bench, 'kimi', 100));
    const starts = await bench.clock.run(Promise.all(work));
    const inFirstHour = starts.filter((at) => at < 1_000_000 + 60 * minuteMs).length;
    expect(inFirstHour).toBeGreaterThanOrEqual(240);
    expect(inFirstHour).toBeLessThanOrEqual(244);
  });
});
