import type { AcquireOptions } from '@llm-router/core';
import { ask, type Bench, createBench, createBusyBench, expectClean } from './support/bench.ts';

const ending = ({ clock }: Bench, ms: number): AcquireOptions => ({ deadline: clock.now() + ms });

describe('who waits when a block comes that lasts beyond their deadline', () => {
  test('is refused at once, and told what stands in the way', async () => {
    const { bench } = await createBusyBench();
    const asked = ask(bench, 'k', ending(bench, 8000));
    await bench.clock.advance(1000);
    bench.manager.block('k', bench.clock.now() + 30_000, 'its circuit holds requests back');
    await bench.settle();
    expect(asked).toMatchObject({
      at: 1_001_000,
      error: { code: 'deadline_exceeded', retryable: true, retryAfterMs: 30_000 },
    });
    expect(asked.error?.message).toBe(
      'The deadline passes after waiting 1.00 s before the request could start: k is left alone for another 30 s: its circuit holds requests back. Give it more time, or another target.',
    );
    expect(bench.manager.snapshot().queued).toBe(0);
  });

  test('is refused behind others who have the time', async () => {
    const { bench, holder } = await createBusyBench();
    const patient = ask(bench, 'k');
    const asked = [9000, 45_000, 5000].map((ms) => ask(bench, 'k', ending(bench, ms)));
    bench.manager.block('k', bench.clock.now() + 30_000, 'told to wait');
    await bench.settle();
    expect(asked.map(({ at }) => at)).toEqual([1_000_000, undefined, 1_000_000]);
    holder.release();
    await bench.clock.advance(30_000);
    expect(patient.at).toBe(1_030_000);
    patient.lease?.release();
    await bench.settle();
    expect(asked[1]?.at).toBe(1_030_000);
    asked[1]?.lease?.release();
    await expectClean(bench);
  });

  test('is refused when an answer tells to wait', async () => {
    const { bench, holder } = await createBusyBench();
    const asked = ask(bench, 'k', ending(bench, 8000));
    const headers = { 'retry-after': '20' };
    bench.manager.observe('k', { status: 429, headers, lease: holder });
    await bench.settle();
    expect(asked).toMatchObject({ at: 1_000_000, error: { code: 'deadline_exceeded' } });
  });

  test('waits on where another target can take it in time', async () => {
    const bench = createBench({ limits: { a: { maxConcurrent: 1 }, b: { maxConcurrent: 1 } } });
    await bench.manager.acquire('a');
    const other = await bench.manager.acquire('b');
    const targets = [{ key: 'a' }, { key: 'b', rank: 1 }];
    const asked = ask(bench, targets, { ...ending(bench, 8000), spillAfterMs: 60_000 });
    bench.manager.block('a', bench.clock.now() + 30_000, 'told to wait');
    await bench.clock.advance(5000);
    expect(asked.error).toBeUndefined();
    bench.manager.block('a', bench.clock.now() + 90_000, 'told to wait');
    other.release();
    await bench.settle();
    expect(asked.lease?.key).toBe('b');
  });

  test('that ends before the deadline, waits for its end', async () => {
    const { bench, holder } = await createBusyBench();
    const asked = ask(bench, 'k', ending(bench, 8000));
    bench.manager.block('k', bench.clock.now() + 8000, 'told to wait');
    holder.release();
    await bench.clock.advance(8000);
    expect(asked.lease).toMatchObject({ waitedMs: 8000 });
  });
});

test('a limit that comes is waited for in vain by nobody', async () => {
  const { bench, holder } = await createBusyBench();
  const asked = ask(bench, 'k', ending(bench, 8000));
  bench.manager.update({ k: { maxConcurrent: 1, requestsPerDay: 1 } });
  holder.settle({});
  await bench.settle();
  expect(asked.lease).toBeDefined();
  const late = ask(bench, 'k', ending(bench, 90_000_000));
  await bench.settle();
  bench.manager.update({ k: { minIntervalMs: 100_000_000 } });
  await bench.settle();
  expect(late).toMatchObject({ at: 1_000_000, error: { code: 'deadline_exceeded' } });
  expect(late.error?.message).toContain('between starts of k');
});

test('what others may give back is waited for', async () => {
  const bench = createBench({ limits: { k: { tokensPerMinute: 1000 } } });
  const first = await bench.manager.acquire('k', { need: { outputTokens: 900 } });
  const need = { outputTokens: 100 };
  const held = await bench.manager.acquire('k', { need });
  const patient = ask(bench, 'k', { need, ...ending(bench, 9000) });
  const pressed = ask(bench, 'k', { need, ...ending(bench, 6500) });
  await bench.clock.advance(1000);
  // More than was reserved: without what the other one gives back, the limit alone would take 8 s.
  held.settle({ outputTokens: 150 });
  await bench.settle();
  expect([patient.error, pressed.error]).toEqual([undefined, undefined]);
  first.settle({ outputTokens: 10 });
  await bench.settle();
  expect([patient.at, pressed.at]).toEqual([1_001_000, 1_001_000]);
});

test('a wait tells what stands in its way now', async () => {
  const { bench } = await createBusyBench();
  const seen: string[] = [];
  const asked = ask(bench, 'k', {
    ...ending(bench, 8000),
    onWait(_refusal, wait) {
      seen.push(wait.limitedBy());
      void bench.clock.sleep(20).then(() => seen.push(wait.limitedBy()));
    },
  });
  await bench.clock.advance(10);
  bench.manager.block('k', bench.clock.now() + 30_000, 'told to wait');
  await bench.clock.advance(10);
  expect(asked.error).toBeDefined();
  expect(seen).toEqual(['1 in flight for k', 'k: told to wait']);
});
