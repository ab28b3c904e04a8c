import type { Clock } from './clock.ts';
import { createHeap } from './heap.ts';
import { invalidConfig } from './options.ts';

/** One moment to be told of. */
export interface Alarm {
  /** Epoch milliseconds. */
  readonly at: number;
  cancel(): void;
}

/** Many moments on one sleeping timer. */
export interface Alarms {
  /** Calls `ring` at or after `at`. It must not throw. */
  set(at: number, ring: () => void): Alarm;
  /** Alarms that are still to ring. */
  readonly pending: number;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  ring: (() => void) | undefined;
}

/** Cancelled alarms that may lie about before they are swept out. */
const slack = 64;

/**
 * No sleep is longer than this. So none has to be broken off when its alarm is cancelled, which would
 * cost more than all the rest: it ends by itself, soon, and finds nothing to ring.
 */
const longestSleepMs = 250;

/**
 * Makes alarms on a clock: deadlines, time-outs and wake-ups share one `sleep`, so that a hundred
 * thousand of them cost one timer. With none pending nothing sleeps for longer than a quarter of a
 * second, and a process can end.
 */
export function createAlarms(clock: Clock): Alarms {
  const entries = createHeap<Entry>((a, b) => a.at < b.at || (a.at === b.at && a.order < b.order));
  let order = 0;
  let pending = 0;
  /** When the sleep that counts ends; `Infinity` where nobody sleeps. */
  let wakeAt = Number.POSITIVE_INFINITY;

  function earliest(): Entry | undefined {
    while (entries.size > 0 && entries.peek()?.ring === undefined) entries.pop();
    return entries.peek();
  }

  function sleepUntil(at: number): void {
    const now = clock.now();
    const until = Math.min(at, now + longestSleepMs);
    // An earlier sleep that goes on wakes nobody: only the one that counts does.
    if (until >= wakeAt) return;
    wakeAt = until;
    void clock.sleep(until - now).then(() => {
      if (wakeAt !== until) return;
      wakeAt = Number.POSITIVE_INFINITY;
      ringDue();
      const next = earliest();
      if (next !== undefined) sleepUntil(next.at);
    });
  }

  function ringDue(): void {
    const now = clock.now();
    for (let entry = earliest(); entry !== undefined && entry.at <= now; entry = earliest()) {
      entries.pop();
      const { ring } = entry;
      entry.ring = undefined;
      pending -= 1;
      ring?.();
    }
  }

  return {
    get pending() {
      return pending;
    },
    set(at, ring) {
      if (Number.isNaN(at)) throw invalidConfig('alarm: at', at, 'epoch milliseconds');
      const entry: Entry = { at, order: order++, ring };
      entries.push(entry);
      pending += 1;
      if (at < wakeAt) sleepUntil(at);
      return {
        at,
        cancel() {
          if (entry.ring === undefined) return;
          entry.ring = undefined;
          pending -= 1;
          if (entries.size > 2 * pending + slack) entries.retain((kept) => kept.ring !== undefined);
        },
      };
    },
  };
}
