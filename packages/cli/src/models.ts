import { type Category, formatUsd, invalidConfig, type Price, toNanoUsd } from '@llm-router/core';
import { findModel, listModels, type ModelFacts } from '@llm-router/model-catalog';
import { categorizeModel } from '@llm-router/model-categorizer';
import type { Environment } from './environment.ts';
import { formatCount, formatTable } from './format.ts';
import type { ModelsOptions } from './models-options.ts';

/** A model as it is shown: its facts, and the category that the router would give it. */
type ListedModel = ModelFacts & { readonly category: Category };

/** Lists what the catalog knows of models; answers the exit code. */
export async function models(options: ModelsOptions, environment: Environment): Promise<number> {
  const { stdout, stderr } = environment;
  const found = findAll(options);
  if (options.json) stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  if (found.length === 0) {
    stderr.write('llm-router: the catalog has no model that fits; ask for less, or see --help.\n');
    return 1;
  }
  if (!options.json) stdout.write(`${formatTable(tableOf(found), 'left').join('\n')}\n`);
  return 0;
}

function findAll({ text, provider, category }: ModelsOptions): readonly ListedModel[] {
  const sold = listModels(provider === undefined ? {} : { provider });
  if (sold.length === 0) {
    const known = [...new Set(listModels().map((facts) => facts.provider))];
    throw invalidConfig('--provider', provider, `one of ${known.join(', ')}`);
  }
  const listed = text === undefined ? sold : named(text, sold, provider);
  return listed
    .map((facts) => ({ ...facts, category: categorizeModel(facts.id, facts).category }))
    .filter((facts) => category === undefined || facts.category === category);
}

/** Those whose name has the text in it; else the one that the text is another spelling of. */
function named(
  text: string,
  sold: readonly ModelFacts[],
  provider: string | undefined,
): readonly ModelFacts[] {
  const wanted = text.toLowerCase();
  const alike = sold.filter(({ provider: seller, id, name = '' }) =>
    [`${seller}/${id}`, name].some((one) => one.toLowerCase().includes(wanted)),
  );
  if (alike.length > 0) return alike;
  const meant = findModel(text, provider === undefined ? {} : { provider });
  return meant === undefined ? [] : [meant];
}

function tableOf(found: readonly ListedModel[]): string[][] {
  return [
    ['model', 'category', 'window', 'in per million', 'out per million', 'abilities', 'as of'],
    ...found.map((facts) => [
      `${facts.provider}/${facts.id}`,
      facts.category,
      facts.contextWindow === undefined ? 'unknown' : formatCount(facts.contextWindow),
      dollars(facts.price, 'input'),
      dollars(facts.price, 'output'),
      abilitiesOf(facts),
      facts.asOf ?? 'unknown',
    ]),
  ];
}

/** Prices that rise with long prompts are marked: the first is shown. */
function dollars(price: Price | undefined, side: 'input' | 'output'): string {
  if (price === undefined) return 'unknown';
  const text = formatUsd({ nanoUsd: toNanoUsd(price[side]), exactness: 'priced' });
  return price.tiers === undefined ? text : `from ${text}`;
}

/** Those that are known to be there. */
function abilitiesOf({ capabilities = {} }: ModelFacts): string {
  const there = Object.entries(capabilities).flatMap(([name, has]) => (has ? [name] : []));
  return there.length === 0 ? 'none known' : there.join(', ');
}
