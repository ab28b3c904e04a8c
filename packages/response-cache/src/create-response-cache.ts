import {
  type ChatCompletion,
  type ChatRequest,
  invalidConfig,
  isAbortSignal,
  type ResponseCache,
} from '@llm-router/core';
import { LRUCache } from 'lru-cache';
import { type CacheKey, cacheKey } from './cache-key.ts';
import { type ResponseCacheOptions, readCacheOptions } from './cache-options.ts';
import { refusalOf, type StoreRefusal } from './refusal-of.ts';
import { abortedBy, createSingleFlight } from './single-flight.ts';

/** Whose cache it is. Answers never cross tenants. */
export interface CacheScope {
  readonly tenant: string;
}

/** An answer and where it came from: the cache, a load of one's own, or a load that someone else began. */
export interface CachedAnswer {
  readonly completion: ChatCompletion;
  readonly source: 'stored' | 'loaded' | 'shared';
}

/** The cache at one moment. Plain data. */
export interface ResponseCacheSnapshot {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Those that have run out and were not asked for since are counted too. */
  readonly entries: number;
  readonly bytes: number;
  /** Loads in flight. */
  readonly loading: number;
  readonly hits: number;
  readonly misses: number;
  /** Callers who waited for someone else's load. */
  readonly shared: number;
  readonly stores: number;
  /** Answers that were not stored, by reason. */
  readonly refusals: Readonly<Record<StoreRefusal, number>>;
}

/** Whole answers by tenant and request. Every answer handed out is a copy of one's own. */
export interface SharingResponseCache extends ResponseCache {
  get(request: ChatRequest, scope: CacheScope): ChatCompletion | undefined;
  /** Stores a whole answer; any other is counted as refused. */
  set(request: ChatRequest, completion: ChatCompletion, scope: CacheScope): void;
  /**
   * The stored answer, or that of `load`, which runs once for all who ask meanwhile. It is given a
   * signal that aborts when the last of them has left. A failure reaches all of them and is not stored.
   *
   * @throws RouterError `aborted` when the caller's signal aborts; otherwise what `load` throws
   */
  getOrLoad(
    request: ChatRequest,
    scope: CacheScope & { readonly signal?: AbortSignal },
    load: (signal: AbortSignal) => Promise<ChatCompletion>,
  ): Promise<CachedAnswer>;
  snapshot(): ResponseCacheSnapshot;
}

/** An answer as it came, and as JSON, which copies are read from. */
interface Loaded {
  readonly completion: ChatCompletion;
  readonly text: string | undefined;
}

/**
 * Makes a cache of whole answers: exact matches only, by tenant and every field of the request that
 * changes the answer.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const cache = createResponseCache({ ttlMs: 600_000, maxEntries: 5000 });
 * const { completion, source } = await cache.getOrLoad(request, { tenant: 'acme' }, (signal) =>
 *   provider.chat(request, { signal }),
 * );
 */
export function createResponseCache(options: ResponseCacheOptions = {}): SharingResponseCache {
  const { ttlMs, maxEntries, maxBytes, when, clock } = readCacheOptions(options);
  const answers = new LRUCache<CacheKey, string>({
    max: maxEntries,
    maxSize: maxBytes,
    ttl: ttlMs,
    // Otherwise it would remember the time for a millisecond of the host's, by a timer.
    ttlResolution: 0,
    perf: clock,
  });
  const flights = createSingleFlight<Loaded>();
  const counts = { hits: 0, misses: 0, shared: 0, stores: 0 };
  const refusals: Record<StoreRefusal, number> = {
    policy: 0,
    'not-json': 0,
    unfinished: 0,
    incomplete: 0,
    empty: 0,
    'too-large': 0,
  };

  function find(key: CacheKey): ChatCompletion | undefined {
    const text = answers.get(key);
    if (text === undefined) return undefined;
    counts.hits += 1;
    return JSON.parse(text);
  }

  function keep(key: CacheKey, request: ChatRequest, completion: ChatCompletion): Loaded {
    const text = toJson(completion);
    const size = text === undefined ? 0 : Buffer.byteLength(text);
    const refusal = refusalOf(request, completion) ?? (size > maxBytes ? 'too-large' : undefined);
    if (refusal !== undefined) {
      refusals[refusal] += 1;
    } else if (text === undefined) {
      refusals['not-json'] += 1;
    } else {
      answers.set(key, text, { size });
      counts.stores += 1;
    }
    return { completion, text };
  }

  return {
    get(request, scope) {
      const key = cacheKey(request, scope?.tenant);
      if (key === undefined || !when(request)) return undefined;
      const found = find(key);
      if (found === undefined) counts.misses += 1;
      return found;
    },
    set(request, completion, scope) {
      const key = cacheKey(request, scope?.tenant);
      if (key === undefined) refusals['not-json'] += 1;
      else if (when(request)) keep(key, request, completion);
      else refusals.policy += 1;
    },
    async getOrLoad(request, scope, load) {
      const { tenant, signal } = scope ?? {};
      if (signal !== undefined && !isAbortSignal(signal)) {
        throw invalidConfig('getOrLoad: signal', signal, 'an AbortSignal');
      }
      if (signal?.aborted) throw abortedBy(signal);
      const key = cacheKey(request, tenant);
      if (key === undefined || !when(request)) {
        refusals[key === undefined ? 'not-json' : 'policy'] += 1;
        return { completion: await load(signal ?? neverAborted()), source: 'loaded' };
      }
      const found = find(key);
      if (found !== undefined) return { completion: found, source: 'stored' };
      const flight = flights.join(key, signal, async (shared) =>
        keep(key, request, await load(shared)),
      );
      counts[flight.isFirst ? 'misses' : 'shared'] += 1;
      const { completion, text } = await flight.landing;
      return {
        completion: text === undefined ? completion : JSON.parse(text),
        source: flight.isFirst ? 'loaded' : 'shared',
      };
    },
    snapshot: () => ({
      at: clock.now(),
      entries: answers.size,
      bytes: answers.calculatedSize,
      loading: flights.size,
      ...counts,
      refusals: { ...refusals },
    }),
  };
}

function neverAborted(): AbortSignal {
  return new AbortController().signal;
}

function toJson(completion: ChatCompletion): string | undefined {
  try {
    return JSON.stringify(completion);
  } catch {
    return undefined;
  }
}
