import type { Clock } from '@llm-router/core';
import type { RateLimitTracker } from '@llm-router/rate-limit-tracker';
import { forecastStarts, type Wish } from './forecast-starts.ts';
import type { WaitQueue } from './wait-queue.ts';
import type { Waiter, Want } from './waiter.ts';

/** One who waits, as the queue stands now. */
export interface WaitingRequest {
  /** The deployments that it may go to, best rank first. */
  readonly keys: readonly string[];
  readonly tenant: string;
  /** Whose request it is, where the one who asked said so. */
  readonly ledgerId?: string;
  readonly priority: number;
  readonly waitedMs: number;
  /** What stood in its way last, in words. */
  readonly limitedBy: string;
  /** When it will start as things stand, in milliseconds from now. */
  readonly startsInMs: number;
}

/** When those who wait will start, as far as can be foreseen. */
export interface Forecast {
  /** Everyone, first to last, up to `most`. */
  all(most: number): readonly WaitingRequest[];
  of(waiter: Waiter): number;
  /** Of one more, behind all of its priority. */
  ofLast(want: Want, priority: number): number;
}

export function createForecast(
  queue: WaitQueue,
  tracker: RateLimitTracker,
  clock: Clock,
): Forecast {
  function startsOf(waiters: readonly Waiter[], last?: Want): number[] {
    const now = clock.now();
    const wants: Wish[] = waiters.map((want) => ({ want, waitedMs: now - want.since }));
    if (last !== undefined) wants.push({ want: last, waitedMs: 0 });
    return forecastStarts(wants, tracker.snapshot, now);
  }

  return {
    all(most) {
      const waiters = queue.inOrder().slice(0, most);
      const starts = startsOf(waiters);
      return waiters.map(({ targets, tenant, ledgerId, priority, since, refusal }, index) => ({
        keys: targets.map(({ key }) => key),
        tenant,
        ...(ledgerId !== undefined && { ledgerId }),
        priority,
        waitedMs: clock.now() - since,
        limitedBy: refusal.limitedBy,
        startsInMs: starts[index] ?? 0,
      }));
    },
    of(waiter) {
      const waiters = queue.inOrder();
      const place = waiters.indexOf(waiter);
      return place < 0 ? 0 : (startsOf(waiters.slice(0, place + 1))[place] ?? 0);
    },
    ofLast(want, priority) {
      const before = queue.inOrder().filter((waiter) => waiter.priority >= priority);
      return startsOf(before, want).at(-1) ?? 0;
    },
  };
}
