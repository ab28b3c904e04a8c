import { isRouterError, type Need } from '@llm-router/core';
import { trackOne } from './support/tracker.ts';

describe('amounts', () => {
  test('of nothing, and those that are left open, are no mistake', () => {
    const { tracker } = trackOne({ requestsPerMinute: 1 });
    const none = { requests: 0, inputTokens: 0, outputTokens: 0, nanoUsd: 0 };
    expect(tracker.check('k', none).ok).toBe(true);
    const open: unknown = { inputTokens: undefined };
    expect(tracker.check('k', open as Need).ok).toBe(true);
  });

  test('under a name that nobody knows are refused, with the names that are known', () => {
    const { tracker } = trackOne({ tokensPerMinute: 1 });
    const misspelt: unknown = { inputToken: 500 };
    expect(() => tracker.check('k', misspelt as Need)).toThrow(
      "need has no 'inputToken'; it knows requests, inputTokens, outputTokens, maxOutputTokens, nanoUsd, maxNanoUsd, isGuess.",
    );
  });

  test('count under each unit for what they are', () => {
    const need = { requests: 2, inputTokens: 30, outputTokens: 5, nanoUsd: 7 };
    const units = { requests: 2, tokens: 35, inputTokens: 30, outputTokens: 5, nanoUsd: 7 };
    for (const [unit, amount] of Object.entries(units)) {
      const rule = { unit: unit as keyof typeof units, amount, perMs: 1000 };
      const exact = trackOne({ rules: [rule] });
      expect(exact.waitMs(need)).toBe(0);
      expect(exact.fill(need)).toBe(1);
      expect(trackOne({ rules: [{ ...rule, amount: amount - 1 }] }).waitMs(need)).toBe(
        Number.POSITIVE_INFINITY,
      );
    }
  });

  test('that a request does not state are nothing, but it is one request', () => {
    for (const unit of ['tokens', 'inputTokens', 'outputTokens', 'nanoUsd'] as const) {
      const { fill } = trackOne({ rules: [{ unit, amount: 1, perMs: 1000 }] });
      expect(fill()).toBe(10_000);
    }
    expect(trackOne({ rules: [{ unit: 'requests', amount: 1, perMs: 1000 }] }).fill()).toBe(1);
    const tokens = trackOne({ tokensPerMinute: 10 });
    expect(tokens.fill({ outputTokens: 5 })).toBe(2);
  });
});

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
