import { roundWaitUp } from './meter.ts';

/** The pace at which a provider of which nothing is known is sent its first requests. */
export interface SlowStart {
  /** Until the next one may start, in milliseconds. */
  waitMs(now: number): number;
  started(now: number): void;
  /** Slowly again, and one at a time. */
  refused(): void;
}

/** So many may start at once, also after a rest. */
const atOnce = 3;
const restMs = 1000;
/** After that they start at this distance, divided by their number so far. */
const paceMs = 150;
const headStart = 5;

/**
 * The pace grows in proportion to what was sent, so that a refusal, which comes back within moments, is
 * heard before many more are under way: a hundred requests take half a second to leave, a thousand
 * not much more than one.
 */
export function createSlowStart(): SlowStart {
  let free = atOnce;
  let started = headStart;
  let last = Number.NEGATIVE_INFINITY;

  return {
    waitMs(now) {
      if (free > 0 || now - last >= restMs) return 0;
      const waitMs = last + paceMs / started - now;
      return waitMs > 0 ? roundWaitUp(waitMs) : 0;
    },
    started(now) {
      if (now - last >= restMs) free = atOnce;
      free -= 1;
      started += 1;
      last = now;
    },
    refused() {
      started = headStart;
      free = 0;
    },
  };
}
