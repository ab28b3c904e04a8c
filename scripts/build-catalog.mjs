#!/usr/bin/env node
// Makes the table of the model catalog from files of model facts. The same input gives the same bytes.
//
//   node scripts/build-catalog.mjs INPUT [MORE …]
//
// Every model of INPUT is taken; from MORE only what the makers of models sell themselves. Each file
// is `{ models: [{ id, provider, name, context, max_output, price, … }] }`, prices in US dollars per
// million tokens. Writes packages/model-catalog/src/catalog-data.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(
  new URL('../packages/model-catalog/src/catalog-data.ts', import.meta.url),
);

/** The house's words for providers that the sources call otherwise. */
const providerNames = {
  'amazon-bedrock': 'bedrock',
  'google-vertex': 'vertex',
  'google-vertex-anthropic': 'vertex',
  zai: 'zhipu',
};

const makers = new Set([
  ...['alibaba', 'anthropic', 'cohere', 'deepseek', 'google', 'minimax'],
  ...['mistral', 'moonshot', 'openai', 'perplexity', 'xai', 'zai'],
]);

const columns = [
  ['provider', (model) => providerNames[model.provider] ?? model.provider],
  ['id', (model) => model.id],
  ['name', (model) => model.name],
  ['family', (model) => model.family],
  ['contextWindow', (model) => model.context],
  ['maxInputTokens', (model) => model.max_input],
  ['maxOutputTokens', (model) => model.max_output],
  ['price', (model) => writePrice(model)],
  ['capabilities', (model) => writeCapabilities(model)],
  ['releasedAt', (model) => model.release_date],
  ['knowledge', (model) => model.knowledge],
  ['openWeights', (model) => writeFlag(model.open_weights, 'O')],
  ['deprecatedAt', (model) => model.deprecation_date],
  ['parameters', (model) => [model.params_b, model.active_b].filter(Boolean).join('/')],
  ['asOf', (model) => model.as_of],
];

const [input, ...more] = process.argv.slice(2);
if (input === undefined) {
  console.error('usage: node scripts/build-catalog.mjs INPUT [MORE …]');
  process.exit(2);
}

const models = new Map();
for (const model of readModels(input)) add(model);
for (const file of more) {
  for (const model of readModels(file)) if (makers.has(model.provider)) add(model);
}
const rows = [...models.values()].map((model) =>
  columns.map(([name, write]) => cell(name, write(model), model)),
);
rows.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
const lines = [columns.map(([name]) => name), ...rows].map((cells) => cells.join('|'));
writeFileSync(target, fileText(lines));
console.log(`${rows.length} models, ${lines.join('\n').length} bytes → ${target}`);

/** The first file that names a model holds. */
function add(model) {
  const key = `${model.provider} ${model.id}`.toLowerCase();
  if (!models.has(key)) models.set(key, model);
}

function readModels(file) {
  const { models: list } = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(list)) throw new Error(`${file}: expected an object with a list "models".`);
  return list;
}

/** input,output,cacheRead,cacheWrite,reasoning and, for each tier, ;aboveInputTokens:… the same. */
function writePrice({ id, provider, price, price_tiers: tiers = [] }) {
  // A subscription and a free trial are listed at 0, which is no price.
  const unpriced =
    provider === 'github-models' || (provider === 'zai' && id.endsWith('-highspeed'));
  if (price === undefined || (unpriced && price.input === 0)) return '';
  const rest = tiers.map((tier) => `;${tier.above_input_tokens}:${writeRates(tier)}`);
  return `${writeRates(price)}${rest.join('')}`;
}

function writeRates(price) {
  // A cache price of 0 beside a price for input is the sources' way to say "not stated".
  const stated = (rate) => (rate === 0 && price.input > 0 ? '' : (rate ?? ''));
  return [
    price.input,
    price.output,
    stated(price.cache_read),
    stated(price.cache_write),
    stated(price.reasoning),
  ]
    .join(',')
    .replace(/,+$/, '');
}

/** Capital: yes, small: no, missing: unknown. */
function writeFlag(value, letter) {
  if (value === undefined) return '';
  return value ? letter : letter.toLowerCase();
}

function writeCapabilities(model) {
  const takes = (kind) => model.modalities_in?.includes(kind);
  // This source lists text and images only: silence about sound says nothing.
  const audio = takes('audio') || (model.src === 'pi-ai' ? undefined : false);
  return [
    writeFlag(model.tool_call, 'T'),
    writeFlag(takes('image'), 'V'),
    writeFlag(audio, 'A'),
    writeFlag(model.structured_output, 'S'),
    writeFlag(model.reasoning, 'R'),
  ].join('');
}

function cell(name, value, model) {
  const text = String(value ?? '');
  if (/[|\n\r`\\]|\$\{/.test(text)) throw new Error(`${model.id}: ${name} cannot hold ${text}`);
  return text;
}

function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function fileText(lines) {
  return `/** Facts of models, one a line. Made by scripts/build-catalog.mjs: run it again, do not edit. */
export const catalogData: string = \`
${lines.join('\n')}
\`;
`;
}
