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

/** Why a sleep is broken off. */
const notNeeded = 'no alarm is pending';

/** Cancelled alarms that may lie about before they are swept out. */
const slack = 64;

/**
 * Makes alarms on a clock: deadlines, time-outs and wake-ups share one `sleep`, so that a hundred
 * thousand of them cost one timer. With none pending nothing sleeps, and a process can end.
 */
export function createAlarms(clock: Clock): Alarms {
  const entries = createHeap<Entry>((a, b) => a.at < b.at || (a.at === b.at && a.order < b.order));
  let order = 0;
  let pending = 0;
  let sleeping: { readonly until: number; readonly abort: AbortController } | undefined;

  function earliest(): Entry | undefined {
    while (entries.size > 0 && entries.peek()?.ring === undefined) entries.pop();
    return entries.peek();
  }

  function wakeUp(): void {
    // A reason of its own saves the cost of making an error that nobody reads.
    sleeping?.abort.abort(notNeeded);
    sleeping = undefined;
  }

  function arm(): void {
    const first = earliest();
    if (first === undefined) {
      wakeUp();
      return;
    }
    // A sleep that ends too early is harmless: it rings nothing and arms again.
    if (sleeping !== undefined && sleeping.until <= first.at) return;
    wakeUp();
    const own = { until: first.at, abort: new AbortController() };
    sleeping = own;
    clock.sleep(first.at - clock.now(), own.abort.signal).then(
      () => {
        if (sleeping !== own) return;
        sleeping = undefined;
        ringDue();
        arm();
      },
      () => {},
    );
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
      if (sleeping === undefined || at < sleeping.until) arm();
      return {
        at,
        cancel() {
          if (entry.ring === undefined) return;
          entry.ring = undefined;
          pending -= 1;
          if (pending === 0) wakeUp();
          if (entries.size > 2 * pending + slack) entries.retain((kept) => kept.ring !== undefined);
        },
      };
    },
  };
}
