import type { Usage } from './usage.ts';

/** US dollars for a million tokens, as price lists print them. */
export interface Price {
  readonly input: number;
  readonly output: number;
  /** Prompt tokens read from the provider's cache. @defaultValue `input` */
  readonly cacheRead?: number;
  /** Prompt tokens written to the provider's cache. @defaultValue `input` */
  readonly cacheWrite?: number;
  /** Reasoning tokens. @defaultValue `output` */
  readonly reasoning?: number;
  /** US dollars for each request, on top of its tokens. @defaultValue 0 */
  readonly request?: number;
  /** Other prices for the whole request once its input is above a size; the largest size passed holds. */
  readonly tiers?: readonly (Omit<Price, 'tiers'> & { readonly aboveInputTokens: number })[];
}

/** An amount of money and how it is known. `null` means unknown, which is never 0. */
export interface Cost {
  /** Billionths of a US dollar, an integer. */
  readonly nanoUsd: number | null;
  readonly exactness: 'reported' | 'priced' | 'estimated' | 'unknown';
}

export const unknownCost: Cost = Object.freeze({ nanoUsd: null, exactness: 'unknown' });

const NANO = 1e9;

/** US dollars to the integer billionths that the house counts in. */
export function toNanoUsd(usd: number): number {
  return Math.round(usd * NANO);
}

/**
 * The price of a request. Rounded once, at the end: the sum before it is an exact integer up to $9,
 * and above that off by at most one billionth of a dollar.
 */
export function priceUsage(usage: Usage, price: Price): Cost {
  const rates = ratesFor(usage.inputTokens, price);
  const cached = usage.cachedInputTokens ?? 0;
  const written = usage.cacheWriteInputTokens ?? 0;
  const reasoning = usage.reasoningTokens ?? 0;
  const perMillion =
    atLeastZero(usage.inputTokens - cached - written) * toNanoUsd(rates.input) +
    cached * toNanoUsd(rates.cacheRead ?? rates.input) +
    written * toNanoUsd(rates.cacheWrite ?? rates.input) +
    atLeastZero(usage.outputTokens - reasoning) * toNanoUsd(rates.output) +
    reasoning * toNanoUsd(rates.reasoning ?? rates.output);
  const nanoUsd = Math.round(perMillion / 1e6) + toNanoUsd(rates.request ?? 0);
  return Number.isSafeInteger(nanoUsd) ? { nanoUsd, exactness: 'priced' } : unknownCost;
}

/** Some providers report the parts beside the whole; a negative rest would be money back. */
function atLeastZero(tokens: number): number {
  return Math.max(0, tokens);
}

function ratesFor(inputTokens: number, price: Price): Omit<Price, 'tiers'> {
  let best: Omit<Price, 'tiers'> = price;
  let above = -1;
  for (const tier of price.tiers ?? []) {
    if (inputTokens > tier.aboveInputTokens && tier.aboveInputTokens > above) {
      best = { request: price.request ?? 0, ...tier };
      above = tier.aboveInputTokens;
    }
  }
  return best;
}

/** From certain to unknown: a sum is only as exact as its least exact part. */
const exactnessOrder = ['reported', 'priced', 'estimated', 'unknown'] as const;

/** Adds amounts; one unknown part makes the sum unknown. The sum of nothing is a priced 0. */
export function addCosts(costs: Iterable<Cost>): Cost {
  let nanoUsd: number | null = 0;
  let exactness = -1;
  for (const cost of costs) {
    nanoUsd = nanoUsd === null || cost.nanoUsd === null ? null : nanoUsd + cost.nanoUsd;
    exactness = Math.max(exactness, exactnessOrder.indexOf(cost.exactness));
  }
  if (nanoUsd === null) return unknownCost;
  return { nanoUsd, exactness: exactnessOrder[exactness] ?? 'priced' };
}

/**
 * Dollars for people: `$0.0234`, `$12.50`, `≈ $0.001` for an estimate, `unknown` where nobody knows.
 * Four significant digits below a dollar, cents above.
 */
export function formatUsd(cost: Cost): string {
  if (cost.nanoUsd === null) return 'unknown';
  const usd = cost.nanoUsd / NANO;
  const sign = cost.exactness === 'estimated' ? '≈ ' : '';
  return `${sign}${usd < 0 ? '-' : ''}$${formatAmount(Math.abs(usd))}`;
}

function formatAmount(usd: number): string {
  if (usd === 0 || usd >= 1) return usd.toFixed(2);
  const decimals = Math.min(9, 3 - Math.floor(Math.log10(usd)));
  return usd.toFixed(decimals).replace(/(\.\d{2,}?)0+$/, '$1');
}
