import { isSecret, RouterError } from '@llm-router/core';
import { z } from 'zod';
import type { RouterConfig } from './router-config.ts';

const above0 = z.number().positive();
const atLeast0 = z.number().nonnegative();
const milliseconds = z.union([z.number().positive(), z.literal(Number.POSITIVE_INFINITY)]);
const status = z.number().int().min(100).max(599);
const named = <T extends z.ZodType>(value: T) => z.record(z.string().min(1), value);
const withMethod = (method: string, what: string) =>
  z.custom((value) => typeof (value as Record<string, unknown>)?.[method] === 'function', {
    error: `expected ${what}`,
  });

/** The limits themselves are checked where they are kept; here only that they are limits at all. */
const limits = z.record(z.string(), z.unknown());

const rates = {
  input: atLeast0,
  output: atLeast0,
  cacheRead: atLeast0.optional(),
  cacheWrite: atLeast0.optional(),
  reasoning: atLeast0.optional(),
  request: atLeast0.optional(),
};

const price = z.strictObject({
  ...rates,
  tiers: z.array(z.strictObject({ ...rates, aboveInputTokens: atLeast0 })).optional(),
});

const deployment = z.strictObject({
  id: z.string().min(1).optional(),
  provider: z.string().min(1),
  model: z.string().min(1),
  apiKey: z
    .custom((value) => typeof value === 'string' || isSecret(value), {
      error: 'expected a string or a secret',
    })
    .optional(),
  baseUrl: z.string().min(1).optional(),
  limits: limits.optional(),
  pool: z.string().min(1).optional(),
  priority: z.number().optional(),
  weight: atLeast0.optional(),
  price: price.optional(),
  category: z.enum(['tiny', 'small', 'large', 'reasoning']).optional(),
  timeoutMs: milliseconds.optional(),
  tags: z.array(z.string()).optional(),
  contextWindow: above0.optional(),
  maxOutputTokens: above0.optional(),
  capabilities: z
    .strictObject({
      tools: z.boolean().optional(),
      vision: z.boolean().optional(),
      audio: z.boolean().optional(),
      structuredOutput: z.boolean().optional(),
    })
    .optional(),
});

const config = z.strictObject({
  deployments: z.array(deployment).min(1, 'expected at least one deployment'),
  models: named(z.array(z.string().min(1)).min(1)).optional(),
  defaultModel: z.string().min(1).optional(),
  strategy: z
    .union([z.string(), withMethod('select', 'a strategy or an object with select()')])
    .optional(),
  balance: withMethod('order', 'an object with order()').optional(),
  pools: named(limits).optional(),
  limits: limits.optional(),
  retry: z
    .strictObject({
      maxAttempts: z.number().int().min(1).optional(),
      onStatusCodes: z.array(status).optional(),
      backoff: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  fallback: z
    .strictObject({
      enabled: z.boolean().optional(),
      onStatusCodes: z.array(status).optional(),
      spillAfterMs: atLeast0.optional(),
    })
    .optional(),
  timeouts: z
    .strictObject({
      totalMs: milliseconds.optional(),
      attemptMs: milliseconds.optional(),
      firstContentMs: milliseconds.optional(),
      betweenContentMs: milliseconds.optional(),
    })
    .optional(),
  tenants: named(
    z.strictObject({ weight: above0.optional(), limits: limits.optional() }),
  ).optional(),
});

/**
 * Refuses a configuration that cannot be meant.
 *
 * @throws RouterError `invalid_config` with every place, what stands there and what was expected
 */
export function checkConfig(given: RouterConfig): void {
  const parsed = config.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${placeOf(issue.path)}: ${issue.message}`);
    throw new RouterError('invalid_config', `createRouter: ${problems.join('; ')}.`);
  }
  for (const [index, { pool }] of given.deployments.entries()) {
    if (pool === undefined || Object.hasOwn(given.pools ?? {}, pool)) continue;
    const known = Object.keys(given.pools ?? {}).join(', ') || 'there are none';
    throw new RouterError(
      'invalid_config',
      `createRouter: deployments[${index}].pool: '${pool}' is not one of pools (${known}). Add it to pools or correct the name.`,
    );
  }
}

/** `deployments[0].limits`, as one would write it. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return place.replace(/^\./, '') || 'the configuration';
}
