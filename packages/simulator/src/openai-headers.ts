import { formatGoDuration } from './go-duration.ts';
import type { QuotaState } from './quota.ts';
import type { BucketState } from './token-bucket.ts';

/** OpenAI's headers of limits; nothing in them tells of input and output tokens apart. */
export function openaiLimitHeaders(quota: QuotaState): Record<string, string> {
  return {
    ...limitHeaders('requests', quota.requests),
    ...limitHeaders('tokens', quota.tokens),
  };
}

/** The hint in milliseconds, which only OpenAI's headers have beside that in seconds. */
export function openaiHint(retryAfterMs: number | undefined): Record<string, string> {
  return retryAfterMs === undefined ? {} : { 'retry-after-ms': String(Math.ceil(retryAfterMs)) };
}

/** The limit as a minute's worth, whatever the size of the bucket; the reset is the time until it is full. */
function limitHeaders(
  name: 'requests' | 'tokens',
  bucket: BucketState | undefined,
): Record<string, string> {
  if (bucket === undefined) return {};
  return {
    [`x-ratelimit-limit-${name}`]: String(Math.round(60 * bucket.perSecond)),
    [`x-ratelimit-remaining-${name}`]: String(Math.max(0, Math.floor(bucket.level))),
    [`x-ratelimit-reset-${name}`]: formatGoDuration(bucket.fullAfterMs),
  };
}
