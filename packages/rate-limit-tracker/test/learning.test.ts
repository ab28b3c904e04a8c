import { createVirtualClock, type HeadersLike } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';
import { fill, minuteMs, mustTake, trackOne } from './support/tracker.ts';

const tokensPerMinute = (
  limit: number,
  remaining?: number,
  resetSeconds?: number,
): HeadersLike => ({
  'x-ratelimit-limit-tokens': String(limit),
  ...(remaining !== undefined && { 'x-ratelimit-remaining-tokens': String(remaining) }),
  ...(resetSeconds !== undefined && { 'x-ratelimit-reset-tokens': String(resetSeconds) }),
});

const thousand = { inputTokens: 1000 };

describe('what headers teach', () => {
  test('a limit that nobody told is learned, with what is left of it', () => {
    const { tracker } = trackOne({});
    tracker.observe('new', { headers: tokensPerMinute(100_000, 30_000) });
    expect(tracker.snapshot('new')?.rules).toEqual([
      { unit: 'tokens', amount: 100_000, perMs: minuteMs, available: 30_000, source: 'learned' },
    ]);
    expect(fill(tracker, 'new', thousand)).toBe(30);
  });

  test('a learned limit tightens a told one, and a told one stands against a wider', () => {
    const { tracker } = trackOne({ tokensPerMinute: 50_000 });
    tracker.observe('k', { headers: tokensPerMinute(20_000) });
    expect(fill(tracker, 'k', thousand)).toBe(20);
    const wide = trackOne({ tokensPerMinute: 20_000 });
    wide.tracker.observe('k', { headers: tokensPerMinute(50_000, 49_000) });
    expect(wide.fill(thousand)).toBe(20);
  });

  test('what was spent under the told limit is spent under the learned one', () => {
    const { tracker, take, fill } = trackOne({ tokensPerMinute: 50_000 });
    take({ inputTokens: 15_000 });
    tracker.observe('k', { headers: tokensPerMinute(20_000) });
    expect(fill(thousand)).toBe(5);
  });

  test('a limit that the provider raises is raised, up to the told one', () => {
    const { tracker, clock, fill } = trackOne({ tokensPerMinute: 40_000 });
    tracker.observe('k', { headers: tokensPerMinute(10_000) });
    expect(fill(thousand)).toBe(10);
    tracker.observe('k', { headers: tokensPerMinute(90_000) });
    expect(fill(thousand)).toBe(30);
    expect(clock.now()).toBe(1_000_000);
  });

  test('what remains only ever tightens', () => {
    const { tracker, waitMs } = trackOne({ tokensPerMinute: 10_000 });
    tracker.observe('k', { headers: tokensPerMinute(10_000, 2000) });
    tracker.observe('k', { headers: tokensPerMinute(10_000, 9000) });
    expect(waitMs({ inputTokens: 2000 })).toBe(0);
    expect(waitMs({ inputTokens: 2001 })).toBeGreaterThan(0);
  });

  test.each([{ tokensPerMinute: 10_000 }, { tokensPerDay: 10_000 }])(
    'a request that ends does not give back what its answer said is gone: %j',
    async (limits) => {
      const { clock, tracker, take, fill } = trackOne(limits);
      const lease = take({ inputTokens: 1000, outputTokens: 5000 });
      await clock.advance(1);
      const period = 'tokensPerDay' in limits ? 'tokens-day' : 'tokens';
      tracker.observe('k', { headers: { [`x-ratelimit-remaining-${period}`]: '4000' } });
      lease.settle({ inputTokens: 1000, outputTokens: 10 });
      expect(fill(thousand)).toBe(4);
    },
  );

  test('a request that ends gives back what its answer did not count yet', async () => {
    const { clock, tracker, take, fill } = trackOne({ tokensPerMinute: 10_000 });
    const lease = take({ inputTokens: 1000, outputTokens: 5000 });
    await clock.advance(1);
    tracker.observe('k', { headers: tokensPerMinute(10_000, 9000) });
    lease.settle({ inputTokens: 1000, outputTokens: 2000 });
    expect(fill(thousand)).toBe(7);
  });

  test('the answer that teaches a limit gives nothing back to it', async () => {
    const { clock, tracker } = trackOne({});
    const lease = mustTake(tracker, 'new', { inputTokens: 1000, outputTokens: 5000 });
    await clock.advance(1);
    tracker.observe('new', { headers: tokensPerMinute(10_000, 2000) });
    lease.settle({ inputTokens: 1000, outputTokens: 10 });
    expect(fill(tracker, 'new', thousand)).toBe(2);
  });

  test('a bucket that is full again sooner than in a minute is smaller than its limit', () => {
    const { tracker } = trackOne({});
    // 60 a minute are one a second: 4 left, 6 more in 6 seconds.
    const headers = {
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '4',
      'x-ratelimit-reset-requests': '6',
    };
    tracker.observe('new', { headers });
    expect(tracker.snapshot('new')?.rules).toMatchObject([{ amount: 60, burst: 10, available: 4 }]);
  });

  test('a guessed bucket size grows with better evidence, and shrinks with none', () => {
    const { tracker } = trackOne({});
    const sizes = [
      [500, 2],
      [9000, 30],
      [40_000, 20],
      [100, 1],
    ].map(([remaining, reset]) => {
      tracker.observe('new', { headers: tokensPerMinute(60_000, remaining, reset) });
      const [rule] = tracker.snapshot('new')?.rules ?? [];
      return rule?.burst ?? rule?.amount;
    });
    expect(sizes).toEqual([2500, 39_000, 60_000, 60_000]);
  });

  test('a guessed bucket size delays a larger request, but never rules it out', async () => {
    const { clock, tracker } = trackOne({});
    // A window that ends in 2 seconds looks like a bucket of 2,500.
    tracker.observe('new', { headers: tokensPerMinute(60_000, 500, 2) });
    const need = { inputTokens: 5000 };
    const { waitMs } = tracker.check('new', need);
    expect(waitMs).toBeCloseTo(2000, 1);
    await clock.advance(waitMs);
    mustTake(tracker, 'new', need);
    expect(tracker.check('new', { inputTokens: 1 }).waitMs).toBeGreaterThan(2000);
    expect(tracker.check('new', { inputTokens: 60_001 }).waitMs).toBe(Number.POSITIVE_INFINITY);
  });

  test('headers that say nothing, or nonsense, change nothing', () => {
    const { tracker, fill } = trackOne({ tokensPerMinute: 3000 });
    for (const headers of [{}, { 'x-ratelimit-limit-tokens': '0' }, tokensPerMinute(Number.NaN)]) {
      tracker.observe('k', { headers });
    }
    expect(tracker.snapshot('k')?.rules).toHaveLength(1);
    expect(fill(thousand)).toBe(3);
  });
});

describe('a 429', () => {
  test('with a time to wait blocks the key until then', async () => {
    const { clock, tracker } = trackOne({});
    tracker.observe('k', { status: 429, headers: { 'retry-after': '170.5' } });
    expect(tracker.check('k').waitMs).toBe(170_500);
    await clock.advance(170_499);
    expect(tracker.check('k').ok).toBe(false);
    await clock.advance(1);
    expect(tracker.check('k').ok).toBe(true);
  });

  test.each([200, 500, undefined])(
    'any other status (%p) with the same header does not',
    (status) => {
      const { tracker } = trackOne({});
      const headers = { 'retry-after': '20' };
      tracker.observe('k', status === undefined ? { headers } : { status, headers });
      expect(tracker.check('k').ok).toBe(true);
    },
  );
});

describe('telling of what was learned', () => {
  test('each new limit is told once', () => {
    const clock = createVirtualClock();
    const onLearned = jest.fn();
    const onFreed = jest.fn();
    const tracker = createRateLimitTracker({ clock, onLearned, onFreed });
    for (let count = 0; count < 5; count++) {
      tracker.observe('k', { headers: tokensPerMinute(10_000, 9000 - count) });
    }
    const rule = { unit: 'tokens', amount: 10_000, perMs: minuteMs };
    expect(onLearned.mock.calls).toEqual([['k', rule, 1]]);
    tracker.observe('k', { headers: tokensPerMinute(20_000) });
    expect(onLearned).toHaveBeenLastCalledWith('k', { ...rule, amount: 20_000 }, 1);
    // More could fit now than before.
    expect(onFreed).toHaveBeenCalled();
  });

  test('a listener that fails keeps nothing from being learned', () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({
      clock,
      onLearned: () => {
        throw new Error('the listener is broken');
      },
    });
    const headers = { ...tokensPerMinute(10_000, 3000), 'retry-after': '5' };
    tracker.observe('k', { status: 429, headers });
    expect(tracker.check('k').waitMs).toBe(5000);
    expect(tracker.snapshot('k')?.rules).toMatchObject([{ amount: 10_000, available: 3000 }]);
  });
});
