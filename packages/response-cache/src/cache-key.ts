import { createHash } from 'node:crypto';
import { type ChatRequest, invalidConfig } from '@llm-router/core';
import { canonicalJson } from './canonical-json.ts';

declare const isCacheKey: unique symbol;

/** The place of an answer. Only {@link cacheKey} makes one, and never without a tenant. */
export type CacheKey = string & { readonly [isCacheKey]: true };

/** Fields that do not change the answer: how it is sent, and what the caller notes down. */
const notPartOfTheQuestion = {
  stream: undefined,
  stream_options: undefined,
  user: undefined,
  metadata: undefined,
};

/**
 * The key of a request: its tenant and every field but `stream`, `stream_options`, `user` and
 * `metadata`, in canonical
 * JSON. It is a SHA-256 digest, so that a cache holds no prompt. `undefined` where the request cannot
 * be written as JSON.
 *
 * @throws RouterError `invalid_config` without a tenant or a request
 */
export function cacheKey(request: ChatRequest, tenant: string): CacheKey | undefined {
  if (typeof tenant !== 'string' || tenant === '') {
    throw invalidConfig('responseCache: tenant', tenant, 'a text that is not empty');
  }
  if (typeof request !== 'object' || request === null) {
    throw invalidConfig('responseCache: request', request, 'a request with messages');
  }
  const text = canonicalJson([tenant, { ...request, ...notPartOfTheQuestion }]);
  if (text === undefined) return undefined;
  return createHash('sha256').update(text).digest('base64') as CacheKey;
}
