import type { LimitSettings } from './model-settings.ts';
import { type BucketState, createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Which limit said no. */
export type LimitName = 'requests' | 'requests-per-day' | 'tokens' | 'concurrency';

/** A limit that said no, with the numbers that an error message needs. */
export interface LimitRefusal {
  readonly limit: LimitName;
  readonly requested: number;
  /** Milliseconds until it would pass; `Infinity`: never; absent where nobody can know. */
  readonly waitMs?: number;
  /** The bucket that was too low; absent for `concurrency`. */
  readonly bucket?: BucketState;
  /** Requests that may be in flight; only for `concurrency`. */
  readonly maxConcurrent?: number;
}

/** What response headers tell about a quota. */
export interface QuotaState {
  readonly requests?: BucketState;
  readonly tokens?: BucketState;
}

/** All limits of one model. */
export interface Quota {
  readonly inFlight: number;
  /** Takes one request, one slot and `tokens`, or says which limit stood in the way. */
  admit(tokens: number, now: number): LimitRefusal | undefined;
  /** Ends an admitted request: frees its slot and replaces the reserved tokens by the used ones. */
  settle(reserved: number, used: number, now: number): void;
  state(now: number): QuotaState;
  /** New limits; what was spent under the old ones stays spent. */
  update(limits: LimitSettings, now: number): void;
}

const secondsPerDay = 86_400;

/**
 * Makes the limits of one model. A request that is refused after it passed the request limits has
 * used up one request all the same, as OpenAI counts failed requests.
 */
export function createQuota(settings: LimitSettings, start: number): Quota {
  let limits = settings;
  let buckets = createBuckets(settings, start);
  let inFlight = 0;

  function refuseBy(
    limit: LimitName,
    bucket: TokenBucket | undefined,
    requested: number,
    now: number,
  ): LimitRefusal | undefined {
    const waitMs = bucket?.waitMs(requested, now) ?? 0;
    if (bucket === undefined || waitMs === 0) return undefined;
    return { limit, requested, waitMs, bucket: bucket.state(now) };
  }

  return {
    get inFlight() {
      return inFlight;
    },
    admit(tokens, now) {
      const early =
        refuseBy('requests', buckets.requests, 1, now) ??
        refuseBy('requests-per-day', buckets.day, 1, now);
      if (early !== undefined) return early;
      buckets.requests?.take(1, now);
      buckets.day?.take(1, now);
      const { maxConcurrent } = limits;
      if (inFlight >= maxConcurrent) return { limit: 'concurrency', requested: 1, maxConcurrent };
      const late = refuseBy('tokens', buckets.tokens, tokens, now);
      if (late !== undefined) return late;
      buckets.tokens?.take(tokens, now);
      inFlight += 1;
      return undefined;
    },
    settle(reserved, used, now) {
      inFlight -= 1;
      if (used <= reserved) buckets.tokens?.giveBack(reserved - used, now);
      else buckets.tokens?.take(used - reserved, now);
    },
    state: (now) => ({
      ...(buckets.requests && { requests: buckets.requests.state(now) }),
      ...(buckets.tokens && { tokens: buckets.tokens.state(now) }),
    }),
    update(next, now) {
      limits = next;
      buckets = createBuckets(next, now, buckets);
    },
  };
}

interface Buckets {
  readonly requests?: TokenBucket;
  readonly day?: TokenBucket;
  readonly tokens?: TokenBucket;
}

function createBuckets(limits: LimitSettings, now: number, before: Buckets = {}): Buckets {
  const { requests, tokens, requestsPerDay } = limits;
  // OpenAI's daily limit refills continuously too: 200 a day come back as one in 7m12s.
  const day = requestsPerDay && {
    burst: requestsPerDay,
    perSecond: requestsPerDay / secondsPerDay,
  };
  return {
    ...(requests && {
      requests: createTokenBucket(requests, now, spentOf(before.requests, requests.burst, now)),
    }),
    ...(day && { day: createTokenBucket(day, now, spentOf(before.day, day.burst, now)) }),
    ...(tokens && {
      tokens: createTokenBucket(tokens, now, spentOf(before.tokens, tokens.burst, now)),
    }),
  };
}

/** What was taken and has not come back; a smaller bucket starts empty at worst. */
function spentOf(before: TokenBucket | undefined, burst: number, now: number): number {
  const state = before?.state(now);
  return state === undefined ? 0 : Math.min(burst, state.burst - state.level);
}
