#!/usr/bin/env node
// Makes the table of the model catalog from files of model facts. The same input gives the same bytes.
//
//   node scripts/build-catalog.mjs INPUT [MORE …]
//
// Two tables: what is built in, and the rest, which is loaded on request. Every model of INPUT and of
// scripts/catalog-own.json is built in; from MORE what the makers of models sell themselves, and what
// OpenRouter sells of theirs at prices of its own. Each file is `{ models: [{ id, provider, name,
// context, max_output, price, … }] }`, prices in US dollars per million tokens. Writes
// packages/model-catalog/src/catalog-data.ts and further-data.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const targets = {
  builtIn: here('../packages/model-catalog/src/catalog-data.ts'),
  further: here('../packages/model-catalog/src/further-data.ts'),
};

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

/** Where a price of 0 means a trial, a subscription or hardware of one's own. */
const trials = new Set([
  ...['github-models', 'kimi-for-coding', 'lmstudio', 'meta-llama-api', 'nvidia', 'ollama-cloud'],
  'zai-coding-plan',
]);

/** Makers whose models OpenRouter sells at prices of its own, as it spells them. */
const resold = new Set([
  ...[
    'cohere',
    'deepseek',
    'google',
    'meta-llama',
    'minimax',
    'mistralai',
    'moonshotai',
    'perplexity',
  ],
  ...['qwen', 'z-ai'],
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

const builtIn = new Map();
const further = new Map();
for (const file of [input, here('catalog-own.json')]) {
  for (const model of readModels(file)) add(builtIn, model);
}
for (const model of more.flatMap(readModels)) add(isBuiltIn(model) ? builtIn : further, model);
for (const key of builtIn.keys()) further.delete(key);
write(targets.builtIn, 'catalogData', 'Facts of models', builtIn);
write(targets.further, 'furtherData', 'Facts of further models', further);

function isBuiltIn({ provider, id }) {
  if (makers.has(provider)) return true;
  const isResold = resold.has(id.split('/')[0]) || id.startsWith('openai/gpt-oss');
  return provider === 'openrouter' && isResold && !id.includes(':');
}

/** The first file that names a model holds. */
function add(models, model) {
  const key = `${providerNames[model.provider] ?? model.provider} ${model.id}`.toLowerCase();
  if (!models.has(key)) models.set(key, model);
}

function write(target, name, title, models) {
  const rows = [...models.values()].map((model) =>
    columns.map(([column, text]) => cell(column, text(model), model)),
  );
  rows.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
  const lines = [columns.map(([column]) => column), ...rows].map((cells) => cells.join('|'));
  writeFileSync(target, fileText(name, title, lines));
  console.log(`${rows.length} models, ${lines.join('\n').length} bytes → ${target}`);
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
    trials.has(provider) ||
    (provider === 'zai' && id.endsWith('-highspeed')) ||
    (provider === 'openrouter' && !id.endsWith(':free'));
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

function fileText(name, title, lines) {
  return `/** ${title}, one a line. Made by scripts/build-catalog.mjs: run it again, do not edit. */
export const ${name}: string = \`
${lines.join('\n')}
\`;
`;
}
