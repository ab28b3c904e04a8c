import { RouterError } from '@llm-router/core';

/** One load for everyone who wants the same thing at the same time. */
export interface SingleFlight<T> {
  /** Loads in flight. */
  readonly size: number;
  /**
   * Joins the load of `key`, or starts it. A failure is everyone's. Who aborts leaves, with a RouterError
   * `aborted`; the load itself is aborted when the last one has left. The signal must not be aborted yet.
   */
  join(
    key: string,
    signal: AbortSignal | undefined,
    load: (signal: AbortSignal) => Promise<T>,
  ): { readonly landing: Promise<T>; readonly isFirst: boolean };
}

interface Flight<T> {
  readonly landing: Promise<T>;
  readonly abort: AbortController;
  riders: number;
}

/** Makes an empty one. Nothing is remembered of a flight that has landed. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();

  function end(key: string, flight: Flight<T>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  function takeOff(key: string, load: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const abort = new AbortController();
    // Inside a promise, a load that throws at once fails like any other.
    const landing = new Promise<T>((resolve) => resolve(load(abort.signal)));
    const flight = { landing, abort, riders: 0 };
    flights.set(key, flight);
    const landed = () => end(key, flight);
    landing.then(landed, landed);
    return flight;
  }

  function ride(key: string, flight: Flight<T>, signal: AbortSignal | undefined): Promise<T> {
    flight.riders += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        flight.riders -= 1;
        if (flight.riders === 0) {
          // A newcomer is to start anew rather than to join what is being aborted.
          end(key, flight);
          flight.abort.abort(signal?.reason);
        }
        reject(abortedBy(signal));
      };
      signal?.addEventListener('abort', leave, { once: true });
      const landed = () => signal?.removeEventListener('abort', leave);
      flight.landing.finally(landed).then(resolve, reject);
    });
  }

  return {
    get size() {
      return flights.size;
    },
    join(key, signal, load) {
      const running = flights.get(key);
      const landing = ride(key, running ?? takeOff(key, load), signal);
      return { landing, isFirst: running === undefined };
    },
  };
}

/** The error of a caller who has left. */
export function abortedBy(signal: AbortSignal | undefined): RouterError {
  const message = 'The caller aborted while it waited for the answer.';
  return new RouterError('aborted', message, { cause: signal?.reason });
}
