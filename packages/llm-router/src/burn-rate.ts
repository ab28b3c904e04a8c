/** How fast money is spent, of late rather than ever. */
export interface BurnRate {
  spent(nanoUsd: number, now: number): void;
  /** Billionths of a US dollar in an hour; 0 before anything was spent. */
  perHour(now: number): number;
}

const hourMs = 3_600_000;
/** From so little time no more is foretold than a minute's worth of it. */
const leastMs = 60_000;

/** What was spent counts less the longer it lies back: after an hour a third. */
export function createBurnRate(): BurnRate {
  let since: number | undefined;
  let weighed = 0;
  let weighedAt = 0;

  function age(now: number): void {
    weighed *= Math.exp((weighedAt - now) / hourMs);
    weighedAt = now;
  }

  return {
    spent(nanoUsd, now) {
      since ??= now;
      age(now);
      weighed += nanoUsd;
    },
    perHour(now) {
      if (since === undefined) return 0;
      age(now);
      const watchedMs = Math.max(leastMs, now - since);
      return weighed / (1 - Math.exp(-watchedMs / hourMs));
    },
  };
}
