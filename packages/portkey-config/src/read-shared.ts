import type { FieldReader } from './field-reader.ts';

/** Retries of one target. */
export interface RetryPolicy {
  /** Retries after the first try. */
  readonly attempts: number;
  readonly onStatusCodes: readonly number[];
  readonly baseMs: number;
  readonly factor: number;
}

export type CachePolicy = false | { readonly ttlMs: number; readonly maxEntries?: number };

/** What a target takes from those around it, unless it says it itself. */
export interface Shared {
  readonly model?: string;
  readonly customHost?: string;
  readonly timeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly cache?: CachePolicy;
}

/** What the gateway retries where nothing is said. */
const usualStatuses: readonly number[] = [429, 500, 502, 503, 504];

/** Where nothing is said, a hosted answer is good for a week. */
const usualSeconds = 604_800;

/** Reads what is handed down; a target's own replaces the whole of it, as at the gateway. */
export function readShared(reader: FieldReader, around: Shared): Shared {
  const model = readModel(reader) ?? around.model;
  const customHost = reader.text('custom_host') || around.customHost;
  // The gateway takes 0 for none.
  const timeoutMs = reader.number('request_timeout') || around.timeoutMs;
  const retry = readRetry(reader) ?? around.retry;
  const cache = readCache(reader) ?? around.cache;
  if (reader.flag('strict_open_ai_compliance') === false) {
    reader.warn('strict_open_ai_compliance', 'is always on: answers have the shape of OpenAI');
  }
  return {
    ...(model !== undefined && { model }),
    ...(customHost && { customHost }),
    ...(timeoutMs && { timeoutMs }),
    ...(retry && { retry }),
    ...(cache !== undefined && { cache }),
  };
}

function readModel(reader: FieldReader): string | undefined {
  const params = reader.record('override_params');
  const model = params?.text('model');
  params?.end({}, 'can only be given with the request');
  return model;
}

function readRetry(reader: FieldReader): RetryPolicy | undefined {
  const retry = reader.record('retry');
  if (retry === undefined) return undefined;
  const attempts = Math.floor(retry.number('attempts') ?? 0);
  const onStatusCodes = retry.statuses('on_status_codes') ?? usualStatuses;
  for (const name of ['use_retry_after_header', 'use_retry_after_headers']) {
    const isHeeded = retry.flag(name);
    if (isHeeded === false) retry.warn(name, 'is always on: what a provider states is waited for');
    else if (isHeeded && name.endsWith('s')) {
      retry.warn(name, 'read as use_retry_after_header, the one spelling that the gateway reads');
    }
  }
  const baseMs = retry.number('delay');
  if (baseMs !== undefined) {
    retry.warn('delay', 'read as milliseconds before the first retry; the gateway has always 1000');
  }
  const factor = readGrowth(retry);
  retry.end();
  return { attempts, onStatusCodes, baseMs: baseMs ?? 1000, factor };
}

const growths: Readonly<Record<string, number>> = { exponential: 2, constant: 1, fixed: 1 };

function readGrowth(retry: FieldReader): number {
  const isGrowing = retry.flag('exponential');
  if (isGrowing !== undefined) {
    retry.warn('exponential', 'is understood here alone; waits of the gateway always double');
  }
  const backoff = retry.text('backoff');
  if (backoff === undefined) return isGrowing === false ? 1 : 2;
  const growth = Object.hasOwn(growths, backoff) ? growths[backoff] : undefined;
  if (growth === undefined) retry.warn('backoff', 'is none of exponential, constant, fixed');
  else retry.warn('backoff', 'is understood here alone; waits of the gateway always double');
  return growth ?? 2;
}

function readCache(reader: FieldReader): CachePolicy | undefined {
  const given = reader.value('cache');
  if (given === false) return false;
  const mode = typeof given === 'string' ? given : undefined;
  if (mode !== undefined) {
    reader.warn('cache', 'read as cache.mode; the gateway refuses a text');
    return readMode(reader, 'cache', mode) ? { ttlMs: usualSeconds * 1000 } : undefined;
  }
  const cache = reader.record('cache');
  if (cache === undefined) return undefined;
  const isOn = readEnabled(cache);
  const seconds = readSeconds(cache);
  const maxEntries = cache.number('max_size');
  if (maxEntries !== undefined) {
    cache.warn('max_size', 'is understood here alone, as answers kept; the gateway has no bound');
  }
  cache.end();
  if (!isOn) return false;
  // Nothing shorter than a millisecond, and no fewer than one, can be kept.
  const ttlMs = Math.max(1, Math.round((seconds ?? usualSeconds) * 1000));
  return {
    ttlMs,
    ...(maxEntries !== undefined && { maxEntries: Math.max(1, Math.floor(maxEntries)) }),
  };
}

function readEnabled(cache: FieldReader): boolean {
  const isEnabled = cache.flag('enabled');
  if (isEnabled !== undefined) {
    cache.warn(
      'enabled',
      'read as the cache with or without mode simple; the gateway needs a mode',
    );
  }
  const mode = cache.text('mode');
  return mode === undefined ? (isEnabled ?? true) : readMode(cache, 'mode', mode);
}

function readMode(reader: FieldReader, name: string, mode: string): boolean {
  if (mode === 'semantic')
    reader.warn(name, 'semantic is read as simple: only the same is the same');
  if (mode === 'simple' || mode === 'semantic') return true;
  if (mode !== 'DISABLED') reader.warn(name, 'is none of simple, semantic. There is no cache');
  return false;
}

function readSeconds(cache: FieldReader): number | undefined {
  const ttl = cache.number('ttl');
  if (ttl !== undefined) cache.warn('ttl', 'read as max_age, in seconds');
  const maxAge = cache.number('max_age');
  if (maxAge !== undefined) {
    cache.warn('max_age', 'read as seconds, as documented; the open gateway takes milliseconds');
  }
  return maxAge ?? ttl;
}
