export { type CacheKey, cacheKey } from './cache-key.ts';
export type { ResponseCacheOptions } from './cache-options.ts';
export {
  type CachedAnswer,
  type CacheScope,
  createResponseCache,
  type ResponseCacheSnapshot,
  type SharingResponseCache,
} from './create-response-cache.ts';
export type { StoreRefusal } from './refusal-of.ts';
export { replay } from './replay.ts';
