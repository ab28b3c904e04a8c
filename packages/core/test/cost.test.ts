import {
  addCosts,
  type Cost,
  formatUsd,
  type Price,
  priceUsage,
  toNanoUsd,
  type Usage,
  unknownCost,
} from '@llm-router/core';

const usage = (inputTokens: number, outputTokens: number, rest: Partial<Usage> = {}): Usage => ({
  inputTokens,
  outputTokens,
  totalTokens: inputTokens + outputTokens,
  ...rest,
});
const price: Price = { input: 0.15, output: 0.6 };
const priced = (nanoUsd: number): Cost => ({ nanoUsd, exactness: 'priced' });

describe('priceUsage', () => {
  it('prices input and output for a million tokens', () => {
    expect(priceUsage(usage(1_000_000, 1_000_000), price)).toEqual(priced(750_000_000));
    expect(priceUsage(usage(1000, 500), price)).toEqual(priced(450_000));
    expect(priceUsage(usage(0, 0), price)).toEqual(priced(0));
  });

  it('is exact where dollars in binary fractions are not', () => {
    // 3 tokens at $0.10 and 1 at $0.20 for a million: 300 + 200 billionths of a dollar.
    expect(priceUsage(usage(3, 1), { input: 0.1, output: 0.2 })).toEqual(priced(500));
    expect(priceUsage(usage(7, 0), { input: 0.0375, output: 0 })).toEqual(priced(263));
  });

  it('rounds once, at the end', () => {
    // Four parts of 0.25 billionths each: 1, not 0.
    const parts = usage(3, 1, { cachedInputTokens: 1, cacheWriteInputTokens: 1 });
    const quarter = 0.00025;
    expect(
      priceUsage(parts, {
        input: quarter,
        output: quarter,
        cacheRead: quarter,
        cacheWrite: quarter,
      }),
    ).toEqual(priced(1));
  });

  it('prices cache reads, cache writes and reasoning on their own', () => {
    const parts = usage(1000, 100, {
      cachedInputTokens: 600,
      cacheWriteInputTokens: 300,
      reasoningTokens: 40,
    });
    const full: Price = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75, reasoning: 20 };
    expect(priceUsage(parts, full)).toEqual(
      priced(100 * 3000 + 600 * 300 + 300 * 3750 + 60 * 15_000 + 40 * 20_000),
    );
  });

  it('prices those parts as plain tokens where the list says nothing of them', () => {
    const parts = { cachedInputTokens: 600, cacheWriteInputTokens: 300, reasoningTokens: 40 };
    expect(priceUsage(usage(1000, 100, parts), price)).toEqual(priceUsage(usage(1000, 100), price));
  });

  it('adds the price of the request itself', () => {
    expect(priceUsage(usage(1000, 0), { ...price, request: 0.005 })).toEqual(priced(5_150_000));
  });

  it('takes the tier of the largest size passed, for the whole request', () => {
    const tiered: Price = {
      input: 1,
      output: 2,
      tiers: [
        { aboveInputTokens: 1000, input: 4, output: 8 },
        { aboveInputTokens: 200, input: 2, output: 4, cacheRead: 0.5 },
      ],
    };
    expect(priceUsage(usage(200, 10), tiered)).toEqual(priced(200 * 1000 + 10 * 2000));
    expect(priceUsage(usage(201, 10), tiered)).toEqual(priced(201 * 2000 + 10 * 4000));
    expect(priceUsage(usage(1000, 0, { cachedInputTokens: 1000 }), tiered)).toEqual(
      priced(1000 * 500),
    );
    expect(priceUsage(usage(1001, 0), tiered)).toEqual(priced(1001 * 4000));
  });

  it('never gives money back where a provider reports parts beside the whole', () => {
    const beside = usage(10, 5, { cachedInputTokens: 1000, reasoningTokens: 50 });
    expect(priceUsage(beside, { input: 3, output: 15, cacheRead: 0.3 })).toEqual(
      priced(1000 * 300 + 50 * 15_000),
    );
  });

  it.each([
    ['a price is no number', usage(10, 10), { input: Number.NaN, output: 1 }],
    ['a price is absent', usage(10, 10), JSON.parse('{"input":1}')],
    ['a count is no number', usage(Number.NaN, 10), price],
    ['the amount is too large to be exact', usage(1e15, 0), { input: 1e6, output: 0 }],
  ])('is unknown, never 0, where %s', (_, used, list) => {
    expect(priceUsage(used, list)).toEqual({ nanoUsd: null, exactness: 'unknown' });
  });
});

describe('toNanoUsd', () => {
  it.each([
    [0, 0],
    [0.15, 150_000_000],
    [1.1, 1_100_000_000],
    [0.000_000_001, 1],
    [0.000_000_000_4, 0],
    [0.1 + 0.2, 300_000_000],
  ])('turns $%p into %p', (usd, nanoUsd) => {
    expect(toNanoUsd(usd)).toBe(nanoUsd);
  });
});

describe('addCosts', () => {
  it('adds, and is as exact as the least exact part', () => {
    const reported: Cost = { nanoUsd: 5, exactness: 'reported' };
    const estimated: Cost = { nanoUsd: 7, exactness: 'estimated' };
    expect(addCosts([reported, reported])).toEqual({ nanoUsd: 10, exactness: 'reported' });
    expect(addCosts([reported, priced(1)])).toEqual(priced(6));
    expect(addCosts([estimated, priced(1), reported])).toEqual({
      nanoUsd: 13,
      exactness: 'estimated',
    });
  });

  it('is unknown where any part is, in any place', () => {
    expect(addCosts([unknownCost, priced(1)])).toEqual(unknownCost);
    expect(addCosts([priced(1), unknownCost])).toEqual(unknownCost);
    expect(addCosts([unknownCost])).toEqual(unknownCost);
  });

  it('of nothing is a certain 0', () => {
    expect(addCosts([])).toEqual(priced(0));
  });

  it('takes any iterable once', () => {
    function* costs() {
      yield priced(1);
      yield priced(2);
    }
    expect(addCosts(costs())).toEqual(priced(3));
  });
});

describe('formatUsd', () => {
  it.each([
    [0, '$0.00'],
    [1, '$0.000000001'],
    [123, '$0.000000123'],
    [1_000_000, '$0.001'],
    [1_234_567, '$0.001235'],
    [23_400_000, '$0.0234'],
    [100_000_000, '$0.10'],
    [123_450_000, '$0.1235'],
    [500_000_000, '$0.50'],
    [999_990_000, '$1.00'],
    [1_000_000_000, '$1.00'],
    [12_500_000_000, '$12.50'],
    [12_345_678_900, '$12.35'],
    [1_234_567_891_000, '$1234.57'],
    [-2_500_000_000, '-$2.50'],
    [-1_000_000, '-$0.001'],
  ])('writes %p billionths as %p', (nanoUsd, text) => {
    expect(formatUsd(priced(nanoUsd))).toBe(text);
  });

  it('marks estimates and names the unknown', () => {
    expect(formatUsd({ nanoUsd: 1_000_000, exactness: 'estimated' })).toBe('≈ $0.001');
    expect(formatUsd({ nanoUsd: 1_000_000, exactness: 'reported' })).toBe('$0.001');
    expect(formatUsd(unknownCost)).toBe('unknown');
  });
});
