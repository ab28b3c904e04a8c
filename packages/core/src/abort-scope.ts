import type { Alarms } from './alarms.ts';
import { onAbort } from './on-abort.ts';

/** An abort signal of one's own that follows the caller's signal and a deadline. */
export interface AbortScope {
  readonly signal: AbortSignal;
  /** Aborts the signal now; the first reason counts. */
  abort(reason: unknown): void;
  /** Rejects with the abort's reason as soon as it comes, even where the work does not listen. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Lets go of the caller's signal and of the alarm. Call it when the work is over. */
  end(): void;
}

export interface AbortScopeOptions {
  /** Followed until `end`. */
  readonly signal?: AbortSignal | undefined;
  /** Epoch milliseconds. */
  readonly deadline?: number | undefined;
  /** The reason given at the deadline. */
  readonly onDeadline: () => unknown;
}

/** Makes an abort scope; its deadline is one alarm among the others. */
export function createAbortScope(alarms: Alarms, options: AbortScopeOptions): AbortScope {
  const controller = new AbortController();
  const { signal: outer, deadline } = options;
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  const unfollow = outer && onAbort(outer, follow);
  const alarm =
    deadline === undefined
      ? undefined
      : alarms.set(deadline, () => controller.abort(options.onDeadline()));

  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    race: (work) => raceAbort(work, controller.signal),
    end() {
      unfollow?.();
      alarm?.cancel();
    },
  };
}

function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    const unfollow = onAbort(signal, giveUp);
    // Work of the caller's own may be no promise at all.
    Promise.resolve(work).then(
      (value) => {
        unfollow();
        resolve(value);
      },
      (error) => {
        unfollow();
        reject(error);
      },
    );
  });
}
