import { EventEmitter } from 'node:events';
import CircuitBreaker from 'opossum';
import type { FailureRate } from './failure-threshold.ts';

/** Judges outcomes: when failures are too many, and what a probe's end means. */
export interface Engine {
  succeed(now: number): void;
  /** Whether this failure opens the circuit; the engine is at its end then. */
  fail(now: number): boolean;
  /** Outcomes that are still in the window. */
  tally(now: number): { readonly requests: number; readonly failures: number };
}

/** Slices of a window; the oldest one falls out of it as a whole. */
const slices = 10;

const longestTimerMs = 2 ** 31 - 1;

/**
 * opossum without its timers. It is told of outcomes when they are known, so that requests in flight
 * do not thin out the failure rate, and its window moves on when it is read. A half-open engine opens
 * on its first failure and closes on its first success.
 */
export function createEngine(
  key: string,
  threshold: number | Required<FailureRate>,
  start: { readonly now: number; readonly halfOpen: boolean },
): Engine {
  const inARow = typeof threshold === 'number';
  const sliceMs = inARow ? Number.POSITIVE_INFINITY : threshold.windowMs / slices;
  const window = new EventEmitter();
  let movedAt = start.now;

  const breaker = new CircuitBreaker(report, {
    name: key,
    timeout: false,
    enableSnapshots: false,
    rollingPercentilesEnabled: false,
    rollingCountBuckets: inARow ? 1 : slices,
    rotateBucketController: window,
    resetTimeout: longestTimerMs,
    volumeThreshold: inARow ? threshold : threshold.volume,
    errorThresholdPercentage: inARow ? 0 : threshold.percentage,
    ...(start.halfOpen && { state: halfOpen }),
  });

  function moveOn(now: number): void {
    const passed = Math.floor((now - movedAt) / sliceMs);
    if (passed <= 0) return;
    movedAt += passed * sliceMs;
    for (let count = Math.min(passed, slices); count > 0; count--) window.emit('rotate');
  }

  return {
    succeed(now) {
      moveOn(now);
      ignoreResult(breaker.fire(true));
      // opossum would close a microtask later, but the very next request asks for the state.
      breaker.close();
      if (inARow) window.emit('rotate');
    },
    fail(now) {
      moveOn(now);
      ignoreResult(breaker.fire(false));
      const opened = breaker.opened;
      // Takes back the timer that opossum has just set.
      if (opened) breaker.shutdown();
      return opened;
    },
    tally(now) {
      moveOn(now);
      const { fires, failures } = breaker.stats;
      return { requests: fires, failures };
    },
  };
}

const halfOpen = { closed: false, halfOpen: true };

/** The action that opossum guards: it only repeats what is known. Its throw is judged at once. */
function report(succeeded: boolean): Promise<void> {
  if (!succeeded) throw failed;
  return Promise.resolve();
}

const failed = new Error('the request failed');

function ignoreResult(result: Promise<void>): void {
  result.catch(() => {});
}
