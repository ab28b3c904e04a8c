import { calculateCost } from '../src/index.ts';

const usage = { inputTokens: 1000, outputTokens: 500, totalTokens: 1500 };

it('prices by the list of the provider', () => {
  expect(calculateCost(usage, 'gpt-4o-mini')).toEqual({ nanoUsd: 450_000, exactness: 'priced' });
  expect(calculateCost(usage, 'groq/llama-3.3-70b-versatile').nanoUsd).toBe(985_000);
});

it('prices cached tokens and the tier of a long prompt', () => {
  expect(calculateCost({ ...usage, cachedInputTokens: 1000 }, 'gpt-4o-mini').nanoUsd).toBe(375_000);
  const long = { inputTokens: 300_000, outputTokens: 0, totalTokens: 300_000 };
  expect(calculateCost(long, 'gpt-5.4').nanoUsd).toBe(1_500_000_000);
});

it('prices by a price of one own', () => {
  expect(calculateCost(usage, { input: 1, output: 2 })).toEqual({
    nanoUsd: 2_000_000,
    exactness: 'priced',
  });
});

it('never takes an unknown price for nothing', () => {
  expect(calculateCost(usage, 'acme-9')).toEqual({ nanoUsd: null, exactness: 'unknown' });
  expect(calculateCost(usage, 'llama3.2:3b').nanoUsd).toBeNull();
});
