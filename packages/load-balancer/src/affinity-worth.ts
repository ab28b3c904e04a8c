import { type Candidate, type Price, priceUsage, readOptions } from '@llm-router/core';

/** How long a provider's prompt cache is worth waiting for, in milliseconds; 0 for not at all. */
export type AffinityWorth = (candidate: Candidate, knownShare: number) => number;

export interface AffinityWorthOptions {
  /**
   * Time that a provider saves on a thousand prompt tokens it has in its cache, in milliseconds;
   * 0 or more. @defaultValue 100
   */
  readonly msPerThousandCachedTokens?: number;
  /**
   * What a second of waiting costs, in US dollars; above 0, `Infinity` leaves money out of it.
   * @defaultValue 0.01, which is 36 dollars an hour
   */
  readonly usdPerSecond?: number;
  /** Nothing is worth more than this, in milliseconds; above 0. @defaultValue 5000 */
  readonly maxExtraWaitMs?: number;
  /** Providers cache nothing shorter, in tokens; 0 or more. @defaultValue 1024 */
  readonly minTokens?: number;
}

/**
 * Makes the formula of the strategy `prefix-affinity`. With c tokens in the cache, the known share of
 * the prompt, it is the time that reading them anew would take, and the price of it as time:
 * `c / 1000 × msPerThousandCachedTokens + 1000 × c × (input − cacheRead) / usdPerSecond`.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const worthMs = createAffinityWorth({ maxExtraWaitMs: 2000 });
 * worthMs(candidate, 0.9); // 810 for 4,000 tokens at 2.50 dollars a million, 1.25 from the cache
 */
export function createAffinityWorth(options: AffinityWorthOptions = {}): AffinityWorth {
  const read = readOptions('createAffinityWorth', options, [
    'msPerThousandCachedTokens',
    'usdPerSecond',
    'maxExtraWaitMs',
    'minTokens',
  ]);
  const aboveZero = { min: 0, exclusiveMin: true } as const;
  const msPerThousand = read.number('msPerThousandCachedTokens', { default: 100, min: 0 });
  const usdPerSecond = read.number('usdPerSecond', { default: 0.01, ...aboveZero, infinite: true });
  const maxExtraWaitMs = read.number('maxExtraWaitMs', { default: 5000, ...aboveZero });
  const minTokens = read.number('minTokens', { default: 1024, min: 0 });

  return ({ deployment: { price }, expected: { inputTokens } }, knownShare) => {
    const cachedTokens = Math.floor(inputTokens * knownShare);
    if (!(cachedTokens >= minTokens)) return 0;
    const savedUsd = price === undefined ? 0 : savingUsd(inputTokens, cachedTokens, price);
    const worthMs = (cachedTokens / 1000) * msPerThousand + (savedUsd / usdPerSecond) * 1000;
    return Math.min(worthMs, maxExtraWaitMs);
  };
}

/** What the cached tokens would cost more without the cache. */
function savingUsd(inputTokens: number, cachedInputTokens: number, price: Price): number {
  const usage = { inputTokens, outputTokens: 0, totalTokens: inputTokens };
  const full = priceUsage(usage, price).nanoUsd ?? 0;
  const cached = priceUsage({ ...usage, cachedInputTokens }, price).nanoUsd ?? full;
  return Math.max(0, full - cached) / 1e9;
}
