import {
  type Alarms,
  type ChatCompletion,
  type ChatRequest,
  type Clock,
  createAbortScope,
  type Emitter,
  type ResponseCache,
  type RouterEvent,
} from '@llm-router/core';
import { isCompletion } from './completion-shape.ts';

/** Whose answer is looked for, and how long the one who asks can wait. */
export interface CacheAsk {
  readonly tenant: string;
  readonly signal?: AbortSignal | undefined;
  /** Epoch milliseconds. */
  readonly deadline?: number;
}

/** A cache of the caller's own that can fail, hang or answer nonsense without harm. */
export interface CarefulCache {
  /** A stored answer. `undefined` also where the cache fails, or takes too long for the one who asks. */
  get(request: ChatRequest, ask: CacheAsk): Promise<ChatCompletion | undefined>;
  /** Hands an answer on to be stored. Nobody waits for that. */
  set(request: ChatRequest, completion: ChatCompletion, scope: { readonly tenant: string }): void;
  snapshot(): unknown;
}

export interface CarefulCacheOptions {
  readonly clock: Clock;
  readonly alarms: Alarms;
  readonly events: Emitter<RouterEvent>;
}

/** A stored answer that takes longer is hardly worth more than a fresh one. */
const longestMs = 1000;

/** Of the time that a request has; the rest is for doing without the cache. */
const largestShare = 0.5;

/**
 * Makes a cache careful. Where it fails, requests go on without it, and listeners hear
 * `store-degraded`. No event shows what it threw, which may name hosts and keys.
 */
export function createCarefulCache(
  cache: ResponseCache,
  { clock, alarms, events }: CarefulCacheOptions,
): CarefulCache {
  function degraded(detail: string): void {
    events.emit({ type: 'store-degraded', at: clock.now(), store: 'cache', detail });
  }

  const failed = (what: string, error: unknown) =>
    degraded(`${what} failed: ${error instanceof Error ? error.name : typeof error}`);

  /** What work comes to in that time; `undefined` where it fails, is too late or not wanted any more. */
  async function within<T>(
    limitMs: number,
    what: string,
    work: () => Promise<T> | T,
    signal?: AbortSignal,
  ): Promise<T | undefined> {
    const tooLate = new Error();
    const deadline = clock.now() + limitMs;
    const scope = createAbortScope(alarms, { signal, deadline, onDeadline: () => tooLate });
    try {
      return await scope.race(Promise.resolve(work()));
    } catch (error) {
      if (error === tooLate) degraded(`${what} gave no answer within ${Math.round(limitMs)} ms`);
      else if (!signal?.aborted) failed(what, error);
      return undefined;
    } finally {
      scope.end();
    }
  }

  return {
    async get(request, { tenant, signal, deadline = Number.POSITIVE_INFINITY }) {
      const leftMs = Math.max(0, deadline - clock.now());
      const limitMs = Math.min(longestMs, largestShare * leftMs);
      const stored: unknown = await within(
        limitMs,
        'get',
        () => cache.get(request, { tenant }),
        signal,
      );
      if (isCompletion(stored)) return stored;
      if (stored !== undefined && stored !== null) degraded('get answered what is no completion');
      return undefined;
    },
    set(request, completion, { tenant }) {
      void within(longestMs, 'set', () => cache.set(request, completion, { tenant }));
    },
    snapshot() {
      try {
        return cache.snapshot();
      } catch (error) {
        failed('snapshot', error);
        return undefined;
      }
    },
  };
}
