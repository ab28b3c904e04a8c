import { createBench, hold, minuteMs } from './support/bench.ts';

/** Processor time of the work, in milliseconds. */
async function processorMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

test('20,000 who wait are all served in virtual time, at little cost', async () => {
  const spent = await processorMs(async () => {
    const bench = createBench({
      limits: { k: { requestsPerMinute: 600_000, burst: 10, maxConcurrent: 200 } },
    });
    const work = range(20_000).map((index) =>
      hold(bench, 'k', 10, { tenant: `tenant ${index % 100}`, priority: index % 3 }),
    );
    const starts = await bench.clock.run(Promise.all(work));
    const lastMs = starts.reduce((last, at) => Math.max(last, at), 0) - 1_000_000;
    // 10 a millisecond, and no moment of it wasted.
    expect(lastMs).toBeGreaterThan(1998);
    expect(lastMs).toBeLessThan(2100);
    expect(bench.manager.snapshot().queued).toBe(0);
  });
  // It is a second, but many where memory is short; a queue that scans itself would take minutes.
  // `bench/micro.mjs` measures 100,000.
  expect(spent).toBeLessThan(60_000);
}, 120_000);

test('as many tenants as requests cost no more', async () => {
  const spent = await processorMs(async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 50 } } });
    const work = range(30_000).map((index) => hold(bench, 'k', 10, { tenant: `tenant ${index}` }));
    await bench.clock.run(Promise.all(work));
  });
  expect(spent).toBeLessThan(20_000);
}, 120_000);

test('a crowd that gives up all at once leaves at once', async () => {
  const spent = await processorMs(async () => {
    const bench = createBench({ limits: { k: { maxConcurrent: 1 } } });
    await bench.manager.acquire('k');
    const controller = new AbortController();
    const work = range(20_000).map((index) =>
      index % 2 === 0
        ? bench.manager.acquire('k', { deadline: bench.clock.now() + minuteMs })
        : bench.manager.acquire('k', { signal: controller.signal }),
    );
    const outcomes = Promise.allSettled(work);
    controller.abort();
    await bench.clock.advance(2 * minuteMs);
    expect((await outcomes).every(({ status }) => status === 'rejected')).toBe(true);
    expect(bench.manager.snapshot().queued).toBe(0);
  });
  expect(spent).toBeLessThan(20_000);
}, 120_000);
