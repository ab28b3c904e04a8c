import type { ChatCompletion, Clock, Emitter, ResponseCache, RouterEvent } from '@llm-router/core';
import { createResponseCache, type SharingResponseCache } from '@llm-router/response-cache';

/** A cache as the pipeline needs it: one load for all who ask the same at once. */
export type AnswerCache = ResponseCache & Pick<SharingResponseCache, 'getOrLoad'>;

/**
 * Makes a cache of the caller's own share loads, and keep only whole answers. Where it fails, requests
 * go on without it, and listeners hear `store-degraded`.
 */
export function shareLoads(
  cache: ResponseCache,
  { clock, events }: { readonly clock: Clock; readonly events: Emitter<RouterEvent> },
): AnswerCache {
  // No answer is small enough to be kept here: it is for the loads that are under way.
  const flights = createResponseCache({ clock, maxBytes: 1 });

  function degraded(what: string, error: unknown): void {
    const detail = `${what} failed: ${error instanceof Error ? error.name : typeof error}`;
    events.emit({ type: 'store-degraded', at: clock.now(), store: 'cache', detail });
  }

  const get: AnswerCache['get'] = async (request, options) => {
    try {
      return await cache.get(request, options);
    } catch (error) {
      degraded('get', error);
      return undefined;
    }
  };

  const set: AnswerCache['set'] = async (request, completion, options) => {
    if (!isWhole(completion, request.n ?? 1)) return;
    try {
      await cache.set(request, completion, options);
    } catch (error) {
      degraded('set', error);
    }
  };

  return {
    get,
    set,
    async getOrLoad(request, scope, load) {
      let isStored = false;
      const { completion, source } = await flights.getOrLoad(request, scope, async (signal) => {
        const stored = await get(request, scope);
        isStored = stored !== undefined;
        if (stored !== undefined) return stored;
        const loaded = await load(signal);
        await set(request, loaded, scope);
        return loaded;
      });
      return { completion, source: isStored ? 'stored' : source };
    },
    snapshot: () => cache.snapshot(),
  };
}

function isWhole({ choices }: ChatCompletion, wanted: number): boolean {
  const isFinished = ({ finish_reason: finish }: ChatCompletion['choices'][number]) =>
    finish === 'stop' || finish === 'tool_calls';
  return choices.length >= wanted && choices.every(isFinished);
}
