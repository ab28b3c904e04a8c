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
  /** When the oldest may end, in milliseconds from now. */
  nextEndMs(now: number): number;
}

/** Until requests have ended, nobody knows how long they take. */
const assumedMs = 1000;
const smoothing = 0.1;

export function createFlights(ttlMs: number): Flights {
  const flights = new Set<Taken>();
  let usualMs: number | undefined;

  return {
    get size() {
      return flights.size;
    },
    all: () => flights,
    add: (taken) => void flights.add(taken),
    remove: (taken) => void flights.delete(taken),
    expire(now) {
      for (const taken of flights) {
        if (now - taken.at < ttlMs) return;
        flights.delete(taken);
      }
    },
    lasted(ms) {
      usualMs = usualMs === undefined ? ms : usualMs + (ms - usualMs) * smoothing;
    },
    nextEndMs(now) {
      const [oldest] = flights;
      return Math.max(1, (oldest?.at ?? now) + (usualMs ?? assumedMs) - now);
    },
  };
}
