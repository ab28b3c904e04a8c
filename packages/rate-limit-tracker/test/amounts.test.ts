import { isRouterError, type Need } from '@llm-router/core';
import { trackOne } from './support/tracker.ts';

describe('amounts that are none', () => {
  const wrong: readonly Need[] = [
    { inputTokens: Number.NaN },
    { outputTokens: -1 },
    { requests: Number.NaN },
    { nanoUsd: -5 },
  ];

  test.each(wrong)('%j is refused by name and lifts no limit', (need) => {
    const { tracker, fill } = trackOne({
      requestsPerMinute: 2,
      tokensPerMinute: 100,
      usdPerDay: 1,
    });
    const [field] = Object.keys(need);
    for (const call of [() => tracker.reserve('k', need), () => tracker.check('k', need)]) {
      try {
        call();
        throw new Error('was admitted');
      } catch (error) {
        expect(isRouterError(error, 'invalid_request')).toBe(true);
        expect(String(error)).toContain(`need.${field} is `);
      }
    }
    expect(fill()).toBe(2);
  });

  test.each([Number.NaN, -100, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a reported usage of %d leaves the reservation as it was',
    (outputTokens) => {
      const { take, waitMs } = trackOne({ tokensPerMinute: 100 });
      take({ inputTokens: 10, outputTokens: 50 }).settle({ inputTokens: 10, outputTokens });
      expect(waitMs({ inputTokens: 40 })).toBe(0);
      expect(waitMs({ inputTokens: 41 })).toBeCloseTo(600, 1);
    },
  );
});
