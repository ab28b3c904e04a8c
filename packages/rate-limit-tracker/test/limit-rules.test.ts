import { isRouterError, type LimitRule, type Limits } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';
import { toLimitRules } from '../src/limit-rules.ts';

const wrong: readonly (readonly [limits: unknown, told: RegExp])[] = [
  [{ requestsPerMinute: 0 }, /requestsPerMinute is 0; expected a number above 0/],
  [{ tokensPerMinute: -5 }, /tokensPerMinute is -5/],
  [{ tokensPerDay: Number.NaN }, /tokensPerDay is NaN/],
  [{ usdPerDay: '5' }, /usdPerDay is '5'/],
  [{ requestsPerDay: Number.POSITIVE_INFINITY }, /requestsPerDay is Infinity.*leave it out/],
  [{ maxConcurrent: 0 }, /maxConcurrent is 0/],
  [{ maxConcurrent: '3' }, /maxConcurrent is '3'/],
  [{ minIntervalMs: Number.POSITIVE_INFINITY }, /minIntervalMs is Infinity/],
  [{ burst: { requests: 0 } }, /burst.requests is 0/],
  [{ rules: [null] }, /rules\[0\] is null; expected a rule/],
  [{ rules: ['5 a second'] }, /rules\[0\] is '5 a second'; expected a rule/],
  [
    { rules: [{ unit: 'words', amount: 1, perMs: 1 }] },
    /rules\[0\].unit is 'words'; expected one of/,
  ],
  [{ rules: [{ unit: 'requests', perMs: 1 }] }, /rules\[0\].amount is undefined/],
  [{ rules: [{ unit: 'requests', amount: 1 }] }, /rules\[0\].perMs is undefined/],
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

test.each<readonly [Limits, readonly LimitRule[]]>([
  [{ requestsPerMinute: 5 }, [{ unit: 'requests', amount: 5, perMs: 60_000 }]],
  [{ inputTokensPerMinute: 5 }, [{ unit: 'inputTokens', amount: 5, perMs: 60_000 }]],
  [
    { requestsPerMinute: 5, tokensPerMinute: 9, burst: 2 },
    [
      { unit: 'requests', amount: 5, perMs: 60_000, burst: 2 },
      { unit: 'tokens', amount: 9, perMs: 60_000 },
    ],
  ],
  [
    {
      requestsPerMinute: 5,
      tokensPerMinute: 9,
      outputTokensPerMinute: 8,
      burst: { requests: 1, tokens: 3 },
    },
    [
      { unit: 'requests', amount: 5, perMs: 60_000, burst: 1 },
      { unit: 'tokens', amount: 9, perMs: 60_000, burst: 3 },
      { unit: 'outputTokens', amount: 8, perMs: 60_000, burst: 3 },
    ],
  ],
  [
    { requestsPerDay: 5, tokensPerDay: 6, usdPerDay: 0.5 },
    [
      { unit: 'requests', amount: 5, perMs: 86_400_000, algorithm: 'fixed-window' },
      { unit: 'tokens', amount: 6, perMs: 86_400_000, algorithm: 'fixed-window' },
      {
        unit: 'nanoUsd',
        amount: 500_000_000,
        perMs: 86_400_000,
        algorithm: 'fixed-window',
        reserve: 'max_tokens',
      },
    ],
  ],
  [
    { rules: [{ unit: 'tokens', amount: 0.5, perMs: 10, burst: 3, reserve: 'max_tokens' }] },
    [{ unit: 'tokens', amount: 0.5, perMs: 10, burst: 3, reserve: 'max_tokens' }],
  ],
  [{ maxConcurrent: 1, minIntervalMs: 0 }, []],
])('%j are read as what they mean', (limits, rules) => {
  expect(toLimitRules('k', limits)).toStrictEqual(rules);
});

test.each([
  [{ leaseTtlMs: 0 }, 'leaseTtlMs'],
  [{ maxKeys: 1.5 }, 'maxKeys'],
  [{ onFreed: 'now' }, 'onFreed'],
  [{ limit: {} }, 'limit'],
])('the option in %j is refused by name', (options, name) => {
  expect(() => createRateLimitTracker(options as object)).toThrow(new RegExp(name));
});
