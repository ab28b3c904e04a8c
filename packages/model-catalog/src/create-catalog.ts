import { invalidConfig, readOptions } from '@llm-router/core';
import { catalogData } from './catalog-data.ts';
import type { ModelCapabilities, ModelFacts } from './model-facts.ts';
import { createModelIndex } from './model-index.ts';
import { parseCatalog } from './parse-catalog.ts';
import { readProvider } from './provider-names.ts';
import { readModelId } from './read-model-id.ts';

/** Where to look for a model. */
export interface FindModelOptions {
  /** Whose price is wanted, in any of its names. @defaultValue the one that the id names, else the maker */
  readonly provider?: string;
}

/** What the models of a list have in common; an absent field asks for nothing. */
export interface ModelFilter {
  readonly provider?: string;
  readonly family?: string;
  /** Each that is `true` must be known to be there; `false`, known not to be. */
  readonly capabilities?: ModelCapabilities;
  readonly openWeights?: boolean;
  /** Tokens. */
  readonly minContextWindow?: number;
}

/** Facts of models, found by any spelling of their ids. */
export interface Catalog {
  /** The facts of a model, or `undefined`: none rather than those of another model. */
  findModel(id: string, options?: FindModelOptions): ModelFacts | undefined;
  /** The models that fit, ordered by provider and id. */
  listModels(filter?: ModelFilter): ModelFacts[];
  /** The newest day of which any fact is, `YYYY-MM-DD`; each model has its own `asOf`. */
  readonly asOf: string | undefined;
}

/** What a catalog holds. */
export interface CatalogOptions {
  /** More models; the same provider and id replace what is built in. @defaultValue none */
  readonly models?: readonly ModelFacts[];
  /** Whether the built-in models are in it too. @defaultValue true */
  readonly builtIn?: boolean;
}

/**
 * Makes a catalog: the built-in models and one's own. Nothing is shared between catalogs.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const { findModel } = createCatalog({
 *   models: [{ provider: 'acme', id: 'acme-7b', contextWindow: 32_768, price: { input: 0.1, output: 0.2 } }],
 * });
 * findModel('acme/acme-7b')?.contextWindow; // 32768
 */
export function createCatalog(options: CatalogOptions = {}): Catalog {
  const read = readOptions('createCatalog', options, ['models', 'builtIn']);
  const own = readModels(options.models ?? []);
  const given = read.boolean('builtIn', true) ? [...parseCatalog(catalogData), ...own] : own;
  const models = new Map<string, ModelFacts>();
  for (const facts of given) {
    models.set(`${facts.provider}/${facts.id.toLowerCase()}`, deepFreeze(facts));
  }
  const index = createModelIndex(models);
  const sorted = [...models.values()].sort(
    (a, b) => compare(a.provider, b.provider) || compare(a.id, b.id),
  );

  return {
    asOf: newestDay(sorted),
    findModel(id, choice = {}) {
      readOptions('findModel', choice, ['provider']);
      const { provider } = choice;
      return index.find(id, provider === undefined ? undefined : readProvider(provider));
    },
    listModels(filter = {}) {
      readOptions('listModels', filter, filterNames);
      return sorted.filter((facts) => fits(facts, filter));
    },
  };
}

const filterNames: readonly (keyof ModelFilter)[] = [
  'provider',
  'family',
  'capabilities',
  'openWeights',
  'minContextWindow',
];

function fits(facts: ModelFacts, filter: ModelFilter): boolean {
  const { provider, family, openWeights, minContextWindow = 0 } = filter;
  const wanted = Object.entries(filter.capabilities ?? {}) as [keyof ModelCapabilities, boolean][];
  return (
    (provider === undefined || facts.provider === readProvider(provider)) &&
    (family === undefined || facts.family === family) &&
    (openWeights === undefined || facts.openWeights === openWeights) &&
    (minContextWindow <= 0 || (facts.contextWindow ?? 0) >= minContextWindow) &&
    wanted.every(([name, value]) => value === undefined || facts.capabilities?.[name] === value)
  );
}

function newestDay(models: readonly ModelFacts[]): string | undefined {
  const days = models.flatMap(({ asOf }) => asOf ?? []);
  return days.sort().at(-1);
}

function readModels(models: readonly ModelFacts[]): ModelFacts[] {
  const where = 'createCatalog: models';
  if (!Array.isArray(models)) throw invalidConfig(where, models, 'a list of model facts');
  return models.map((facts, index) => {
    const { id, provider, price } = facts ?? {};
    if (typeof id !== 'string' || readModelId(id) === undefined) {
      throw invalidConfig(`${where}[${index}].id`, id, 'an id of at most 256 characters');
    }
    if (typeof provider !== 'string' || provider.trim() === '') {
      throw invalidConfig(`${where}[${index}].provider`, provider, "a provider's name");
    }
    for (const rate of price === undefined ? [] : [price.input, price.output]) {
      if (!(rate >= 0 && Number.isFinite(rate))) {
        throw invalidConfig(`${where}[${index}].price`, rate, 'US dollars per million tokens');
      }
    }
    return structuredClone({ ...facts, provider: readProvider(provider) });
  });
}

/** The facts are handed out again and again: nobody may change them for the others. */
function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) deepFreeze(part);
  }
  return Object.freeze(value);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
