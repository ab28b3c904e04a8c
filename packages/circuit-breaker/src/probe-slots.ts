/** The few places for requests through a half-open circuit. */
export interface ProbeSlots {
  /** Takes a place and answers the way to give it back, or `undefined` where all are taken. */
  take(now: number): (() => void) | undefined;
  /** How many are taken. */
  taken(now: number): number;
  /** When the first of them expires, epoch milliseconds; `Infinity` where none is taken. */
  firstExpiry(now: number): number;
}

/** Makes `count` places; one that is not given back within `timeoutMs` is free again. */
export function createProbeSlots(count: number, timeoutMs: number): ProbeSlots {
  let expiries: { readonly at: number }[] = [];

  function sweep(now: number): void {
    expiries = expiries.filter(({ at }) => at > now);
  }

  return {
    take(now) {
      sweep(now);
      if (expiries.length >= count) return undefined;
      const own = { at: now + timeoutMs };
      expiries.push(own);
      return () => {
        expiries = expiries.filter((expiry) => expiry !== own);
      };
    },
    taken(now) {
      sweep(now);
      return expiries.length;
    },
    firstExpiry(now) {
      sweep(now);
      return expiries[0]?.at ?? Number.POSITIVE_INFINITY;
    },
  };
}
