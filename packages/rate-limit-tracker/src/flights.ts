import type { Taken } from './taken.ts';

/** The requests in flight of one key. */
export interface Flights {
  readonly size: number;
  /** Oldest first. */
  all(): Iterable<Taken>;
  add(taken: Taken): void;
  remove(taken: Taken): void;
  /** Those whose holder never came back give their place up. */
  expire(now: number): void;
  /** How long a good one lasted. */
  lasted(ms: number): void;
  /** How long a good one lasts, once there has been one. */
  readonly usualMs: number | undefined;
  /** When the oldest may end, in milliseconds from now. */
  nextEndMs(now: number): number;
}

/** Until requests have ended, nobody knows how long they take. */
export const assumedMs = 1000;
const smoothing = 0.1;

export function createFlights(ttlMs: number): Flights {
  /** By order: a number is found faster than an object. */
  const flights = new Map<number, Taken>();
  let usualMs: number | undefined;

  return {
    get size() {
      return flights.size;
    },
    all: () => flights.values(),
    add: (taken) => void flights.set(taken.order, taken),
    remove: ({ order }) => void flights.delete(order),
    expire(now) {
      for (const { at, order } of flights.values()) {
        if (now - at < ttlMs) return;
        flights.delete(order);
      }
    },
    lasted(ms) {
      usualMs = usualMs === undefined ? ms : usualMs + (ms - usualMs) * smoothing;
    },
    get usualMs() {
      return usualMs;
    },
    nextEndMs(now) {
      const [oldest] = flights.values();
      return Math.max(1, (oldest?.at ?? now) + (usualMs ?? assumedMs) - now);
    },
  };
}
