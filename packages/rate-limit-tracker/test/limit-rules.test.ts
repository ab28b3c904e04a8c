import { isRouterError, type Limits } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';

const wrong: readonly (readonly [limits: unknown, told: RegExp])[] = [
  [{ requestsPerMinute: 0 }, /requestsPerMinute is 0; expected a number above 0/],
  [{ tokensPerMinute: -5 }, /tokensPerMinute is -5/],
  [{ tokensPerDay: Number.NaN }, /tokensPerDay is NaN/],
  [{ usdPerDay: '5' }, /usdPerDay is '5'/],
  [{ requestsPerDay: Number.POSITIVE_INFINITY }, /requestsPerDay is Infinity.*leave it out/],
  [{ maxConcurrent: 0 }, /maxConcurrent is 0/],
  [{ maxConcurrent: 1.5 }, /maxConcurrent is 1.5; expected a whole number/],
  [{ minIntervalMs: -1 }, /minIntervalMs is -1/],
  [{ requestPerMinute: 5 }, /'requestPerMinute'; expected one of requestsPerMinute/],
  [{ burst: 0 }, /burst is 0/],
  [{ burst: null }, /burst is null/],
  [{ burst: { token: 5 } }, /'token'; expected one of requests, tokens/],
  [{ burst: { tokens: -5 } }, /burst.tokens is -5/],
  [{ rules: {} }, /rules is an object; expected a list/],
  [{ rules: [null] }, /rules\[0\] is null/],
  [{ rules: [{ unit: 'request', amount: 1, perMs: 1 }] }, /rules\[0\].unit is 'request'/],
  [{ rules: [{ unit: 'requests', perMs: 1 }] }, /rules\[0\].amount/],
  [{ rules: [{ unit: 'requests', amount: 1 }] }, /rules\[0\].perMs/],
  [{ rules: [{ unit: 'requests', amount: 1, perMs: 0 }] }, /rules\[0\].perMs is 0/],
  [{ rules: [{ unit: 'requests', amount: 1, perMs: 1, burst: -1 }] }, /rules\[0\].burst is -1/],
  [
    { rules: [{ unit: 'requests', amount: 1, perMs: 1, algorithm: 'leaky' }] },
    /algorithm is 'leaky'; expected one of token-bucket/,
  ],
  [
    { rules: [{ unit: 'requests', amount: 1, perMs: 1, algoritm: 'fixed-window' }] },
    /rules\[0\].*'algoritm'/,
  ],
  ['60 per minute', /limits of 'k' is '60 per minute'; expected an object/],
  [null, /limits of 'k' is null/],
];

test.each(wrong)('%j is refused, by name, when made and when updated', (limits, told) => {
  const tracker = createRateLimitTracker();
  for (const call of [
    () => createRateLimitTracker({ limits: { k: limits as Limits } }),
    () => tracker.update({ k: limits as Limits }),
  ]) {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(isRouterError(thrown, 'invalid_config')).toBe(true);
    expect((thrown as Error).message).toMatch(told);
    expect((thrown as Error).message).toContain("'k'");
  }
});

test.each([
  [{ leaseTtlMs: 0 }, 'leaseTtlMs'],
  [{ maxKeys: 1.5 }, 'maxKeys'],
  [{ onFreed: 'now' }, 'onFreed'],
  [{ limit: {} }, 'limit'],
])('the option in %j is refused by name', (options, name) => {
  expect(() => createRateLimitTracker(options as object)).toThrow(new RegExp(name));
});
