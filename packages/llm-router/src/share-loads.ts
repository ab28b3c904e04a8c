import type { ChatCompletion, ChatRequest, ResponseCache } from '@llm-router/core';
import { type CachedAnswer, createResponseCache } from '@llm-router/response-cache';
import {
  type CacheAsk,
  type CarefulCache,
  type CarefulCacheOptions,
  createCarefulCache,
} from './careful-cache.ts';

/** A cache as the pipeline needs it: one load for all who ask the same at once. */
export interface AnswerCache extends Pick<CarefulCache, 'set' | 'snapshot'> {
  get(
    request: ChatRequest,
    ask: CacheAsk,
  ): Promise<ChatCompletion | undefined> | ChatCompletion | undefined;
  getOrLoad(
    request: ChatRequest,
    ask: CacheAsk,
    load: (signal: AbortSignal) => Promise<ChatCompletion>,
  ): Promise<CachedAnswer>;
}

/** Makes a cache of the caller's own share loads, keep only whole answers, and harm nobody. */
export function shareLoads(own: ResponseCache, options: CarefulCacheOptions): AnswerCache {
  const cache = createCarefulCache(own, options);
  // No answer is small enough to be kept here: it is for the loads that are under way.
  const flights = createResponseCache({ clock: options.clock, maxBytes: 1 });

  const set: AnswerCache['set'] = (request, completion, scope) => {
    if (isWhole(completion, request.n ?? 1)) cache.set(request, completion, scope);
  };

  return {
    get: cache.get,
    set,
    async getOrLoad(request, { tenant, signal, deadline }, load) {
      let isStored = false;
      const rider = { tenant, ...(signal && { signal }) };
      const { completion, source } = await flights.getOrLoad(request, rider, async (shared) => {
        const ask = { tenant, signal: shared, ...(deadline !== undefined && { deadline }) };
        const stored = await cache.get(request, ask);
        isStored = stored !== undefined;
        if (stored !== undefined) return stored;
        const loaded = await load(shared);
        set(request, loaded, { tenant });
        return loaded;
      });
      return { completion, source: isStored ? 'stored' : source };
    },
    snapshot: cache.snapshot,
  };
}

function isWhole({ choices }: ChatCompletion, wanted: number): boolean {
  const isFinished = ({ finish_reason: finish }: ChatCompletion['choices'][number]) =>
    finish === 'stop' || finish === 'tool_calls';
  return choices.length >= wanted && choices.every(isFinished);
}
