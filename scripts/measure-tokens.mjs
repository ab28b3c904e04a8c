#!/usr/bin/env node
// Compares token counts with what providers billed; docs/tokens.md has the tables.
//
//   LLM_ROUTER_CORPUS=FOLDER node scripts/measure-tokens.mjs [--write]
//
// FOLDER holds traffic.jsonl. The constants of the families were fitted on one half of it, chosen by a
// hash of the id (scripts/fit-tokens.mjs); those families are scored on the other half, OpenAI's models,
// which are counted by rules, on all. --write replaces the tables of docs/tokens.md. Needs a build.
import { fileURLToPath } from 'node:url';
import { createTokenCalculator, estimateTokens } from '../packages/token-calculator/dist/index.js';
import { isFitted, loadSource } from './lib/load-sources.mjs';
import { table, writeSection } from './lib/write-section.mjs';

const folder = process.env.LLM_ROUTER_CORPUS;
if (!folder) throw new Error('LLM_ROUTER_CORPUS is not set; expected the folder of traffic.jsonl.');
const { readTraffic } = loadSource('packages/token-calculator/test/corpus/read-traffic.ts');

const nameOf = (model) => model.replace(/^.*\//, '').toLowerCase();
const ofOpenAi = ({ model }) => /^(?:gpt-(?!oss)|o\d|chatgpt)/.test(nameOf(model));
const thinks = ({ model }) => /^(?:gpt-[5-9]|o\d)/.test(nameOf(model));
const at =
  (...providers) =>
  (row) =>
    providers.includes(row.provider);
const isText = ({ kind }) => kind === 'text';
const isTools = ({ kind }) => kind === 'tools';
const both =
  (...tests) =>
  (row) =>
    tests.every((test) => test(row));
const isExact = ({ error }) => error === 0;
const within =
  (tokens, ratio) =>
  ({ error, relative }) =>
    Math.abs(error) <= tokens || relative <= ratio;

const rows = await countAll();
const scored = rows.filter((row) => ofOpenAi(row) || !isFitted(row.id));
const openAi = both(at('openai', 'azure'), ofOpenAi);
const text = {
  goals: goalTable(),
  models: modelTable(scored),
  learned: learnedTable(rows),
  expected: expectedTable(rows),
};
for (const [name, lines] of Object.entries(text)) {
  console.log(`\n${name}\n${lines}`);
  if (process.argv.includes('--write')) {
    writeSection(fileURLToPath(new URL('../docs/tokens.md', import.meta.url)), name, lines);
  }
}

async function countAll() {
  const { countTokens } = createTokenCalculator();
  const counted = [];
  for (const row of readTraffic(folder)) {
    const { tokens, method } = await countTokens(row.request, { model: row.model });
    counted.push({ ...row, ...missOf(tokens, row), tokens, method });
  }
  return counted;
}

function missOf(tokens, { inputTokens }) {
  const error = tokens - inputTokens;
  return { error, relative: Math.abs(error) / inputTokens };
}

/** The figures that the README claims. */
function goalTable() {
  const plain = scored.filter(both(openAi, isText, (row) => !thinks(row)));
  const tools = scored.filter(both(openAi, isTools, (row) => !thinks(row)));
  const thinking = scored.filter(both(openAi, isText, thinks));
  const claude = scored.filter(both(at('anthropic'), isText));
  const gemini = (...places) =>
    scored.filter(both(at(...places), isText, ({ model }) => nameOf(model).startsWith('gemini')));
  const estimated = rows
    .filter(isText)
    .map((row) => ({ ...row, ...missOf(estimateTokens(row.request), row) }));
  const line = (name, list, goal, right) => [
    name,
    list.length,
    goal,
    right === undefined ? '–' : percent(list.filter(right).length / list.length),
    percent(quantile(list, 0.5)),
    percent(quantile(list, 0.9)),
  ];
  const ofGemini = [['google', 'vertex'], ['google'], ['vertex']];
  return table(
    ['requests', 'number', 'goal', 'share within it', 'median error', '90th percentile'],
    [
      line('GPT-3.5 and GPT-4, text', plain, '98 % exact', isExact),
      line('the same with tools or calls', tools, '87 % within 3 tokens or 3 %', within(3, 0.03)),
      line('OpenAI models that think, text', thinking, '95 % within 2 tokens', within(2, 0)),
      line('Claude at Anthropic, text', claude, 'median 4 %, 90th percentile 12 %'),
      ...ofGemini.map((places) => {
        const name = `Gemini at ${places.join(' and ')}, text`;
        return line(name, gemini(...places), 'median 2 %, 90th percentile 15 %');
      }),
      line('`estimateTokens`, text of all models', estimated, 'median 11 %'),
    ],
  );
}

function modelTable(list) {
  const groups = new Map();
  for (const row of list) {
    const key = [row.provider, nameOf(row.model), row.kind].join(' | ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups]
    .sort()
    .map(([key, group]) => [
      key,
      group.length,
      percent(group.filter(isExact).length / group.length),
      percent(quantile(group, 0.5)),
      percent(quantile(group, 0.9)),
    ]);
  const head = ['provider', 'model', 'kind', 'requests', 'exact', 'median', '90th percentile'];
  return table(
    head,
    lines.map(([key, ...rest]) => [...key.split(' | '), ...rest]),
  );
}

/** Requests in the order of the file: each is counted before its usage is learned. */
function learnedTable(list) {
  const { createTokenCorrection } = loadSource('packages/token-calculator/src/token-correction.ts');
  const correction = createTokenCorrection(1000);
  const pairs = list
    .filter(({ kind }) => kind !== 'images')
    .map((row) => {
      const key = `${row.provider} ${row.model} ${row.request.tools?.length ? 'tools' : 'text'}`;
      const after = missOf(correction.correct(key, row.tokens), row);
      correction.observe(key, row.tokens, row.inputTokens);
      return { ...row, after };
    });
  const groups = [
    ['text', isText],
    ['with tools or calls', isTools],
    ['exact before', ({ method }) => method === 'exact'],
    ['all but pictures', () => true],
  ];
  const lines = groups.map(([name, test]) => {
    const group = pairs.filter(test);
    const corrected = group.map(({ after }) => after);
    const shown = (some) => [0.5, 0.75, 0.9].map((part) => percent(quantile(some, part)));
    return [name, group.length, shown(group).join(', '), shown(corrected).join(', ')];
  });
  return table(['requests', 'number', 'counted', 'corrected'], lines);
}

/** What the router reserves: an estimate that knows no model, and what the deployment has billed before. */
function expectedTable(list) {
  const { createInputOverhead } = loadSource('packages/llm-router/src/input-overhead.ts');
  const overheads = new Map();
  const pairs = list
    .filter(({ kind }) => kind !== 'images')
    .map((row) => {
      const key = `${row.provider} ${row.model}`;
      const overhead = overheads.get(key) ?? createInputOverhead();
      overheads.set(key, overhead);
      const requires = { tools: Boolean(row.request.tools?.length) };
      const analysis = { tokens: { input: estimateTokens(row.request) }, requires };
      const before = missOf(analysis.tokens.input, row);
      const after = missOf(overhead.expect(analysis), row);
      overhead.learn(analysis, row.inputTokens);
      return { ...row, before, after };
    });
  const groups = [
    ['text', isText],
    ['with tools or calls', isTools],
    ['all but pictures', () => true],
  ];
  const lines = groups.map(([name, test]) => {
    const group = pairs.filter(test);
    const shown = (some) => [0.5, 0.75, 0.9].map((part) => percent(quantile(some, part)));
    const misses = [group.map(({ before }) => before), group.map(({ after }) => after)];
    return [name, group.length, ...misses.map((some) => shown(some).join(', '))];
  });
  return table(['requests', 'number', 'estimated', 'expected'], lines);
}

function quantile(list, part) {
  const sorted = list.map(({ relative }) => relative).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

function percent(share) {
  return share === undefined ? '–' : `${(100 * share).toFixed(1)} %`;
}
