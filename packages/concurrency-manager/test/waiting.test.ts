import { ask, createBench, createBusyBench, hold } from './support/bench.ts';

describe('who waits', () => {
  test('is listed in the order in which they go, with what each waits for', async () => {
    const { bench, holder } = await createBusyBench();
    ask(bench, 'k', { tenant: 'acme', ledgerId: 'req_7' });
    await bench.clock.advance(100);
    ask(bench, 'k', { priority: 5 });
    expect(bench.manager.waiting()).toMatchObject([
      { keys: ['k'], tenant: 'default', priority: 5, waitedMs: 0 },
      { keys: ['k'], tenant: 'acme', priority: 0, waitedMs: 100, limitedBy: '1 in flight for k' },
    ]);
    expect(bench.manager.waiting().map(({ ledgerId }) => ledgerId)).toEqual([undefined, 'req_7']);
    expect(bench.manager.waiting(1)).toHaveLength(1);
    holder.release();
    await bench.settle();
    expect(bench.manager.waiting()).toHaveLength(1);
  });

  test('can read when it starts, after those before it', async () => {
    const bench = createBench({ limits: { k: { requestsPerMinute: 60, burst: 1 } } });
    await bench.manager.acquire('k');
    const readings: (() => number)[] = [];
    for (let index = 0; index < 3; index++) {
      ask(bench, 'k', { onWait: (_, { startsInMs }) => readings.push(startsInMs) });
    }
    const read = () => readings.map((startsInMs) => Math.round(startsInMs()));
    expect(read()).toEqual([1000, 2000, 3000]);
    await bench.clock.advance(1500);
    expect(read()).toEqual([0, 500, 1500]);
  });

  test('and cannot start in time is told when it could have, behind those before it', async () => {
    const bench = createBench({ limits: { k: { requestsPerMinute: 60, burst: 1 } } });
    await bench.manager.acquire('k');
    for (let index = 0; index < 9; index++) ask(bench, 'k');
    const atOnce = ask(bench, 'k', { deadline: bench.clock.now() + 500 });
    const later = ask(bench, 'k', { deadline: bench.clock.now() + 2500 });
    await bench.clock.advance(2500);
    expect(atOnce.error?.retryAfterMs).toBeCloseTo(10_000, 0);
    expect(later.error?.retryAfterMs).toBeCloseTo(7500, 0);
  });
});

describe('the forecast', () => {
  const seconds = (bench: ReturnType<typeof createBench>) =>
    bench.manager.waiting().map(({ startsInMs }) => Math.round(startsInMs) / 1000);

  test('counts slots by how long requests have taken', async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 2 } } });
    await bench.clock.run(hold(bench, 'k', 400));
    for (let index = 0; index < 6; index++) void hold(bench, 'k', 400);
    await bench.settle();
    expect(seconds(bench)).toEqual([0.2, 0.4, 0.6, 0.8]);
  });

  test('counts the distance between starts, and a block', async () => {
    const bench = createBench({ limits: { k: { minIntervalMs: 500 } } });
    bench.manager.block('k', bench.clock.now() + 2000, 'told to wait');
    for (let index = 0; index < 3; index++) ask(bench, 'k');
    await bench.settle();
    expect(seconds(bench)).toEqual([2, 2.5, 3]);
  });

  test('sends each to the target that can take it soonest', async () => {
    const limits = {
      slow: { requestsPerMinute: 60, burst: 1 },
      fast: { requestsPerMinute: 120, burst: 1 },
    };
    const bench = createBench({ limits });
    const targets = [{ key: 'slow' }, { key: 'fast' }];
    for (let index = 0; index < 8; index++) ask(bench, targets);
    await bench.settle();
    expect(seconds(bench)).toEqual([0.5, 1, 1, 1.5, 2, 2]);
  });

  test('knows that what never fits never starts', async () => {
    const bench = createBench({ limits: { k: { tokensPerMinute: 600 } } });
    await bench.manager.acquire('k', { need: { inputTokens: 600 } });
    ask(bench, 'k', { need: { inputTokens: 300 } });
    await bench.settle();
    expect(seconds(bench)).toEqual([30]);
    bench.manager.update({ k: { tokensPerMinute: 200 } });
    await bench.settle();
    expect(bench.manager.waiting()).toEqual([]);
  });
});
