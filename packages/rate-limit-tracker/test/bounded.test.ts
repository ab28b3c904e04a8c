import { createVirtualClock } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';
import { createTokenBucket } from '../src/token-bucket.ts';
import { mustTake, trackOne } from './support/tracker.ts';

const everything = {
  requestsPerMinute: 1e9,
  tokensPerMinute: 1e9,
  requestsPerDay: 1e9,
  maxConcurrent: 1e6,
  rules: [
    { unit: 'tokens', amount: 1e9, perMs: 10_000, algorithm: 'sliding-window' },
    { unit: 'tokens', amount: 1e9, perMs: 10_000, algorithm: 'fixed-window' },
  ],
} as const;

/** Processor time of the quickest of several rounds, in milliseconds. */
function quickest(rounds: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

describe('the work of a check', () => {
  test('does not grow with what happened before', async () => {
    const { clock, tracker, take } = trackOne(everything);
    const need = { inputTokens: 7, outputTokens: 3 };
    const thousandChecks = () => {
      for (let count = 0; count < 5000; count++) tracker.check('k', need);
    };
    thousandChecks();
    const fresh = quickest(7, thousandChecks);
    for (let count = 0; count < 100_000; count++) {
      const lease = take(need);
      if (count % 3 === 0) lease.settle({ inputTokens: 5, outputTokens: 1 });
      if (count % 1000 === 0) await clock.advance(7);
    }
    const aged = quickest(7, thousandChecks);
    // A scan of the 66,667 requests in flight, or of the history, would be thousands of times slower.
    expect(aged).toBeLessThan(5 * fresh + 20);
  });

  test('a settlement looks at a bounded number of moments, however many requests came between', () => {
    const bucket = createTokenBucket({ unit: 'tokens', amount: 1e9, perMs: 60_000 }, 0);
    const takeMany = (from: number) => {
      for (let count = 0; count < 20_000; count++) bucket.take((from + count) / 1e6, 10_000);
    };
    takeMany(0);
    const settle = () => {
      for (let count = 0; count < 2000; count++) bucket.correct(1, 1, 0);
    };
    // 2,000 scans over 20,000 moments would take a good part of a second.
    expect(quickest(5, settle)).toBeLessThan(60);
  });
});

describe('what is remembered', () => {
  const create = (options: object = {}) => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock, ...options });
    const keys = () => Object.keys(tracker.snapshot()).length;
    return { clock, tracker, keys };
  };

  test('keys that are idle are forgotten once there are many', async () => {
    const { tracker, keys } = create({ maxKeys: 100 });
    for (let count = 0; count < 10_000; count++) mustTake(tracker, `user-${count}`).release();
    expect(keys()).toBeLessThanOrEqual(101);
  });

  test('keys that are in use, blocked or told are not', () => {
    const { clock, tracker } = create({ maxKeys: 10, limits: { told: { requestsPerMinute: 1 } } });
    mustTake(tracker, 'in-use');
    tracker.block('blocked', clock.now() + 1e6, 'a reason');
    tracker.observe('taught', { headers: { 'x-ratelimit-limit-requests': '3' } });
    for (let count = 0; count < 1000; count++) mustTake(tracker, `user-${count}`).release();
    const kept = Object.keys(tracker.snapshot());
    expect(kept).toEqual(expect.arrayContaining(['told', 'in-use', 'blocked', 'taught']));
  });

  test('leases that nobody ends do not pile up, nor keep their keys for ever', async () => {
    const { clock, tracker, keys } = create({ maxKeys: 10, leaseTtlMs: 1000 });
    for (let count = 0; count < 1000; count++) {
      mustTake(tracker, 'busy');
      mustTake(tracker, `user-${count}`);
      await clock.advance(10);
    }
    expect(tracker.snapshot('busy')?.inFlight).toBeLessThanOrEqual(100);
    expect(keys()).toBeLessThan(300);
  });
});
