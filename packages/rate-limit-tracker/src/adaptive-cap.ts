/** A cap on requests in flight, learned from refusals alone. */
export interface AdaptiveCap {
  /** `Infinity` until the first refusal. */
  readonly limit: number;
  success(): void;
  /**
   * Takes a refusal into account; answers how long to pause, in milliseconds.
   *
   * @param others how many other requests are in flight: so many the provider has not refused
   */
  refused(now: number, startedAt: number, others: number): number;
}

const firstPauseMs = 100;
const longestPauseMs = 10_000;

/**
 * For providers that say neither their limit nor when to come back. After a refusal the cap is what
 * is still in flight, which is what the provider has accepted; each success widens it a little, one
 * request for every full round. Refusals in a row, with no success between them, double the pause;
 * requests of one volley count once.
 */
export function createAdaptiveCap(): AdaptiveCap {
  let limit = Number.POSITIVE_INFINITY;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let volleys = 0;

  return {
    get limit() {
      return Math.floor(limit);
    },
    success() {
      volleys = 0;
      if (limit !== Number.POSITIVE_INFINITY) limit += 1 / limit;
    },
    refused(now, startedAt, others) {
      limit = Math.max(1, Math.min(limit, others));
      if (startedAt < refusedAt) return 0;
      refusedAt = now;
      volleys += 1;
      return Math.min(longestPauseMs, firstPauseMs * 2 ** (volleys - 1));
    },
  };
}
