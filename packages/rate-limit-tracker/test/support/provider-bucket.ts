/** A provider's own bucket, written without any of the package's arithmetic. */
export interface ProviderBucket {
  /** What is left at this moment. */
  level(now: number): number;
  /** Takes the amount, or refuses and takes nothing. */
  ask(now: number, amount: number): boolean;
  /** From now on it fills at another rate. */
  fillAt(now: number, perMs: number): void;
}

/** A bucket that is full at first. */
export function createProviderBucket(size: number, firstPerMs: number): ProviderBucket {
  let perMs = firstPerMs;
  let left = size;
  let at = Number.NEGATIVE_INFINITY;

  function level(now: number): number {
    left = Math.min(size, left + Math.max(0, now - at) * perMs);
    at = now;
    return left;
  }

  return {
    level,
    ask(now, amount) {
      if (level(now) < amount) return false;
      left -= amount;
      return true;
    },
    fillAt(now, next) {
      level(now);
      perMs = next;
    },
  };
}
