import type { LimitSettings } from './model-settings.ts';
import { createQuotaBuckets } from './quota-buckets.ts';
import type { BucketState, TokenBucket } from './token-bucket.ts';

/** Which limit said no. */
export type LimitName =
  | 'requests'
  | 'requests-per-day'
  | 'tokens'
  | 'input-tokens'
  | 'output-tokens'
  | 'concurrency';

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
  readonly inputTokens?: BucketState;
  readonly outputTokens?: BucketState;
}

/** What a request takes when it is admitted, besides itself and its slot. */
export interface Reserve {
  /** Prompt and the answer's reserved part. */
  readonly tokens: number;
  readonly inputTokens: number;
}

/** The place of an admitted request; it ends once. */
export interface Stay {
  /** From here on the answer counts, as far as `produced` says that it has come. */
  begin(produced: () => number): void;
  /** Frees the slot and replaces what was reserved by what was used. */
  end(used: { readonly inputTokens: number; readonly outputTokens: number }, now: number): void;
}

export type Admission =
  | { readonly ok: true; readonly stay: Stay }
  | { readonly ok: false; readonly refusal: LimitRefusal };

/** All limits of one model. */
export interface Quota {
  readonly inFlight: number;
  /** Takes one request, one slot and the reserve, or says which limit stood in the way. */
  admit(reserve: Reserve, now: number): Admission;
  state(now: number): QuotaState;
  /** New limits; what was spent under the old ones stays spent. */
  update(limits: LimitSettings, now: number): void;
}

/** An answer that is being made. */
interface Production {
  produced: () => number;
  /** The part of it that the limit of output tokens has seen. */
  counted: number;
}

/**
 * Makes the limits of one model. A request that is refused after it passed the request limits has
 * used up one request all the same, as OpenAI counts failed requests. Output tokens are reserved by
 * nobody and taken as they are produced, as Anthropic counts them.
 */
export function createQuota(settings: LimitSettings, start: number): Quota {
  let limits = settings;
  let buckets = createQuotaBuckets(settings, start);
  const inFlight = new Set<Production>();

  function countOutput(now: number): void {
    let tokens = 0;
    for (const production of inFlight) {
      const produced = production.produced();
      tokens += produced - production.counted;
      production.counted = produced;
    }
    buckets.outputTokens?.drain(tokens, now);
  }

  function enter(reserve: Reserve): Stay {
    const production: Production = { produced: () => 0, counted: 0 };
    inFlight.add(production);
    return {
      begin(produced) {
        production.produced = produced;
      },
      end({ inputTokens, outputTokens }, now) {
        if (buckets.outputTokens) countOutput(now);
        inFlight.delete(production);
        settle(buckets.tokens, reserve.tokens, inputTokens + outputTokens, now);
        settle(buckets.inputTokens, reserve.inputTokens, inputTokens, now);
      },
    };
  }

  return {
    get inFlight() {
      return inFlight.size;
    },
    admit(reserve, now) {
      const early =
        refuseBy('requests', buckets.requests, 1, now) ??
        refuseBy('requests-per-day', buckets.day, 1, now);
      if (early !== undefined) return { ok: false, refusal: early };
      buckets.requests?.take(1, now);
      buckets.day?.take(1, now);
      const { maxConcurrent } = limits;
      if (inFlight.size >= maxConcurrent) {
        return { ok: false, refusal: { limit: 'concurrency', requested: 1, maxConcurrent } };
      }
      if (buckets.outputTokens) countOutput(now);
      const late =
        refuseBy('tokens', buckets.tokens, reserve.tokens, now) ??
        refuseBy('input-tokens', buckets.inputTokens, reserve.inputTokens, now) ??
        refuseBy('output-tokens', buckets.outputTokens, 1, now);
      if (late !== undefined) return { ok: false, refusal: late };
      buckets.tokens?.take(reserve.tokens, now);
      buckets.inputTokens?.take(reserve.inputTokens, now);
      return { ok: true, stay: enter(reserve) };
    },
    state(now) {
      if (buckets.outputTokens) countOutput(now);
      return {
        ...(buckets.requests && { requests: buckets.requests.state(now) }),
        ...(buckets.tokens && { tokens: buckets.tokens.state(now) }),
        ...(buckets.inputTokens && { inputTokens: buckets.inputTokens.state(now) }),
        ...(buckets.outputTokens && { outputTokens: buckets.outputTokens.state(now) }),
      };
    },
    update(next, now) {
      countOutput(now);
      limits = next;
      buckets = createQuotaBuckets(next, now, buckets);
    },
  };
}

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

function settle(
  bucket: TokenBucket | undefined,
  reserved: number,
  used: number,
  now: number,
): void {
  if (used <= reserved) bucket?.giveBack(reserved - used, now);
  else bucket?.take(used - reserved, now);
}
