import type { LimitSettings } from './model-settings.ts';
import { type BucketSettings, createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** The buckets of one model; `undefined` is unlimited. */
export interface QuotaBuckets {
  readonly requests: TokenBucket | undefined;
  readonly day: TokenBucket | undefined;
  readonly tokens: TokenBucket | undefined;
  readonly inputTokens: TokenBucket | undefined;
  readonly outputTokens: TokenBucket | undefined;
}

const secondsPerDay = 86_400;

/** Makes the buckets of some limits; what was spent from those of before stays spent. */
export function createQuotaBuckets(
  limits: LimitSettings,
  now: number,
  before?: QuotaBuckets,
): QuotaBuckets {
  const make = (settings: BucketSettings | undefined, old: TokenBucket | undefined) =>
    settings && createTokenBucket(settings, now, spentOf(old, settings.burst, now));
  return {
    requests: make(limits.requests, before?.requests),
    day: make(daily(limits.requestsPerDay), before?.day),
    tokens: make(limits.tokens, before?.tokens),
    inputTokens: make(limits.inputTokens, before?.inputTokens),
    outputTokens: make(limits.outputTokens, before?.outputTokens),
  };
}

/** OpenAI's daily limit refills continuously too: 200 a day come back as one in 7m12s. */
function daily(requests: number | undefined): BucketSettings | undefined {
  return requests === undefined
    ? undefined
    : { burst: requests, perSecond: requests / secondsPerDay };
}

/** What was taken and has not come back; a smaller bucket starts empty at worst. */
function spentOf(before: TokenBucket | undefined, burst: number, now: number): number {
  const state = before?.state(now);
  return state === undefined ? 0 : Math.min(burst, state.burst - state.level);
}
