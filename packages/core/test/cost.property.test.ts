import {
  addCosts,
  type Cost,
  formatUsd,
  type Price,
  priceUsage,
  type Usage,
} from '@llm-router/core';
import * as fc from 'fast-check';

/** Dollars for a million tokens with up to four decimals, as price lists have them. */
const rate = fc.nat(1_000_000).map((tenThousandths) => tenThousandths / 10_000);
const price: fc.Arbitrary<Required<Omit<Price, 'tiers'>>> = fc.record({
  input: rate,
  output: rate,
  cacheRead: rate,
  cacheWrite: rate,
  reasoning: rate,
  request: rate,
});
const part = fc.nat(20_000);
const usage: fc.Arbitrary<Required<Usage>> = fc
  .record({ plain: part, cached: part, written: part, visible: part, reasoning: part })
  .map(({ plain, cached, written, visible, reasoning }) => ({
    inputTokens: plain + cached + written,
    outputTokens: visible + reasoning,
    totalTokens: plain + cached + written + visible + reasoning,
    cachedInputTokens: cached,
    cacheWriteInputTokens: written,
    reasoningTokens: reasoning,
  }));

const toNano = (usd: number) => BigInt(Math.round(usd * 10_000)) * 100_000n;

/** The same sum in whole numbers without limit. */
function exactNanoUsd(used: Required<Usage>, list: Required<Omit<Price, 'tiers'>>): bigint {
  const plain = used.inputTokens - used.cachedInputTokens - used.cacheWriteInputTokens;
  const visible = used.outputTokens - used.reasoningTokens;
  const perMillion =
    BigInt(plain) * toNano(list.input) +
    BigInt(used.cachedInputTokens) * toNano(list.cacheRead) +
    BigInt(used.cacheWriteInputTokens) * toNano(list.cacheWrite) +
    BigInt(visible) * toNano(list.output) +
    BigInt(used.reasoningTokens) * toNano(list.reasoning);
  return (perMillion + 500_000n) / 1_000_000n + toNano(list.request);
}

const someCost: fc.Arbitrary<Cost> = fc.oneof(
  fc.record({
    nanoUsd: fc.nat(),
    exactness: fc.constantFrom('reported' as const, 'priced' as const, 'estimated' as const),
  }),
  fc.constant<Cost>({ nanoUsd: null, exactness: 'unknown' }),
);

describe('prices, for any usage', () => {
  it('are exact to the billionth up to $4, and within one above', () => {
    fc.assert(
      fc.property(usage, price, (used, list) => {
        const exact = exactNanoUsd(used, list);
        const { nanoUsd, exactness } = priceUsage(used, list);
        expect(exactness).toBe('priced');
        const off = BigInt(nanoUsd ?? -1) - exact;
        const tokensUsd = Number(exact - toNano(list.request)) / 1e9;
        const allowed = tokensUsd <= 4 ? 0n : 1n;
        expect(off <= allowed && off >= -allowed).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never fall when more is used', () => {
    fc.assert(
      fc.property(usage, price, fc.nat(1000), (used, list, more) => {
        const before = priceUsage(used, list).nanoUsd ?? 0;
        const longer = { ...used, outputTokens: used.outputTokens + more };
        expect(priceUsage(longer, list).nanoUsd).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('sums of costs, for any costs', () => {
  it('do not depend on order or grouping', () => {
    fc.assert(
      fc.property(fc.array(someCost), fc.array(someCost, { minLength: 1 }), (left, right) => {
        const sum = addCosts([...left, ...right]);
        expect(addCosts([...right, ...left])).toEqual(sum);
        if (left.length > 0) expect(addCosts([addCosts(left), addCosts(right)])).toEqual(sum);
      }),
    );
  });
});

describe('formatted dollars, for any amount', () => {
  it('stay within half of the last digit shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (nanoUsd) => {
        const text = formatUsd({ nanoUsd, exactness: 'priced' });
        expect(text).toMatch(/^-?\$\d+\.\d{2,9}$/);
        const read = Number(text.replace('$', ''));
        const usd = nanoUsd / 1e9;
        const tolerance = Math.max(5e-10, Math.abs(usd) >= 1 ? 0.005 : Math.abs(usd) * 5e-4);
        expect(Math.abs(read - usd)).toBeLessThanOrEqual(tolerance * (1 + 1e-9));
      }),
    );
  });
});
