/** One limit as a provider's headers state it. */
export interface HeaderLimit {
  readonly limit?: number;
  readonly remaining?: number;
  /** Until the limit is whole again, in milliseconds from now. */
  readonly resetMs?: number;
}

/** All dialects in one shape. A field without a period in its name is per minute. */
export interface RateLimitHeaders {
  readonly requests?: HeaderLimit;
  readonly tokens?: HeaderLimit;
  readonly inputTokens?: HeaderLimit;
  readonly outputTokens?: HeaderLimit;
  /** Input tokens without those that were read from a cache: Fireworks. */
  readonly uncachedInputTokens?: HeaderLimit;
  /** Images that are shown to a model: OpenAI. */
  readonly inputImages?: HeaderLimit;
  /** The share of one project, which holds beside `tokens`: OpenAI. */
  readonly projectTokens?: HeaderLimit;
  /** What is bought in advance, apart from the ordinary limits: Anthropic's priority tier. */
  readonly priorityInputTokens?: HeaderLimit;
  readonly priorityOutputTokens?: HeaderLimit;
  /** Limits of requests with `speed: fast`, apart from the ordinary ones: Anthropic. */
  readonly fastInputTokens?: HeaderLimit;
  readonly fastOutputTokens?: HeaderLimit;
  readonly requestsPerSecond?: HeaderLimit;
  readonly tokensPerSecond?: HeaderLimit;
  readonly requestsPerHour?: HeaderLimit;
  readonly tokensPerHour?: HeaderLimit;
  readonly requestsPerDay?: HeaderLimit;
  readonly tokensPerDay?: HeaderLimit;
  readonly requestsPerMonth?: HeaderLimit;
  readonly tokensPerMonth?: HeaderLimit;
  /** Requests in a period of any other length, for example `requestsPer300Seconds`. */
  readonly [otherPeriod: `requestsPer${number}Seconds`]: HeaderLimit;
  /** Requests in a window whose length the server does not state. */
  readonly requestsPerWindow?: HeaderLimit;
  /** Requests in flight at once. */
  readonly concurrentRequests?: HeaderLimit;
  /** What a refused request is to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** A limit that headers may state. */
export type LimitField = Exclude<keyof RateLimitHeaders, 'retryAfterMs'>;

/** Two statements of one limit as one: in every part the stricter holds. */
export function stricterOf(one: HeaderLimit | undefined, other: HeaderLimit): HeaderLimit {
  const limit = pick(Math.min, one?.limit, other.limit);
  const remaining = pick(Math.min, one?.remaining, other.remaining);
  const resetMs = pick(Math.max, one?.resetMs, other.resetMs);
  return {
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetMs !== undefined && { resetMs }),
  };
}

function pick(
  choose: (one: number, other: number) => number,
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : choose(one, other);
}
