/** Lets a growing share of the traffic through: a provider that has just come back starts slowly. */
export interface Ramp {
  /** 0 lets a request through; otherwise the milliseconds after which one will be let through. */
  tryPass(now: number): number;
  /** The share that is let through, up to 1. */
  share(now: number): number;
}

/** The share at the start, and the part of the ramp after which a request passes in any case. */
const leastShare = 0.1;

/**
 * Makes a ramp from a tenth of the traffic to all of it. Each request adds the share to a credit, and
 * takes 1 from it when it passes: no chance is needed, and the shares are exact.
 */
export function createRamp(startedAt: number, rampMs: number): Ramp {
  const longestGapMs = rampMs * leastShare;
  let credit = 1;
  let passedAt = startedAt;

  function share(now: number): number {
    if (now - startedAt >= rampMs) return 1;
    return Math.max(leastShare, (now - startedAt) / rampMs);
  }

  return {
    share,
    tryPass(now) {
      if (share(now) === 1) return 0;
      credit += share(now);
      const dueInMs = passedAt + longestGapMs - now;
      if (credit < 1 && dueInMs > 0) return dueInMs;
      credit = Math.max(0, credit - 1);
      passedAt = now;
      return 0;
    },
  };
}
