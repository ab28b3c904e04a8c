import { readOptions } from '@llm-router/core';
import { isObject } from '../json.ts';

/** What is asked of OpenRouter beside the model, where a request does not say it itself. */
export interface OpenRouterOptions {
  /** Models that OpenRouter asks in turn where the request's own fails; billed is the one that answers. */
  readonly models?: readonly string[];
  /** Which of the model's hosts may serve it, in OpenRouter's own words. */
  readonly provider?: OpenRouterPreferences;
}

/** A bound, or one for each percentile. */
export type OpenRouterBound =
  | number
  | { readonly p50?: number; readonly p75?: number; readonly p90?: number; readonly p99?: number };

/** OpenRouter's `provider` object. */
export interface OpenRouterPreferences {
  readonly order?: readonly string[];
  readonly only?: readonly string[];
  readonly ignore?: readonly string[];
  /** @defaultValue true at OpenRouter */
  readonly allow_fallbacks?: boolean;
  /** Only hosts that know every field of the request. @defaultValue false at OpenRouter */
  readonly require_parameters?: boolean;
  readonly data_collection?: 'allow' | 'deny';
  /** Only hosts that keep nothing. */
  readonly zdr?: boolean;
  readonly enforce_distillable_text?: boolean;
  readonly quantizations?: readonly string[];
  readonly sort?:
    | 'price'
    | 'throughput'
    | 'latency'
    | {
        readonly by?: 'price' | 'throughput' | 'latency';
        readonly partition?: 'model' | 'none';
      };
  /** US dollars per million tokens; `request` and `image` each. */
  readonly max_price?: {
    readonly prompt?: number;
    readonly completion?: number;
    readonly request?: number;
    readonly image?: number;
    readonly audio?: number;
  };
  /** Tokens a second. */
  readonly preferred_min_throughput?: OpenRouterBound;
  /** Seconds. */
  readonly preferred_max_latency?: OpenRouterBound;
}

const lists = ['order', 'only', 'ignore', 'quantizations'] as const;
const flags = ['allow_fallbacks', 'require_parameters', 'zdr', 'enforce_distillable_text'] as const;
const others = [
  'data_collection',
  'sort',
  'max_price',
  'preferred_min_throughput',
  'preferred_max_latency',
] as const;

/** @throws RouterError `invalid_config` */
export function readOpenRouterOptions(
  where: string,
  options: OpenRouterOptions,
): OpenRouterOptions {
  const read = readOptions(where, options, ['models', 'provider']);
  const { models, provider } = options;
  if (models !== undefined && !isTextList(models)) read.fail('models', 'a list of model ids');
  if (provider === undefined) return options;
  const place = `${where}.provider`;
  const preferences = readOptions(place, provider, [...lists, ...flags, ...others]);
  for (const name of lists) {
    const list = provider[name];
    if (list !== undefined && !isTextList(list)) preferences.fail(name, 'a list of texts');
  }
  for (const name of flags) preferences.boolean(name, false);
  preferences.oneOf('data_collection', ['allow', 'deny'], 'allow');
  if (!isObject(provider.sort)) {
    preferences.oneOf('sort', ['price', 'throughput', 'latency'], 'price');
  }
  if (provider.max_price !== undefined && !isObject(provider.max_price)) {
    preferences.fail('max_price', 'an object of prices');
  }
  for (const name of ['preferred_min_throughput', 'preferred_max_latency'] as const) {
    if (!isObject(provider[name])) preferences.optionalNumber(name, { min: 0 });
  }
  return options;
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}
