import type { ResponseCache } from '@llm-router/core';
import { type CacheKey, cacheKey, createResponseCache } from '../src/index.ts';
import { answer, question } from './support.ts';

it('is what the pipeline takes, and has no way around the tenant', async () => {
  const cache: ResponseCache = createResponseCache();
  const request = question('hi');
  // @ts-expect-error a key needs a tenant
  expect(() => cacheKey(request)).toThrow('tenant');
  // @ts-expect-error so does a look
  expect(() => cache.get(request, {})).toThrow('tenant');
  // @ts-expect-error and an answer
  expect(() => cache.set(request, answer('x'), {})).toThrow('tenant');
  // @ts-expect-error a text is no key
  const forged: CacheKey = 'acme/hi';
  expect(forged).not.toBe(cacheKey(request, 'acme'));
});
