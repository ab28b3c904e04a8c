import { createVirtualClock } from '@llm-router/core';
import { createRateLimitTracker, type RateLimitTrackerOptions } from '../src/index.ts';
import { fill, mustTake } from './support/tracker.ts';

describe('what holds where nobody says otherwise', () => {
  test('a lease is taken for lost after thirty minutes', async () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock, limits: { k: { maxConcurrent: 1 } } });
    mustTake(tracker, 'k');
    await clock.advance(1_799_999);
    expect(tracker.check('k').ok).toBe(false);
    await clock.advance(1);
    expect(tracker.reserve('k').ok).toBe(true);
  });

  test('ten thousand keys are remembered, and idle ones beyond them are not', () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock });
    const count = () => Object.keys(tracker.snapshot()).length;
    for (let key = 0; key < 10_000; key++) mustTake(tracker, `key-${key}`).release();
    expect(count()).toBe(10_000);
    mustTake(tracker, 'one-more').release();
    expect(count()).toBe(1);
  });

  test('a key of which nothing is known is sent as much as comes', () => {
    const clock = createVirtualClock();
    expect(fill(createRateLimitTracker({ clock }), 'new')).toBe(10_000);
    const careful = createRateLimitTracker({ clock, slowStart: true });
    expect(fill(careful, 'new')).toBe(3);
    expect(careful.check('new')).toMatchObject({ isCaution: true, until: 'time' });
  });

  test('no listener is needed', () => {
    const tracker = createRateLimitTracker();
    tracker.observe('k', { headers: { 'x-ratelimit-limit-tokens': '5' } });
    mustTake(tracker, 'k').release();
    expect(tracker.snapshot('k')?.rules).toHaveLength(1);
  });
});

test.each([
  [
    { clock: { now: () => 0 } },
    /clock is an object; expected an object with now\(\) and sleep\(\)/,
  ],
  [{ leaseTtlMs: -1 }, /leaseTtlMs is -1; expected a number above 0/],
  [{ maxKeys: 0 }, /maxKeys is 0; expected a whole number of at least 1/],
  [{ slowStart: 'yes' }, /slowStart is 'yes'; expected true or false/],
  [{ onLearned: 5 }, /onLearned is 5; expected a function/],
])('%j is refused, with what was expected', (options, told) => {
  const make = () => createRateLimitTracker(options as RateLimitTrackerOptions);
  expect(make).toThrow(expect.objectContaining({ code: 'invalid_config' }));
  expect(make).toThrow(told);
});

describe('keys beyond those that are remembered', () => {
  test('make the next sweep wait until there are twice as many as are in use', () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock, maxKeys: 2 });
    const keys = () => Object.keys(tracker.snapshot());
    for (const key of ['a', 'b', 'c']) mustTake(tracker, key);
    // The sweep before `c` found both in use: the next comes before the fifth.
    mustTake(tracker, 'd').release();
    expect(keys()).toEqual(['a', 'b', 'c', 'd']);
    mustTake(tracker, 'e').release();
    expect(keys()).toEqual(['a', 'b', 'c', 'e']);
  });

  test('are not those whose limits were told', () => {
    const clock = createVirtualClock();
    const limits = { x: { requestsPerMinute: 1 }, y: { requestsPerMinute: 1 } };
    const tracker = createRateLimitTracker({ clock, limits, maxKeys: 2 });
    for (const key of ['a', 'b', 'c']) mustTake(tracker, key).release();
    expect(Object.keys(tracker.snapshot())).toEqual(['x', 'y', 'c']);
  });

  test('are kept while what they have spent has not come back', async () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock, maxKeys: 1 });
    tracker.observe('spent', {
      headers: { 'x-ratelimit-limit-tokens': '100', 'x-ratelimit-remaining-tokens': '40' },
    });
    await clock.advance(30_000);
    mustTake(tracker, 'other').release();
    expect(tracker.snapshot('spent')?.rules).toMatchObject([{ available: 90 }]);
  });
});

describe('what is told of a key', () => {
  test('names the block and its reason while it lasts', async () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock });
    tracker.block('k', clock.now() + 500, 'the quota is used up');
    expect(tracker.snapshot('k')).toEqual({
      rules: [],
      inFlight: 0,
      blockedUntil: clock.now() + 500,
      blockedBy: 'the quota is used up',
    });
    await clock.advance(500);
    expect(tracker.snapshot('k')).toEqual({ rules: [], inFlight: 0 });
  });

  test('names limits by their unit and their period', () => {
    const clock = createVirtualClock();
    const words = [
      ['requests', 1000, 'requests per second of k'],
      ['inputTokens', 60_000, 'input tokens per minute of k'],
      ['outputTokens', 3_600_000, 'output tokens per hour of k'],
      ['nanoUsd', 86_400_000, 'money per day of k'],
      ['tokens', 10_000, 'tokens per 10 s of k'],
    ] as const;
    for (const [unit, perMs, limitedBy] of words) {
      const rule = { unit, amount: 1, perMs };
      const tracker = createRateLimitTracker({ clock, limits: { k: { rules: [rule] } } });
      const check = tracker.check('k', { [unit === 'tokens' ? 'inputTokens' : unit]: 2 });
      expect(check).toMatchObject({ limitedBy });
    }
  });

  test('keeps to the stated number in flight, the told one and the smaller of both', () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock, limits: { k: { maxConcurrent: 3 } } });
    const headers = {
      'ratelimit-policy': '"open";q=2;qu="concurrent-requests"',
      ratelimit: '"open";r=2',
    };
    expect(tracker.snapshot('k')?.maxConcurrent).toBe(3);
    tracker.observe('k', { headers });
    expect(tracker.snapshot('k')?.maxConcurrent).toBe(2);
    expect(fill(tracker, 'k')).toBe(2);
    tracker.observe('k', { headers: {} });
    expect(tracker.snapshot('k')?.maxConcurrent).toBe(2);
    tracker.update({ k: { maxConcurrent: 1 } });
    expect(tracker.snapshot('k')?.maxConcurrent).toBe(1);
  });
});
