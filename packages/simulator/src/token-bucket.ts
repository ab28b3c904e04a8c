/** A bucket's size and speed. */
export interface BucketSettings {
  readonly burst: number;
  readonly perSecond: number;
}

/** What a bucket looks like at one moment. */
export interface BucketState extends BucketSettings {
  /** Below 0 where more was used than had been reserved. */
  readonly level: number;
  /** Milliseconds until the bucket is full again. */
  readonly fullAfterMs: number;
}

/** A bucket that refills continuously; its time only moves when it is asked. */
export interface TokenBucket {
  state(now: number): BucketState;
  /** 0 where `amount` is there; `Infinity` where it is more than the whole bucket. */
  waitMs(amount: number, now: number): number;
  /** Takes without asking; the level may fall below 0. */
  take(amount: number, now: number): void;
  /** Takes what was used evenly since the last look: it ran out while the bucket was filling up. */
  drain(amount: number, now: number): void;
  /** Puts back what was reserved and not used, up to the brim. */
  giveBack(amount: number, now: number): void;
}

/** Sums of fractional refills miss a whole number by less than this. */
const tolerance = 1e-6;

/** Makes a full bucket, less what is already `spent`. */
export function createTokenBucket(settings: BucketSettings, now: number, spent = 0): TokenBucket {
  const { burst, perSecond } = settings;
  let level = burst - spent;
  let levelAt = now;

  function refill(at: number): number {
    level = Math.min(burst, level + (Math.max(0, at - levelAt) / 1000) * perSecond);
    levelAt = Math.max(levelAt, at);
    return level;
  }

  const msFor = (amount: number): number => (Math.max(0, amount) / perSecond) * 1000;

  return {
    state(at) {
      const current = refill(at);
      return { burst, perSecond, level: current, fullAfterMs: msFor(burst - current) };
    },
    waitMs(amount, at) {
      if (amount > burst) return Number.POSITIVE_INFINITY;
      const missing = amount - refill(at);
      return missing <= tolerance ? 0 : msFor(missing);
    },
    take(amount, at) {
      level = refill(at) - amount;
    },
    drain(amount, at) {
      level -= amount;
      refill(at);
    },
    giveBack(amount, at) {
      level = Math.min(burst, refill(at) + amount);
    },
  };
}
