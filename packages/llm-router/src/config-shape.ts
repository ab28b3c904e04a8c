import type { BackoffOptions } from '@llm-router/backoff';
import { isSecret, knownProviders, type Limits, type Strategy } from '@llm-router/core';
import type { BalanceStrategy } from '@llm-router/load-balancer';
import type { ResponseCacheOptions } from '@llm-router/response-cache';
import { z } from 'zod';
import type { DeploymentConfig, HealthConfig, RouterConfig } from './router-config.ts';

/** Every field of an interface, so that none is forgotten here. */
type Shape<T> = Record<keyof T, z.ZodType>;
type BreakerOptions = Exclude<RouterConfig['breaker'], false | undefined>;

const describe = <T extends z.ZodType>(description: string, type: T): T =>
  type.meta({ description });
const text = z.string().min(1);
const above0 = z.number().positive();
const atLeast0 = z.number().nonnegative();
const milliseconds = z
  .custom<number>((value) => typeof value === 'number' && value > 0, {
    error: 'milliseconds above 0, or Infinity',
  })
  .meta({ type: 'number', exclusiveMinimum: 0 });
/** A number whose range is checked where it is used. */
const amount = z
  .custom<number>((value) => typeof value === 'number', { error: 'a number' })
  .meta({ type: 'number' })
  .optional();
const statuses = z.array(z.number().int().min(100).max(599)).optional();
const named = <T extends z.ZodType>(value: T) => z.record(text, value);
/** No file can say it: JSON Schema leaves it out. */
const inCode = (check: (value: unknown) => boolean, error: string) =>
  z.custom(check, { error }).meta({ not: {} });
const callback = inCode((value) => typeof value === 'function', 'a function').optional();
const withMethod = (method: string) =>
  inCode(
    (value) => typeof (value as Record<string, unknown> | null)?.[method] === 'function',
    `an object with ${method}()`,
  );
/** An object of these options alone; the error for another lists what there is. */
const options = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `known are ${Object.keys(shape).join(', ')}` : 'an object',
  });
const orFalse = <T extends z.ZodType>(type: T) =>
  z.union([z.literal(false), type], { error: 'false or an object' });

const limits = options({
  requestsPerMinute: amount,
  tokensPerMinute: amount,
  inputTokensPerMinute: amount,
  outputTokensPerMinute: amount,
  requestsPerDay: amount,
  tokensPerDay: amount,
  usdPerDay: amount,
  maxConcurrent: amount,
  minIntervalMs: amount,
  burst: z
    .union([amount, options({ requests: amount, tokens: amount })], {
      error: 'a number or an object of requests and tokens',
    })
    .optional(),
  rules: z
    .array(
      options({
        unit: z.string(),
        amount,
        perMs: amount,
        burst: amount,
        algorithm: z.string().optional(),
        reserve: z.string().optional(),
      }),
    )
    .optional(),
} satisfies Shape<Limits>);

const backoff = options({
  baseMs: amount,
  factor: amount,
  maxMs: amount,
  jitter: z.string().optional(),
  ratio: amount,
  random: callback,
} satisfies Shape<BackoffOptions>);

const cache = options({
  ttlMs: amount,
  maxEntries: amount,
  maxBytes: amount,
  when: callback,
} satisfies Shape<Omit<ResponseCacheOptions, 'clock'>>);

const breaker = options({
  failureThreshold: z
    .union([amount, options({ percentage: amount, volume: amount, windowMs: amount })], {
      error: 'a number or an object of percentage, volume and windowMs',
    })
    .optional(),
  unprovenThreshold: amount,
  openMs: amount,
  maxOpenMs: amount,
  halfOpenProbes: amount,
  probeTimeoutMs: amount,
  rampMs: amount,
  maxKeys: amount,
  counts: callback,
} satisfies Shape<BreakerOptions>);

const health = options({
  smoothing: amount,
  halfLifeMs: amount,
  unhealthyBelow: amount,
  healthyFrom: amount,
  cooldownMs: amount,
  historySize: amount,
  maxKeys: amount,
  probe: z.boolean().optional(),
  probeIntervalMs: amount,
  probeJitter: amount,
  probeTimeoutMs: amount,
  probeWhen: z.string().optional(),
} satisfies Shape<HealthConfig>);

const secret = z
  .custom((value) => typeof value === 'string' || isSecret(value), {
    error: 'a string or a secret',
  })
  .meta({ type: 'string' });

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

const flag = z.boolean().optional();

const deployment = options({
  id: describe('Its name here; provider/model by default.', text).optional(),
  provider: text.meta({
    description: 'Whose wire it speaks; openai-compatible with a baseUrl for any other.',
    examples: [...knownProviders],
  }),
  model: describe('The id that the provider knows.', text),
  apiKey: describe('The key; better a reference to an environment variable.', secret).optional(),
  baseUrl: describe("What the vendor's own SDK calls its base URL.", text).optional(),
  headers: describe('Sent with every request.', named(secret)).optional(),
  limits: describe('What the account may do. What is left out is learned.', limits).optional(),
  pool: describe('A name in pools: its limits are shared.', text).optional(),
  priority: describe('Lower goes first under the strategy fallback.', z.number()).optional(),
  weight: describe('Share of the traffic under loadbalance.', atLeast0).optional(),
  price: describe('US dollars per million tokens.', price).optional(),
  category: z.enum(['tiny', 'small', 'large', 'reasoning']).optional(),
  timeoutMs: describe('One attempt, in milliseconds.', milliseconds).optional(),
  tags: z.array(z.string()).optional(),
  contextWindow: describe('Tokens of prompt and answer together.', above0).optional(),
  maxOutputTokens: above0.optional(),
  capabilities: options({
    tools: flag,
    vision: flag,
    audio: flag,
    structuredOutput: flag,
  }).optional(),
} satisfies Shape<DeploymentConfig>);

const strategies = {
  fallback: true,
  loadbalance: true,
  cost_aware: true,
  fastest: true,
  quality: true,
  adaptive: true,
} satisfies Record<Strategy, true>;

const balances = {
  'round-robin': true,
  weighted: true,
  'least-busy': true,
  latency: true,
  'power-of-two': true,
  headroom: true,
  'prefix-affinity': true,
} satisfies Record<Extract<BalanceStrategy, string>, true>;

/** The names of a strategy, or one of the caller's own. */
function oneOf(names: object, ...own: readonly [z.ZodType, string]) {
  const known = Object.keys(names);
  const [type, what] = own;
  return z.union([z.enum(known), type], { error: `one of ${known.join(', ')} or ${what}` });
}

/** What a configuration may look like. Names and ranges of parts are checked by their packages. */
export const configShape: z.ZodType = options({
  deployments: describe(
    'One model at one provider under one account each.',
    z.array(deployment).min(1, 'at least one deployment'),
  ),
  models: describe('Alias → deployment or model ids.', named(z.array(text).min(1))).optional(),
  defaultModel: describe('What a request without a model means.', text).optional(),
  strategy: describe(
    'Who is asked first.',
    oneOf(strategies, withMethod('select'), 'an object with select()'),
  ).optional(),
  balance: describe(
    'Who goes first among equals.',
    oneOf(balances, withMethod('order').or(callback), 'an object with order()'),
  ).optional(),
  pools: describe('Limits that several deployments share, by name.', named(limits)).optional(),
  limits: describe('Limits of the whole router.', limits).optional(),
  retry: options({
    maxAttempts: describe(
      'Requests on the wire that one call may cost, fallbacks included.',
      z.number().int().min(1),
    ).optional(),
    onStatusCodes: statuses,
    backoff: backoff.optional(),
  }).optional(),
  fallback: options({
    enabled: z.boolean().optional(),
    onStatusCodes: statuses,
    spillAfterMs: describe('How long a better one is worth waiting for.', atLeast0).optional(),
  }).optional(),
  timeouts: options({
    totalMs: describe('The whole call, waiting included.', milliseconds).optional(),
    attemptMs: milliseconds.optional(),
    firstContentMs: milliseconds.optional(),
    betweenContentMs: milliseconds.optional(),
  }).optional(),
  cache: describe('Exact answers again, where the same is asked.', orFalse(cache)).optional(),
  breaker: describe('When a deployment is left alone.', orFalse(breaker)).optional(),
  health: health.optional(),
  agents: describe('Agent type → the model that its calls prefer.', named(text)).optional(),
  tenants: describe(
    'Shares of the queue, and limits of their own.',
    named(options({ weight: above0.optional(), limits: limits.optional() })),
  ).optional(),
} satisfies Shape<RouterConfig>);
