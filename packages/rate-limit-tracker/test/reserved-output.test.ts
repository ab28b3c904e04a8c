import { createVirtualClock } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';

const perMinute = { unit: 'tokens', amount: 1000, perMs: 60_000 } as const;
const need = { inputTokens: 100, outputTokens: 50, maxOutputTokens: 700 };

function createTracker(reserve?: 'expected' | 'max_tokens') {
  const rule = { ...perMinute, ...(reserve && { reserve }) };
  const tracker = createRateLimitTracker({
    limits: { k: { rules: [rule] } },
    clock: createVirtualClock(),
  });
  const available = () => tracker.snapshot('k')?.rules[0]?.available;
  const take = (wanted: object = need) => {
    const taken = tracker.reserve('k', wanted);
    if (!taken.ok) throw new Error(taken.limitedBy);
    return taken.lease;
  };
  return { tracker, available, take };
}

describe('the output that a rule reserves', () => {
  test('is the expected one unless told otherwise', () => {
    const { available, take } = createTracker();
    take();
    expect(available()).toBe(850);
  });

  test('is the most that the request allows, for a provider that counts what could be produced', () => {
    const { tracker, available, take } = createTracker('max_tokens');
    take();
    expect(available()).toBe(200);
    expect(tracker.check('k', need).ok).toBe(false);
  });

  test('is the expected one where the request names no most', () => {
    const { available, take } = createTracker('max_tokens');
    take({ inputTokens: 100, outputTokens: 50 });
    expect(available()).toBe(850);
  });

  test.each(['expected', 'max_tokens'] as const)(
    'becomes what was produced once that is known (%s)',
    (reserve) => {
      const { available, take } = createTracker(reserve);
      take().settle({ inputTokens: 90, outputTokens: 200 });
      expect(available()).toBe(710);
    },
  );

  test.each(['expected', 'max_tokens'] as const)('goes back whole by a release (%s)', (reserve) => {
    const { available, take } = createTracker(reserve);
    take().release();
    expect(available()).toBe(1000);
  });
});

describe('the time that limits need to make up for a request', () => {
  test('is that of the slowest of them', () => {
    const limits = {
      both: { requestsPerMinute: 60, tokensPerMinute: 6000 },
      spaced: { minIntervalMs: 250 },
    };
    const tracker = createRateLimitTracker({ limits, clock: createVirtualClock() });
    expect(tracker.occupancyMs('both', { inputTokens: 10 })).toBe(1000);
    expect(tracker.occupancyMs('both', { inputTokens: 150, outputTokens: 50 })).toBe(2000);
    expect(tracker.occupancyMs('spaced')).toBe(250);
    expect(tracker.occupancyMs('unknown')).toBe(0);
  });

  test('counts slots by how long requests last', async () => {
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ limits: { k: { maxConcurrent: 4 } }, clock });
    const taken = tracker.reserve('k');
    await clock.advance(600);
    if (taken.ok) taken.lease.settle({});
    expect(tracker.occupancyMs('k')).toBe(150);
  });
});
