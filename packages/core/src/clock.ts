import { onAbort } from './on-abort.ts';

/** Time, injected. Nothing else in the house reads the time or sets a timer. */
export interface Clock {
  /** Epoch milliseconds, possibly fractional, that never step back. */
  now(): number;
  /** Resolves after `ms` (at once for 0 or less); rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest delay that a host timer takes; longer sleeps are made of several. */
const longestTimerMs = 2 ** 31 - 1;

/** The wall clock may be ahead of the monotonic one by this much (a suspended laptop) before we follow it. */
const followWallAfterMs = 1000;

let offset = performance.timeOrigin;

function now(): number {
  const monotonic = offset + performance.now();
  const ahead = Date.now() - monotonic;
  if (ahead < followWallAfterMs) return monotonic;
  offset += ahead;
  return monotonic + ahead;
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    let left = ms;
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      if (left > 0) {
        const step = Math.min(left, longestTimerMs);
        left -= step;
        // A host timer drops the fraction and would ring too early.
        timer = setTimeout(next, Math.ceil(step));
        return;
      }
      unfollow?.();
      resolve();
    };
    const unfollow =
      signal &&
      onAbort(signal, () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    next();
  });
}

/** The host's time. */
export const systemClock: Clock = Object.freeze({ now, sleep });
