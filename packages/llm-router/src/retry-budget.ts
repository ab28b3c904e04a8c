import {
  type Alarm,
  type Alarms,
  type Clock,
  invalidConfig,
  onAbort,
  readOptions,
} from '@llm-router/core';

/** How many retries all requests together may cost. */
export interface RetryBudgetOptions {
  /** What each new request adds, in retries. @defaultValue 0.2 */
  readonly share?: number;
  /** What time alone adds. @defaultValue 10 */
  readonly perSecond?: number;
  /** What can be saved up, and what there is at first. @defaultValue 100 */
  readonly burst?: number;
}

/** The retries that are left to all requests of a router together. */
export interface RetryBudget {
  /** A request begins. */
  entered(): void;
  /** Takes one retry where there is one and nobody waits for it. */
  tryTake(): boolean;
  /**
   * Waits until there is room for one retry more.
   *
   * @returns `false` where that is not before the deadline, or the signal came first
   */
  take(deadline: number, signal: AbortSignal | undefined): Promise<boolean>;
  /** The request was answered in the end: what it took was worth it, and comes back. */
  returned(retries: number): void;
}

/**
 * Makes a budget, so that an outage is not amplified: retries that lead to an answer cost nothing, the
 * others a share of the traffic. Where it is used up, retries wait, first come first served; none is
 * dropped. After the retry budgets of Finagle and the retry quota of the AWS SDKs.
 */
export function createRetryBudget(
  options: RetryBudgetOptions,
  { clock, alarms }: { readonly clock: Clock; readonly alarms: Alarms },
): RetryBudget {
  const read = readOptions('createRouter: retry.budget', options, ['share', 'perSecond', 'burst']);
  const share = read.number('share', { default: 0.2, min: 0 });
  const perMs = read.number('perSecond', { default: 10, min: 0 }) / 1000;
  const burst = read.number('burst', { default: 100, min: 1 });
  if (share === 0 && perMs === 0) {
    throw invalidConfig('createRouter: retry.budget', options, 'a share or perSecond above 0');
  }
  const waiters = new Set<() => void>();
  let left = burst;
  let leftAt = clock.now();
  let alarm: Alarm | undefined;

  function add(amount: number): void {
    const now = clock.now();
    left = Math.min(burst, left + (now - leftAt) * perMs + amount);
    leftAt = now;
  }

  function serve(): void {
    for (const go of waiters) {
      if (left < 1) break;
      left -= 1;
      waiters.delete(go);
      go();
    }
    alarm?.cancel();
    alarm = undefined;
    if (waiters.size === 0 || perMs === 0) return;
    alarm = alarms.set(clock.now() + Math.ceil((1 - left) / perMs), () => {
      add(0);
      serve();
    });
  }

  function tryTake(): boolean {
    add(0);
    if (waiters.size > 0 || left < 1) return false;
    left -= 1;
    return true;
  }

  return {
    tryTake,
    entered() {
      add(share);
      if (waiters.size > 0) serve();
    },
    take(deadline, signal) {
      if (signal?.aborted) return Promise.resolve(false);
      if (tryTake()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (isTaken: boolean) => {
          waiters.delete(go);
          unfollow?.();
          timeout?.cancel();
          resolve(isTaken);
        };
        const go = () => end(true);
        const unfollow = signal && onAbort(signal, () => end(false));
        const timeout = Number.isFinite(deadline)
          ? alarms.set(deadline, () => end(false))
          : undefined;
        waiters.add(go);
        serve();
      });
    },
    returned(retries) {
      if (retries === 0) return;
      add(retries);
      serve();
    },
  };
}
