import { createSecret, invalidConfig, isSecret, readOptions, type Secret } from '@llm-router/core';
import { type FaultSettings, readFaults } from './fault-settings.ts';
import type {
  BucketOptions,
  HeaderDialect,
  SimulatedLatency,
  SimulatedLimits,
  SimulatedModel,
} from './simulated-model.ts';
import type { BucketSettings } from './token-bucket.ts';

/** Checked limits. */
export interface LimitSettings {
  readonly requests?: BucketSettings;
  readonly tokens?: BucketSettings;
  readonly inputTokens?: BucketSettings;
  readonly outputTokens?: BucketSettings;
  readonly maxConcurrent: number;
  readonly requestsPerDay?: number;
  readonly countsOutput: 'max_tokens' | 'produced';
}

/** A checked model with its defaults. */
export interface ModelSettings {
  readonly name: string;
  readonly provider?: string;
  readonly limits: LimitSettings;
  /** Absent: those of the wire. */
  readonly headers?: HeaderDialect;
  readonly hints: boolean;
  readonly latency: Required<SimulatedLatency>;
  readonly outputTokens: { readonly min: number; readonly max: number };
  readonly price?: { readonly input: number; readonly output: number };
  readonly apiKey?: Secret;
  readonly contextWindow: number;
  readonly faults: readonly FaultSettings[];
}

const dialects = ['openai', 'anthropic', 'retry-after', 'none'] as const;

/**
 * Checks one model and fills in its defaults.
 *
 * @throws RouterError `invalid_config`
 */
export function readModel(where: string, model: SimulatedModel): ModelSettings {
  const read = readOptions(where, model, [
    'name',
    'provider',
    'limits',
    'headers',
    'hints',
    'latency',
    'outputTokens',
    'price',
    'apiKey',
    'contextWindow',
    'faults',
  ]);
  const { name, provider, limits = {}, latency = {}, outputTokens, price, apiKey } = model;
  if (typeof name !== 'string' || name === '') read.fail('name', 'the id that requests name');
  if (provider !== undefined && typeof provider !== 'string') read.fail('provider', 'a label');
  return {
    name,
    ...(provider !== undefined && { provider }),
    limits: readLimits(`${where}.limits`, limits),
    ...(model.headers !== undefined && { headers: read.oneOf('headers', dialects, 'openai') }),
    hints: read.boolean('hints', true),
    latency: readLatency(`${where}.latency`, latency),
    outputTokens: readRange(`${where}.outputTokens`, outputTokens),
    ...(price !== undefined && { price: readPrice(`${where}.price`, price) }),
    ...(apiKey !== undefined && { apiKey: readKey(`${where}: apiKey`, apiKey) }),
    contextWindow: read.number('contextWindow', {
      default: Number.POSITIVE_INFINITY,
      min: 2,
      integer: true,
      infinite: true,
    }),
    faults: readFaults(`${where}.faults`, model.faults ?? []),
  };
}

function readLimits(where: string, limits: SimulatedLimits): LimitSettings {
  const read = readOptions(where, limits, [
    'requests',
    'tokens',
    'inputTokens',
    'outputTokens',
    'maxConcurrent',
    'requestsPerDay',
    'countsOutput',
  ]);
  const { requests, tokens, inputTokens, outputTokens } = limits;
  const requestsPerDay = read.optionalNumber('requestsPerDay', { min: 1, integer: true });
  return {
    ...(requests && { requests: readBucket(`${where}.requests`, requests) }),
    ...(tokens && { tokens: readBucket(`${where}.tokens`, tokens) }),
    ...(inputTokens && { inputTokens: readBucket(`${where}.inputTokens`, inputTokens) }),
    ...(outputTokens && { outputTokens: readBucket(`${where}.outputTokens`, outputTokens) }),
    maxConcurrent: read.number('maxConcurrent', {
      default: Number.POSITIVE_INFINITY,
      min: 1,
      integer: true,
      infinite: true,
    }),
    ...(requestsPerDay !== undefined && { requestsPerDay }),
    countsOutput: read.oneOf('countsOutput', ['max_tokens', 'produced'], 'max_tokens'),
  };
}

function readBucket(where: string, bucket: BucketOptions): BucketSettings {
  const read = readOptions(where, bucket, ['burst', 'perSecond']);
  const perSecond = read.optionalNumber('perSecond', { min: 0, exclusiveMin: true });
  if (perSecond === undefined) return read.fail('perSecond', 'a number above 0');
  return {
    perSecond,
    burst: read.number('burst', { default: Math.max(1, 60 * perSecond), min: 1 }),
  };
}

function readLatency(where: string, latency: SimulatedLatency): Required<SimulatedLatency> {
  const read = readOptions(where, latency, [
    'medianMs',
    'sigma',
    'firstTokenMs',
    'betweenTokensMs',
  ]);
  const medianMs = read.number('medianMs', { default: 300, min: 0 });
  return {
    medianMs,
    sigma: read.number('sigma', { default: 0.35, min: 0, max: 3 }),
    firstTokenMs: read.number('firstTokenMs', { default: medianMs, min: 0 }),
    betweenTokensMs: read.number('betweenTokensMs', { default: 0, min: 0 }),
  };
}

function readRange(
  where: string,
  range: ModelSettings['outputTokens'] = { min: 50, max: 200 },
): ModelSettings['outputTokens'] {
  const read = readOptions(where, range, ['min', 'max']);
  const min = read.optionalNumber('min', { min: 1, integer: true });
  if (min === undefined) return read.fail('min', 'a whole number of at least 1');
  const max = read.optionalNumber('max', { min, integer: true });
  if (max === undefined) return read.fail('max', `a whole number of at least ${min}`);
  return { min, max };
}

function readPrice(
  where: string,
  price: NonNullable<ModelSettings['price']>,
): NonNullable<ModelSettings['price']> {
  const read = readOptions(where, price, ['input', 'output']);
  const input = read.optionalNumber('input', { min: 0 });
  const output = read.optionalNumber('output', { min: 0 });
  if (input === undefined) return read.fail('input', 'US dollars for a million tokens');
  if (output === undefined) return read.fail('output', 'US dollars for a million tokens');
  return { input, output };
}

function readKey(what: string, key: string | Secret): Secret {
  if (isSecret(key)) return key;
  if (typeof key === 'string' && key !== '') return createSecret(key);
  throw invalidConfig(what, typeof key, 'a key that is not empty');
}
