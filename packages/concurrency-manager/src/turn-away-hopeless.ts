import type { RateLimitTracker } from '@llm-router/rate-limit-tracker';
import { assess, type Claim } from './assess.ts';
import { certainWaitMs } from './certain-wait.ts';
import { neverFits, tooLate } from './refusals.ts';
import type { WaitQueue } from './wait-queue.ts';
import type { Waiter } from './waiter.ts';

const nothingSpokenFor: ReadonlyMap<string, Claim> = new Map();

/**
 * Refuses who waits and certainly cannot start in time any more, whatever others do: a block or a limit
 * has come that outlasts their deadline. Of each line only the most pressed has to be looked at, as the
 * others have more time. Those whose deadline has come are left to their own alarm.
 */
export function turnAwayHopeless(queue: WaitQueue, tracker: RateLimitTracker, now: number): void {
  const isHopeless = (waiter: Waiter) => {
    const leftMs = (waiter.deadline ?? Number.POSITIVE_INFINITY) - now;
    return leftMs > 0 && certainWaitMs(tracker, waiter) > leftMs;
  };
  for (const line of queue.lines()) {
    let waiter = line.mostPressed();
    for (; waiter !== undefined && isHopeless(waiter); waiter = line.mostPressed()) {
      queue.remove(waiter);
      waiter.refuse(whyHopeless(waiter, tracker, now - waiter.since));
    }
  }
}

/** Of the limits alone: those before it in the queue are mostly turned away with it. */
function whyHopeless(waiter: Waiter, tracker: RateLimitTracker, waitedMs: number): Error {
  const found = assess(tracker, waiter, nothingSpokenFor, waitedMs);
  waiter.refusal = found.refusal;
  const { waitMs } = found.refusal;
  if (waitMs === Number.POSITIVE_INFINITY) return neverFits(waiter, found);
  return tooLate(found.refusal, waitedMs, waitMs);
}
