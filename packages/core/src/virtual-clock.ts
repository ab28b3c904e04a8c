import type { Clock } from './clock.ts';
import { createHeap } from './heap.ts';
import { onAbort } from './on-abort.ts';
import { invalidConfig, readOptions } from './options.ts';

export interface VirtualClockOptions {
  /** Epoch milliseconds at the start. @defaultValue 1 000 000 */
  readonly start?: number;
}

/** A clock that only moves when told to, or when everyone is asleep. */
export interface VirtualClock extends Clock {
  /** Moves time on by `ms`, waking every sleeper that falls due, in order. */
  advance(ms: number): Promise<void>;
  /**
   * Runs `work` to its end in virtual time: whenever no microtask is left, time jumps to the
   * earliest sleeper. Rejects with "nothing is scheduled" where the work waits for no sleeper.
   */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Sleeper {
  readonly at: number;
  /** Sleepers at one instant wake in the order of their calls. */
  readonly order: number;
  wake: (() => void) | undefined;
}

/** Turns of the host's event loop that `run` grants to work that is not asleep before it gives up. */
const idleTurns = 50;

/**
 * Makes a clock for tests and simulations.
 *
 * @example
 * const clock = createVirtualClock();
 * await clock.run(clock.sleep(86_400_000)); // a day passes at once
 */
export function createVirtualClock(options: VirtualClockOptions = {}): VirtualClock {
  const read = readOptions('createVirtualClock', options, ['start']);
  let time = read.number('start', { default: 1_000_000, min: 0 });
  let calls = 0;
  const sleepers = createHeap<Sleeper>(
    (a, b) => a.at < b.at || (a.at === b.at && a.order < b.order),
  );

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const sleeper: Sleeper = {
        // NaN is no time, as on the system's clock: a moment that is none would never come.
        at: time + Math.max(0, ms || 0),
        order: calls++,
        wake: () => {
          unfollow?.();
          resolve();
        },
      };
      const unfollow =
        signal &&
        onAbort(signal, () => {
          sleeper.wake = undefined;
          reject(signal.reason);
        });
      sleepers.push(sleeper);
    });
  }

  function earliest(): Sleeper | undefined {
    while (sleepers.size > 0 && sleepers.peek()?.wake === undefined) sleepers.pop();
    return sleepers.peek();
  }

  /** Wakes everyone due at the earliest instant, if that is not after `until`. */
  function wakeNext(until: number): boolean {
    const first = earliest();
    if (first === undefined || first.at > until) return false;
    time = Math.max(time, first.at);
    for (let due = earliest(); due !== undefined && due.at <= time; due = earliest()) {
      sleepers.pop();
      due.wake?.();
    }
    return true;
  }

  return {
    now: () => time,
    sleep,
    async advance(ms) {
      if (!Number.isFinite(ms)) throw invalidConfig('advance: ms', ms, 'a finite number');
      const until = time + ms;
      await yieldToHost();
      while (wakeNext(until)) await yieldToHost();
      time = Math.max(time, until);
    },
    async run(work) {
      let settled = false;
      const done = () => {
        settled = true;
      };
      work.then(done, done);
      let idle = 0;
      for (;;) {
        await yieldToHost();
        if (settled) return work;
        // Not Infinity: who sleeps for ever is never woken.
        if (wakeNext(Number.MAX_VALUE)) {
          idle = 0;
        } else if (++idle > idleTurns) {
          throw new Error(
            'nothing is scheduled: the work waits for something other than this clock, so virtual time cannot move',
          );
        }
      }
    },
  };
}

/** One turn of the host's event loop: every microtask that is ready runs first. */
const yieldToHost: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : () => new Promise((resolve) => setTimeout(resolve, 0));
