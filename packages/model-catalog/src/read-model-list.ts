import { invalidConfig, type Price, readOptions } from '@llm-router/core';
import { type Fields, isAmount, makeFacts } from './make-facts.ts';
import type { ModelFacts } from './model-facts.ts';

/** What a list says, and how much of it could not be read. */
export interface ModelList {
  readonly models: readonly ModelFacts[];
  /** Entries without an id that could be one. */
  readonly skipped: number;
}

/** Facts about the list itself. */
export interface ReadModelListOptions {
  /** The day on which the list was fetched, `YYYY-MM-DD`. */
  readonly asOf: string;
}

type Rates = Omit<Price, 'tiers'>;
type Tier = NonNullable<Price['tiers']>[number];

/**
 * Reads a public list of models, parsed from JSON, to refresh a catalog with: `api.json` of models.dev
 * or `/api/v1/models` of OpenRouter. Nothing is fetched. A field that is not as it should be is
 * absent, an entry that is none is skipped; a price of 0 counts for ids in `:free` only, because
 * subscriptions and trials are listed at 0 too.
 *
 * @throws RouterError `invalid_config` where the list has neither form
 * @example
 * const list = await (await fetch('https://models.dev/api.json')).json();
 * const { models } = readModelList(list, { asOf: '2026-12-01' });
 * const catalog = createCatalog({ models });
 */
export function readModelList(list: unknown, options: ReadModelListOptions): ModelList {
  const read = readOptions('readModelList', options, ['asOf']);
  const { asOf } = options;
  if (typeof asOf !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(asOf)) {
    read.fail('asOf', 'a day such as 2026-12-01');
  }
  const entries = readOpenRouter(list) ?? readModelsDev(list);
  if (entries.length === 0) {
    const expected = "models.dev's api.json or OpenRouter's list of models";
    throw invalidConfig('readModelList: list', list, expected);
  }
  const models = entries.flatMap((facts) => (facts === undefined ? [] : [{ ...facts, asOf }]));
  return { models, skipped: entries.length - models.length };
}

function readModelsDev(list: unknown): (ModelFacts | undefined)[] {
  return Object.entries(fields(list)).flatMap(([provider, described]) =>
    Object.entries(fields(fields(described)['models'])).map(([id, entry]) =>
      readDevModel(provider, id, fields(entry)),
    ),
  );
}

function readDevModel(provider: string, id: string, entry: Fields): ModelFacts | undefined {
  const { context, input, output } = fields(entry['limit']);
  const takes = textList(fields(entry['modalities'])['input']);
  const cost = fields(entry['cost']);
  const price = withTiers(readRates(cost, id), readDevTiers(cost));
  return makeFacts({
    id,
    provider,
    texts: {
      name: entry['name'],
      family: entry['family'],
      releasedAt: entry['release_date'],
      knowledge: entry['knowledge'],
    },
    counts: { contextWindow: context, maxInputTokens: input, maxOutputTokens: output },
    flags: { openWeights: entry['open_weights'] },
    capabilities: {
      tools: entry['tool_call'],
      vision: takes?.includes('image'),
      audio: takes?.includes('audio'),
      structuredOutput: entry['structured_output'],
      reasoning: entry['reasoning'],
    },
    price,
  });
}

function readDevTiers(cost: Fields): Tier[] {
  const tiers = (Array.isArray(cost['tiers']) ? cost['tiers'] : []).map(fields);
  const listed = tiers.flatMap((tier) => toTier(fields(tier['tier'])['size'], readRates(tier)));
  // The older form says the same of one size only.
  return listed.length > 0 ? listed : toTier(200_000, readRates(fields(cost['context_over_200k'])));
}

function readOpenRouter(list: unknown): (ModelFacts | undefined)[] | undefined {
  const { data } = fields(list);
  return Array.isArray(data) ? data.map((entry) => readRouterModel(fields(entry))) : undefined;
}

function readRouterModel(entry: Fields): ModelFacts | undefined {
  const id = typeof entry['id'] === 'string' ? entry['id'] : '';
  const top = fields(entry['top_provider']);
  const takes = textList(fields(entry['architecture'])['input_modalities']);
  const allows = textList(entry['supported_parameters']);
  const pricing = fields(entry['pricing']);
  const overrides = Array.isArray(pricing['overrides']) ? pricing['overrides'].map(fields) : [];
  const tiers = overrides.flatMap((one) => toTier(one['min_prompt_tokens'], routerRates(one)));
  return makeFacts({
    id,
    provider: 'openrouter',
    texts: {
      name: entry['name'],
      knowledge: entry['knowledge_cutoff'],
      deprecatedAt: entry['expiration_date'],
    },
    counts: {
      contextWindow: entry['context_length'],
      maxOutputTokens: top['max_completion_tokens'],
    },
    flags: {},
    capabilities: {
      tools: allows?.includes('tools'),
      vision: takes?.includes('image'),
      audio: takes?.includes('audio'),
      structuredOutput: allows?.includes('structured_outputs'),
      reasoning: allows?.includes('reasoning'),
    },
    price: withTiers(routerRates(pricing, id), tiers),
  });
}

/** OpenRouter writes dollars for one token, as text; below 0 means that it varies. */
function routerRates(pricing: Fields, id = ''): Rates | undefined {
  const perMillion = (name: string) => {
    const dollars = typeof pricing[name] === 'string' ? Number(pricing[name]) * 1e6 : Number.NaN;
    // Twelve digits: what the multiplication adds behind them is no price.
    return Number(dollars.toPrecision(12));
  };
  const written = {
    input: perMillion('prompt'),
    output: perMillion('completion'),
    cache_read: perMillion('input_cache_read'),
    cache_write: perMillion('input_cache_write'),
    reasoning: perMillion('internal_reasoning'),
  };
  return readRates(written, id);
}

/** Dollars for a million tokens; a further price of 0 beside a price for input is none. */
function readRates(written: Fields, id = ''): Rates | undefined {
  const { input, output } = written;
  if (!isAmount(input) || !isAmount(output)) return undefined;
  if (input === 0 && output === 0 && !id.endsWith(':free')) return undefined;
  const further = (name: keyof Rates, rate: unknown) =>
    isAmount(rate) && rate > 0 ? { [name]: rate } : {};
  return {
    input,
    output,
    ...further('cacheRead', written['cache_read']),
    ...further('cacheWrite', written['cache_write']),
    ...further('reasoning', written['reasoning']),
  };
}

function toTier(aboveInputTokens: unknown, rates: Rates | undefined): Tier[] {
  return isAmount(aboveInputTokens) && rates ? [{ aboveInputTokens, ...rates }] : [];
}

function withTiers(rates: Rates | undefined, tiers: readonly Tier[]): Price | undefined {
  return rates && (tiers.length > 0 ? { ...rates, tiers } : rates);
}

function textList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}
