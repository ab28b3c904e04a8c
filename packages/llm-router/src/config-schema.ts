import { invalidConfig, isSecret, RouterError } from '@llm-router/core';
import { z } from 'zod';
import type { RouterConfig } from './router-config.ts';

const above0 = z.number().positive();
const atLeast0 = z.number().nonnegative();
const milliseconds = z.union([z.number().positive(), z.literal(Number.POSITIVE_INFINITY)], {
  error: 'milliseconds above 0, or Infinity',
});
const status = z.number().int().min(100).max(599);
const named = <T extends z.ZodType>(value: T) => z.record(z.string().min(1), value);
const withMethod = (method: string, what: string) =>
  z.custom((value) => typeof (value as Record<string, unknown>)?.[method] === 'function', {
    error: what,
  });
/** An object of these options alone; the error for another lists what there is. */
const options = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `known are ${Object.keys(shape).join(', ')}` : undefined,
  });

const amount = z.number().optional();

/** Ranges and names are checked where limits are kept; the fields stand here for editors. */
const limits = z.looseObject({
  requestsPerMinute: amount,
  tokensPerMinute: amount,
  inputTokensPerMinute: amount,
  outputTokensPerMinute: amount,
  requestsPerDay: amount,
  tokensPerDay: amount,
  usdPerDay: amount,
  maxConcurrent: amount,
  minIntervalMs: amount,
  burst: z.union([z.number(), z.looseObject({ requests: amount, tokens: amount })]).optional(),
  rules: z.array(z.looseObject({})).optional(),
});

/** Options that their own package checks. */
const elsewhere = z.looseObject({});

const secret = z.custom((value) => typeof value === 'string' || isSecret(value), {
  error: 'a string or a secret',
});

const rates = {
  input: atLeast0,
  output: atLeast0,
  cacheRead: atLeast0.optional(),
  cacheWrite: atLeast0.optional(),
  reasoning: atLeast0.optional(),
  request: atLeast0.optional(),
};

const price = options({
  ...rates,
  tiers: z.array(options({ ...rates, aboveInputTokens: atLeast0 })).optional(),
});

const deployment = options({
  id: z.string().min(1).optional(),
  provider: z.string().min(1),
  model: z.string().min(1),
  apiKey: secret.optional(),
  baseUrl: z.string().min(1).optional(),
  headers: named(secret).optional(),
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
  capabilities: options({
    tools: z.boolean().optional(),
    vision: z.boolean().optional(),
    audio: z.boolean().optional(),
    structuredOutput: z.boolean().optional(),
  }).optional(),
});

const config = options({
  deployments: z.array(deployment).min(1, 'at least one deployment'),
  models: named(z.array(z.string().min(1)).min(1)).optional(),
  defaultModel: z.string().min(1).optional(),
  strategy: z
    .union([z.string(), withMethod('select', 'an object with select()')], {
      error: 'the name of a strategy or an object with select()',
    })
    .optional(),
  balance: z
    .union([z.string(), withMethod('order', 'an object with order()')], {
      error: 'the name of a strategy or an object with order()',
    })
    .optional(),
  pools: named(limits).optional(),
  limits: limits.optional(),
  retry: options({
    maxAttempts: z.number().int().min(1).optional(),
    onStatusCodes: z.array(status).optional(),
    backoff: elsewhere.optional(),
  }).optional(),
  fallback: options({
    enabled: z.boolean().optional(),
    onStatusCodes: z.array(status).optional(),
    spillAfterMs: atLeast0.optional(),
  }).optional(),
  timeouts: options({
    totalMs: milliseconds.optional(),
    attemptMs: milliseconds.optional(),
    firstContentMs: milliseconds.optional(),
    betweenContentMs: milliseconds.optional(),
  }).optional(),
  cache: z.union([z.literal(false), elsewhere], { error: 'false or an object' }).optional(),
  breaker: z.union([z.literal(false), elsewhere], { error: 'false or an object' }).optional(),
  health: elsewhere.optional(),
  agents: named(z.string().min(1)).optional(),
  tenants: named(options({ weight: above0.optional(), limits: limits.optional() })).optional(),
});

/** One place of a configuration that cannot be meant. */
export interface ConfigProblem {
  readonly path: readonly PropertyKey[];
  /** What stands there and what was expected, as a sentence that begins with the place. */
  readonly text: string;
}

/** Everything that cannot be meant, in the order of the configuration. */
export function findProblems(given: unknown): readonly ConfigProblem[] {
  const parsed = config.safeParse(given);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({ path: issue.path, text: describe(issue, given) }));
  }
  const { deployments, pools = {} } = parsed.data;
  return deployments.flatMap(({ pool }, index) => {
    if (pool === undefined || Object.hasOwn(pools, pool)) return [];
    const known = Object.keys(pools).join(', ') || 'there are none';
    const text = `deployments[${index}].pool: '${pool}' is not one of pools (${known}). Add it to pools or correct the name.`;
    return [{ path: ['deployments', index, 'pool'], text }];
  });
}

/**
 * Refuses a configuration that cannot be meant.
 *
 * @throws RouterError `invalid_config` with every place, what stands there and what was expected
 */
export function checkConfig(given: RouterConfig): void {
  const problems = findProblems(given);
  if (problems.length === 0) return;
  const texts = problems.map(({ text }) => text).join(' ');
  throw new RouterError('invalid_config', `createRouter: ${texts}`);
}

/** The configuration as JSON Schema, for editors. What only code can express is left open. */
export function configJsonSchema(): object {
  return z.toJSONSchema(config, { unrepresentable: 'any', io: 'input' });
}

function describe(issue: z.core.$ZodIssue, given: unknown): string {
  const place = placeOf(issue.path);
  // zod says `Invalid input: expected X, received Y`; what was received we show ourselves.
  const expected = issue.message.replace(/^.*?expected /, '').replace(/, received .*$/, '');
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `'${key}'`).join(', ');
    return `${place} has the unknown option ${names}; ${expected}.`;
  }
  const last = issue.path.at(-1);
  // A key in the wrong form is a key all the same.
  const isSecretPlace = last === 'apiKey' || issue.path.at(-2) === 'headers';
  if (last === undefined || isSecretPlace) return `${place} is wrong; expected ${expected}.`;
  return invalidConfig(place, valueAt(given, issue.path), expected).message;
}

/** The value at a path, if there is one. */
export function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value = given;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | null)?.[part];
  return value;
}

/** `deployments[0].limits`, as one would write it. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return place.replace(/^\./, '') || 'the configuration';
}
