import type { Target } from '@llm-router/core';
import type { RateLimitTracker } from '@llm-router/rate-limit-tracker';
import { keysOf } from './wait-line.ts';
import type { Waiter, Want } from './waiter.ts';

/**
 * Whom of those who wait a free target should take: the one for whom its limits give least, measured
 * by what the best other target of that rank would give. So small prompts go to limits of tokens, large
 * ones to limits of requests, and all together end sooner than by the order of arrival alone.
 */
export function bestSuited(
  tracker: Pick<RateLimitTracker, 'check' | 'occupancyMs'>,
  target: Target,
  first: Waiter,
  others: readonly Waiter[],
): Waiter {
  let best = first;
  let least = relativeCost(tracker, target, first);
  for (const waiter of others) {
    const cost = relativeCost(tracker, target, waiter);
    if (!(cost < least) || !fits(tracker, target, waiter)) continue;
    least = cost;
    best = waiter;
  }
  return best;
}

/** Whoever has waited for half of the time it has is not passed by. */
export function isPressed({ since, deadline }: Waiter, now: number): boolean {
  return deadline !== undefined && deadline - now < now - since;
}

/** Only among the requests of one tenant and priority, and not where one of its targets is worth a wait. */
export function mayGoFirst(other: Waiter, before: Waiter): boolean {
  return (
    other !== before &&
    other.tenant === before.tenant &&
    other.priority === before.priority &&
    other.targets.every(({ patienceMs = 0 }) => patienceMs === 0)
  );
}

function relativeCost(
  tracker: Pick<RateLimitTracker, 'occupancyMs'>,
  { key, rank = 0 }: Target,
  want: Want,
): number {
  let own = 0;
  let elsewhere = Number.POSITIVE_INFINITY;
  for (const target of want.targets) {
    if ((target.rank ?? 0) !== rank) continue;
    const cost = costOf(tracker, target, want);
    if (target.key === key) own = cost;
    else elsewhere = Math.min(elsewhere, cost);
  }
  return own / elsewhere;
}

/** The time that the limits of a target need to make up for the request. */
function costOf(
  tracker: Pick<RateLimitTracker, 'occupancyMs'>,
  target: Target,
  want: Want,
): number {
  let longest = 0;
  for (const key of keysOf(target)) {
    longest = Math.max(longest, tracker.occupancyMs(key, target.need ?? want.need));
  }
  return longest;
}

function fits(tracker: Pick<RateLimitTracker, 'check'>, { key }: Target, want: Want): boolean {
  const own = want.targets.find((target) => target.key === key);
  return (
    own !== undefined && keysOf(own).every((name) => tracker.check(name, own.need ?? want.need).ok)
  );
}
