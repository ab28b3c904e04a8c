import { type Alarm, isRouterError, onAbort, RouterError, readOptions } from '@llm-router/core';
import type { House } from './house.ts';
import type { CloseOptions } from './router.ts';

/** How a router closes: to new calls at once, and in the end to those that run. */
export interface Closing {
  /** Aborts when `close` is called. */
  readonly begun: AbortSignal;
  /** Aborts when the time of those who still run is over. */
  readonly over: AbortSignal;
  /** @throws RouterError `closed` */
  refuseIfBegun(): void;
  /** Somebody has left. */
  left(): void;
  close(options?: CloseOptions): Promise<void>;
}

export function createClosing({
  clock,
  alarms,
  totals,
}: Pick<House, 'clock' | 'alarms' | 'totals'>): Closing {
  const begun = new AbortController();
  const over = new AbortController();
  // Every call follows it; were there no other, each would have to add and remove the event listener.
  onAbort(over.signal, () => {});
  let onIdle: (() => void) | undefined;
  let closed: Promise<void> | undefined;
  let alarm: Alarm | undefined;

  function endWithin(ms: number): void {
    const at = clock.now() + ms;
    if (totals.running === 0 || ms === Number.POSITIVE_INFINITY || (alarm && alarm.at <= at))
      return;
    alarm?.cancel();
    alarm = alarms.set(at, () => over.abort(endedByClosing()));
  }

  return {
    begun: begun.signal,
    over: over.signal,
    refuseIfBegun() {
      if (begun.signal.aborted) throw isClosed();
    },
    left() {
      if (totals.running > 0) return;
      alarm?.cancel();
      onIdle?.();
    },
    async close(options = {}) {
      const read = readOptions<CloseOptions>('close', options, ['withinMs']);
      const withinMs = read.number('withinMs', {
        default: Number.POSITIVE_INFINITY,
        min: 0,
        infinite: true,
      });
      begun.abort(isClosed());
      closed ??= new Promise((resolve) => {
        if (totals.running === 0) resolve();
        else onIdle = resolve;
      });
      endWithin(withinMs);
      return closed;
    },
  };
}

function isClosed(): RouterError {
  return new RouterError('closed', 'The router is closed; make a new one.');
}

/** What a call ends with that still ran when the time was over. */
export function endedByClosing(cause?: unknown): RouterError {
  const message = 'The router was closed before this call had ended; make a new one.';
  const partial = isRouterError(cause) ? cause.partial : undefined;
  return new RouterError('closed', message, { partial, cause });
}
