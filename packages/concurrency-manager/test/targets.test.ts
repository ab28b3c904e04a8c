import { ask, createBench, minuteMs } from './support/bench.ts';

describe('any of several targets', () => {
  test('the first of equals that is free is taken', async () => {
    const { manager } = createBench({
      limits: { a: { maxConcurrent: 1 }, b: { maxConcurrent: 1 } },
    });
    const targets = [{ key: 'a' }, { key: 'b' }];
    const keys = [await manager.acquire(targets), await manager.acquire(targets)].map(
      ({ key }) => key,
    );
    expect(keys).toEqual(['a', 'b']);
  });

  test('a better rank is taken wherever it stands in the list', async () => {
    const { manager } = createBench();
    const lease = await manager.acquire([
      { key: 'second', rank: 1 },
      { key: 'first', rank: 0 },
    ]);
    expect(lease.key).toBe('first');
  });

  test('while all are busy, the first that comes free is taken', async () => {
    const bench = createBench({ limits: { a: { minIntervalMs: 900 }, b: { minIntervalMs: 400 } } });
    await bench.manager.acquire('a');
    await bench.manager.acquire('b');
    const asked = ask(bench, [{ key: 'a' }, { key: 'b' }]);
    await bench.clock.advance(1000);
    expect(asked).toMatchObject({ at: 1_000_400, lease: { key: 'b' } });
  });

  test('a target can need something else than the call', async () => {
    const bench = createBench({
      limits: { a: { tokensPerMinute: 100 }, b: { tokensPerMinute: 100 } },
    });
    const targets = [
      { key: 'a', need: { inputTokens: 100 } },
      { key: 'b', need: { inputTokens: 30 } },
    ];
    const leases = [1, 2, 3, 4].map(() => ask(bench, targets, { need: { inputTokens: 1e6 } }));
    await bench.settle();
    expect(leases.map(({ lease }) => lease?.key)).toEqual(['a', 'b', 'b', 'b']);
  });

  test('none at all is an error', async () => {
    await expect(createBench().manager.acquire([])).rejects.toMatchObject({ code: 'no_candidate' });
  });
});

describe('spilling to a worse rank', () => {
  const limits = { best: { requestsPerMinute: 60, burst: 1 } };
  const targets = [
    { key: 'best', rank: 0 },
    { key: 'next', rank: 1 },
  ];

  test('happens at once by default, and says what was passed over', async () => {
    const { manager } = createBench({ limits });
    await manager.acquire(targets);
    const lease = await manager.acquire(targets);
    expect(lease).toMatchObject({
      key: 'next',
      waitedMs: 0,
      passedOver: [{ key: 'best', waitMs: 1000, limitedBy: 'requests per minute of best' }],
    });
  });

  test('does not happen while the better one is near enough', async () => {
    const bench = createBench({ limits });
    await bench.manager.acquire(targets);
    const asked = ask(bench, targets, { spillAfterMs: 1000 });
    await bench.clock.advance(1000);
    expect(asked).toMatchObject({ at: 1_001_000, lease: { key: 'best' } });
  });

  test('happens at once where the better one is too far', async () => {
    const bench = createBench({ limits });
    await bench.manager.acquire(targets);
    const asked = ask(bench, targets, { spillAfterMs: 999 });
    await bench.settle();
    expect(asked.lease?.key).toBe('next');
  });

  test('happens once the wait has been that long, however soon the slot was to come free', async () => {
    const bench = createBench({ limits: { best: { maxConcurrent: 1 } } });
    await bench.manager.acquire(targets);
    const asked = ask(bench, targets, { spillAfterMs: 2000 });
    await bench.clock.advance(minuteMs);
    expect(asked.lease?.key).toBe('next');
    expect(asked.lease?.waitedMs).toBeLessThanOrEqual(3000);
  });

  test('leaves alone a rank that can never take the request', async () => {
    const bench = createBench({ limits: { best: { tokensPerMinute: 10 } } });
    const asked = ask(bench, targets, { spillAfterMs: 5000, need: { inputTokens: 11 } });
    await bench.settle();
    expect(asked.lease?.key).toBe('next');
  });
});

describe('a request that can never run', () => {
  test('is refused at once, with the limit and the size of its need', async () => {
    const { manager } = createBench({ limits: { k: { tokensPerMinute: 1000 } } });
    const need = { inputTokens: 900, outputTokens: 200 };
    for (const call of [
      () => manager.acquire('k', { need }),
      () => manager.acquire([{ key: 'k', need }]),
    ]) {
      await expect(call()).rejects.toMatchObject({
        code: 'no_candidate',
        message: expect.stringMatching(/1100 tokens.*tokens per minute of k/),
      });
    }
  });

  test('is refused in the queue too, so that it blocks nobody', async () => {
    const bench = createBench({
      limits: { k: { tokensPerMinute: 1000 }, j: { maxConcurrent: 1 } },
    });
    await bench.manager.acquire('j');
    const need = { inputTokens: 900 };
    const asked = ask(bench, [{ key: 'k', pools: ['j'] }], { need });
    await bench.settle();
    bench.manager.update({ k: { tokensPerMinute: 800 } });
    await bench.settle();
    expect(asked.error).toMatchObject({ code: 'no_candidate', retryable: false });
    expect(bench.manager.snapshot().queued).toBe(0);
  });
});
