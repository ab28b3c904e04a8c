import type { AcquireOptions } from '@llm-router/core';
import { ask, type Bench, createBench, createBusyBench, expectClean } from './support/bench.ts';

describe('a deadline', () => {
  const ending = (bench: Bench, ms: number): AcquireOptions => ({
    deadline: bench.clock.now() + ms,
  });

  test('that cannot be met is refused at once, and says when it could have run', async () => {
    const bench = createBench({ limits: { k: { requestsPerMinute: 1 } } });
    await bench.manager.acquire('k');
    const asked = ask(bench, 'k', ending(bench, 30_000));
    await bench.settle();
    expect(asked).toMatchObject({
      at: 1_000_000,
      error: { code: 'deadline_exceeded', retryable: true, retryAfterMs: 60_000 },
    });
    expect(asked.error?.message).toMatch(/requests per minute of k.*60 s/);
    expect(bench.manager.snapshot().queued).toBe(0);
  });

  test('that comes during the wait ends it then, not later', async () => {
    const { bench, holder } = await createBusyBench();
    const late = ask(bench, 'k', ending(bench, 5000));
    const next = ask(bench, 'k');
    await bench.clock.advance(4999);
    expect(late.error).toBeUndefined();
    await bench.clock.advance(1);
    expect(late).toMatchObject({ at: 1_005_000, error: { code: 'deadline_exceeded' } });
    expect(late.error?.message).toContain('after waiting 5.00 s');
    expect(late.error?.retryAfterMs).toBeGreaterThan(0);
    holder.release();
    await bench.settle();
    expect(next.lease).toBeDefined();
    next.lease?.release();
    await expectClean(bench);
  });

  test('is not refused on a guess of how long others will hold a slot', async () => {
    const { bench, holder } = await createBusyBench();
    const asked = ask(bench, 'k', ending(bench, 50));
    await bench.clock.advance(20);
    holder.release();
    await bench.settle();
    expect(asked.lease).toMatchObject({ waitedMs: 20 });
  });

  test('that is just long enough is met', async () => {
    const bench = createBench({ limits: { k: { minIntervalMs: 1000 } } });
    await bench.manager.acquire('k');
    const asked = ask(bench, 'k', ending(bench, 1000));
    await bench.clock.advance(1000);
    expect(asked.lease ?? asked.error).toMatchObject({ waitedMs: 1000 });
  });

  test('that was met leaves no timer behind', async () => {
    const { bench, holder } = await createBusyBench();
    const asked = ask(bench, 'k', ending(bench, 3_600_000));
    await bench.settle();
    holder.release();
    await bench.settle();
    asked.lease?.release();
    await expectClean(bench);
  });

  test('of Infinity is none', async () => {
    const { bench, holder } = await createBusyBench();
    const asked = ask(bench, 'k', { deadline: Number.POSITIVE_INFINITY });
    await bench.clock.advance(20_000);
    holder.release();
    await bench.settle();
    expect(asked.lease).toBeDefined();
  });

  test('of those behind is kept although only the first is looked at', async () => {
    const { bench } = await createBusyBench();
    const asked = [9000, 100, 5000, 300].map((ms) => ask(bench, 'k', ending(bench, ms)));
    await bench.clock.advance(10_000);
    expect(asked.map(({ at }) => (at ?? 0) - 1_000_000)).toEqual([9000, 100, 5000, 300]);
  });

  test('is told in whole milliseconds when to try again', async () => {
    const bench = createBench({ limits: { k: { requestsPerMinute: 7, burst: 1 } }, maxQueued: 0 });
    await bench.manager.acquire('k');
    await bench.clock.advance(0.25);
    const late = ask(bench, 'k', ending(bench, 100));
    const one = ask(bench, 'k');
    await bench.settle();
    expect(late.error).toMatchObject({ code: 'deadline_exceeded', retryAfterMs: 8572 });
    expect(one.error).toMatchObject({ code: 'queue_full', retryAfterMs: 8572 });
  });

  test('says of a key that is left alone for how long and why, whatever ends the reason', async () => {
    const bench = createBench();
    bench.manager.block('account', bench.clock.now() + 3_600_000.5, 'Quota exceeded.');
    const asked = ask(bench, [{ key: 'a', pools: ['account'] }], ending(bench, 1000));
    await bench.settle();
    expect(asked.error?.retryAfterMs).toBe(3_600_001);
    expect(asked.error?.message).toBe(
      'The deadline passes before the request could start: a is left alone for another 3,600 s: Quota exceeded. Give it more time, or another target.',
    );
  });
});
