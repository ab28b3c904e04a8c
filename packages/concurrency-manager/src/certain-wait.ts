import type { RateLimitTracker } from '@llm-router/rate-limit-tracker';
import { keysOf } from './wait-line.ts';
import type { Want } from './waiter.ts';

/**
 * Before this nothing can admit a request, in milliseconds from now, whatever others do: the least of
 * all its targets. 0 where one of them may take it at any time.
 */
export function certainWaitMs(tracker: Pick<RateLimitTracker, 'check'>, want: Want): number {
  let least = Number.POSITIVE_INFINITY;
  for (const target of want.targets) {
    let longest = 0;
    for (const key of keysOf(target)) {
      const check = tracker.check(key, target.need ?? want.need);
      if (!check.ok && check.isCertain === true) longest = Math.max(longest, check.waitMs);
    }
    if (longest === 0) return 0;
    least = Math.min(least, longest);
  }
  return least;
}
