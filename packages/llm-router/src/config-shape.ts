import type { BackoffOptions } from '@llm-router/backoff';
import { categories, isSecret, knownProviders, type Limits } from '@llm-router/core';
import type { ResponseCacheOptions } from '@llm-router/response-cache';
import { z } from 'zod';
import { balanceChoice, callback, strategyChoice } from './only-in-code.ts';
import type {
  DeploymentConfig,
  HealthConfig,
  ProviderExtras,
  RouterConfig,
  WireConfig,
} from './router-config.ts';

/** Every field of an interface, so that none is forgotten here. */
type Shape<T> = Record<keyof T, z.ZodType>;
type BreakerOptions = Exclude<RouterConfig['breaker'], false | undefined>;

const describe = <T extends z.ZodType>(description: string, type: T): T =>
  type.meta({ description });
const anyText = z.string('a text');
const notEmpty = 'a text that is not empty';
const text = z.string(notEmpty).min(1, notEmpty);
const finite = z.number('a finite number');
const above0Words = 'a finite number above 0';
const above0 = z.number(above0Words).positive(above0Words);
const atLeast0Words = 'a finite number of at least 0';
const atLeast0 = z.number(atLeast0Words).nonnegative(atLeast0Words);
const countWords = 'a whole number of at least 1';
const count = z.number(countWords).int(countWords).min(1, countWords);
const milliseconds = z
  .custom<number>((value) => typeof value === 'number' && value > 0, {
    error: 'milliseconds above 0, or Infinity',
  })
  .meta({ type: 'number', exclusiveMinimum: 0 });
const flag = z.boolean('true or false').optional();
/** A number whose range is checked where it is used. */
const amount = z
  .custom<number>((value) => typeof value === 'number', { error: 'a number' })
  .meta({ type: 'number' })
  .optional();
const statusWords = 'a status of 100 to 599';
const status = z.number(statusWords).int(statusWords).min(100, statusWords).max(599, statusWords);
const statuses = z.array(status, 'a list of statuses').optional();
const named = <T extends z.ZodType>(value: T) =>
  z.record(text, value, 'an object of names and their values');
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
        unit: anyText,
        amount,
        perMs: amount,
        burst: amount,
        algorithm: anyText.optional(),
        reserve: anyText.optional(),
      }),
      'a list of rules',
    )
    .optional(),
} satisfies Shape<Limits>);

const backoff = options({
  baseMs: amount,
  factor: amount,
  maxMs: amount,
  jitter: anyText.optional(),
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
  probe: flag,
  probeIntervalMs: amount,
  probeJitter: amount,
  probeTimeoutMs: amount,
  probeWhen: anyText.optional(),
} satisfies Shape<HealthConfig>);

const secret = z
  .custom((value) => typeof value === 'string' || isSecret(value), {
    error: 'a string or a secret',
  })
  .meta({ type: 'string' });

/** Checked by the provider that takes it. */
const anyObject = z
  .custom((value) => typeof value === 'object' && value !== null, { error: 'an object' })
  .meta({ type: 'object' })
  .optional();

const extras = options({
  includeUsage: flag,
  defaultMaxTokens: count.optional(),
  maxResponseBytes: count.optional(),
  maxEventCharacters: count.optional(),
  openrouter: anyObject,
  portkey: anyObject,
} satisfies Shape<ProviderExtras>);

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
  tiers: z.array(options({ ...rates, aboveInputTokens: atLeast0 }), 'a list of tiers').optional(),
});

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
  options: describe('Options of its provider, which knows what they may be.', extras).optional(),
  limits: describe('What the account may do. What is left out is learned.', limits).optional(),
  pool: describe('A name in pools: its limits are shared.', text).optional(),
  priority: describe('Lower goes first under the strategy fallback.', finite).optional(),
  weight: describe('Share of the traffic under loadbalance.', atLeast0).optional(),
  price: describe('US dollars per million tokens.', price).optional(),
  category: z.enum(categories, `one of ${categories.join(', ')}`).optional(),
  timeoutMs: describe('One attempt, in milliseconds.', milliseconds).optional(),
  tags: z.array(anyText, 'a list of texts').optional(),
  contextWindow: describe('Tokens of prompt and answer together.', count).optional(),
  maxOutputTokens: count.optional(),
  capabilities: options({
    tools: flag,
    vision: flag,
    audio: flag,
    structuredOutput: flag,
    prefill: flag,
  }).optional(),
} satisfies Shape<DeploymentConfig>);

const deploymentsWords = 'a list of at least one deployment';
const aliased = z.array(text, 'a list of names').min(1, 'a list of names');

/** What a configuration may look like. Names and ranges of parts are checked by their packages. */
export const configShape: z.ZodType = options({
  deployments: describe(
    'One model at one provider under one account each.',
    z.array(deployment, deploymentsWords).min(1, deploymentsWords),
  ),
  models: describe('Alias → deployment or model ids.', named(aliased)).optional(),
  defaultModel: describe('What a request without a model means.', text).optional(),
  strategy: describe('Who is asked first.', strategyChoice).optional(),
  balance: describe('Who goes first among equals.', balanceChoice).optional(),
  pools: describe('Limits that several deployments share, by name.', named(limits)).optional(),
  limits: describe('Limits of the whole router.', limits).optional(),
  retry: options({
    maxAttempts: describe(
      'Requests on the wire that one call may cost, fallbacks included.',
      count,
    ).optional(),
    onStatusCodes: statuses,
    backoff: backoff.optional(),
    budget: describe(
      'What retries of all requests together may cost.',
      orFalse(
        options({ share: atLeast0.optional(), perSecond: atLeast0.optional(), burst: amount }),
      ),
    ).optional(),
    shrinkOutput: flag,
  }).optional(),
  fallback: options({
    enabled: flag,
    onStatusCodes: statuses,
    spillAfterMs: describe('How long a better one is worth waiting for.', atLeast0).optional(),
    contextLength: describe('Who is asked about prompts that are too long.', aliased).optional(),
    contentPolicy: describe(
      'What follows where a provider refuses the content.',
      z.union([z.enum(['fail', 'next']), aliased], { error: 'fail, next or a list of names' }),
    ).optional(),
    continueStreams: describe(
      'Whether another attempt continues a stream that broke after its first content.',
      z.union([z.boolean(), options({ prompt: text })], { error: 'a boolean or { prompt }' }),
    ).optional(),
    default: describe('Who is asked where nobody else is left.', aliased).optional(),
  }).optional(),
  hedge: describe(
    'A second request beside one that takes long.',
    options({ afterMs: atLeast0, share: atLeast0.optional(), limits: limits.optional() }),
  ).optional(),
  timeouts: options({
    totalMs: describe('The whole call, waiting included.', milliseconds).optional(),
    attemptMs: milliseconds.optional(),
    firstByteMs: milliseconds.optional(),
    firstContentMs: milliseconds.optional(),
    betweenContentMs: milliseconds.optional(),
  }).optional(),
  cache: describe('Exact answers again, where the same is asked.', orFalse(cache)).optional(),
  breaker: describe('When a deployment is left alone.', orFalse(breaker)).optional(),
  health: health.optional(),
  wire: options({
    maxBodyBytes: describe('The largest body that fetch takes, in bytes.', count).optional(),
  } satisfies Shape<WireConfig>).optional(),
  agents: describe('Agent type → the model that its calls prefer.', named(text)).optional(),
  tenants: describe(
    'Shares of the queue, and limits of their own.',
    named(options({ weight: above0.optional(), limits: limits.optional() })),
  ).optional(),
} satisfies Shape<RouterConfig>);
