import type { Limits } from '@llm-router/core';

/**
 * Limits of accounts that count requests in flight, as measured by their users. Yours may differ:
 * spread one and change what differs.
 */
export const providerLimits: Readonly<Record<'kimi-k2' | 'glm-4.7' | 'featherless', Limits>> = {
  'kimi-k2': { maxConcurrent: 1, minIntervalMs: 1000, requestsPerMinute: 4 },
  'glm-4.7': { maxConcurrent: 10, minIntervalMs: 100 },
  featherless: { maxConcurrent: 5, minIntervalMs: 200, requestsPerMinute: 20 },
};
