import { createVirtualClock } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';
import { dayMs, fill, minuteMs, trackOne } from './support/tracker.ts';

describe('changing limits', () => {
  test('a raised limit admits at once, a lowered one waits for what is spent', () => {
    const { tracker, fill } = trackOne({ requestsPerMinute: 10 });
    expect(fill()).toBe(10);
    tracker.update({ k: { requestsPerMinute: 15 } });
    expect(fill()).toBe(5);
    tracker.update({ k: { requestsPerMinute: 10 } });
    expect(tracker.check('k').waitMs).toBeCloseTo(36_000, 1);
  });

  test.each(['token-bucket', 'sliding-window', 'fixed-window'] as const)(
    'a %s keeps what is spent through any number of updates, and lets go of it in time',
    async (algorithm) => {
      const rule = { unit: 'requests', amount: 60, perMs: minuteMs, algorithm } as const;
      const { clock, tracker, fill } = trackOne({ rules: [rule] });
      expect(fill()).toBe(60);
      for (let second = 0; second < 122; second++) {
        tracker.update({ k: { rules: [rule], maxConcurrent: 1000 } });
        if (second === 0) expect(tracker.check('k').ok).toBe(false);
        await clock.advance(1000);
      }
      expect(fill()).toBe(60);
    },
  );

  test('what is spent stays spent under another algorithm', () => {
    const { tracker, fill } = trackOne({ requestsPerMinute: 10 });
    expect(fill()).toBe(10);
    const rule = { unit: 'requests', amount: 10, perMs: minuteMs } as const;
    for (const algorithm of ['sliding-window', 'fixed-window', 'token-bucket'] as const) {
      tracker.update({ k: { rules: [{ ...rule, algorithm }] } });
      expect(tracker.check('k').ok).toBe(false);
    }
  });

  test('two rules of one kind stay two', () => {
    const rules = [60, 30].map((amount) => ({
      unit: 'requests' as const,
      amount,
      perMs: minuteMs,
    }));
    const { tracker, fill } = trackOne({ rules });
    expect(fill()).toBe(30);
    tracker.update({ k: { rules } });
    expect(tracker.snapshot('k')?.rules.map(({ available }) => available)).toEqual([30, 0]);
    tracker.update({ k: { rules } });
    expect(tracker.check('k').ok).toBe(false);
  });

  test('a limit that comes while a request is in flight gets nothing back from it', () => {
    const { tracker, take, fill } = trackOne({});
    const early = take({ nanoUsd: 900_000_000 });
    tracker.update({ k: { usdPerDay: 1 } });
    early.release();
    expect(fill({ nanoUsd: 100_000_000 })).toBe(10);
  });

  test('an empty object lifts the limits of a key; keys that are not named keep theirs', () => {
    const clock = createVirtualClock();
    const limits = { a: { requestsPerMinute: 1 }, b: { requestsPerMinute: 1 } };
    const tracker = createRateLimitTracker({ clock, limits });
    tracker.update({ a: {} });
    expect(fill(tracker, 'a')).toBe(10_000);
    expect(fill(tracker, 'b')).toBe(1);
  });

  test('requests in flight count against a lowered number', () => {
    const { tracker, take } = trackOne({ maxConcurrent: 4 });
    const leases = [take(), take(), take(), take()];
    tracker.update({ k: { maxConcurrent: 2 } });
    for (const lease of leases.slice(0, 2)) {
      lease.release();
      expect(tracker.check('k').ok).toBe(false);
    }
    leases[2]?.release();
    expect(tracker.check('k').ok).toBe(true);
  });

  test('one bad limit changes none', () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock, limits: { a: { requestsPerMinute: 1 } } });
    expect(() =>
      tracker.update({ a: { requestsPerMinute: 100 }, b: { requestsPerMinute: -1 } }),
    ).toThrow(/b.*requestsPerMinute/);
    expect(fill(tracker, 'a')).toBe(1);
  });

  test('a day that has begun goes on', async () => {
    const { clock, tracker, fill } = trackOne({ requestsPerDay: 10 });
    expect(fill()).toBe(10);
    tracker.update({ k: { requestsPerDay: 12 } });
    expect(fill()).toBe(2);
    await clock.advance(dayMs);
    expect(fill()).toBe(12);
  });
});
