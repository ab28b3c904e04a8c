import { createVirtualClock, type Lease, type Limits, type Need } from '@llm-router/core';
import { createRateLimitTracker, type RateLimitTracker } from '../../src/index.ts';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** A tracker with one key `k` on a clock of its own, and short words for what tests do all the time. */
export function trackOne(limits: Limits, options: { leaseTtlMs?: number; maxKeys?: number } = {}) {
  const clock = createVirtualClock();
  const tracker = createRateLimitTracker({ limits: { k: limits }, clock, ...options });
  return {
    clock,
    tracker,
    take: (need?: Need) => mustTake(tracker, 'k', need),
    waitMs: (need?: Need) => tracker.check('k', need).waitMs,
    /** How many such requests fit at this moment. */
    fill: (need?: Need) => fill(tracker, 'k', need),
  };
}

export function mustTake(
  tracker: RateLimitTracker,
  keys: string | readonly string[],
  need?: Need,
): Lease {
  const taken = tracker.reserve(keys, need);
  if (!taken.ok) throw new Error(`refused by ${taken.limitedBy}`);
  return taken.lease;
}

export function fill(
  tracker: RateLimitTracker,
  keys: string | readonly string[],
  need?: Need,
): number {
  let count = 0;
  while (tracker.reserve(keys, need).ok && count < 10_000) count += 1;
  return count;
}
