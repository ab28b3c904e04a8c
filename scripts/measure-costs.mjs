#!/usr/bin/env node
// Compares prices with what providers reported for recorded answers; docs/costs.md has the tables.
//
//   LLM_ROUTER_CORPUS=FOLDER node scripts/measure-costs.mjs [--write]
//
// FOLDER holds traffic.jsonl. The recorded answers that report a cost go through a router whose fetch
// gives them back; what it shows as the cost is compared with what was reported, and with the price of
// the built-in catalog for the same usage. --write replaces the tables of docs/costs.md. Needs a build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouter } from '../packages/llm-router/dist/index.js';
import { findModel } from '../packages/model-catalog/dist/index.js';
import { calculateCost } from '../packages/token-calculator/dist/index.js';
import { table, writeSection } from './lib/write-section.mjs';

const folder = process.env.LLM_ROUTER_CORPUS;
if (!folder) throw new Error('LLM_ROUTER_CORPUS is not set; expected the folder of traffic.jsonl.');
const write = process.argv.includes('--write');
const page = fileURLToPath(new URL('../docs/costs.md', import.meta.url));
const tolerance = 0.01;

const answered = readFileSync(join(folder, 'traffic.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter(({ status, usage }) => status === 200 && usage !== null)
  .map((row) => ({ ...row, model: modelOf(row), tokens: toUsage(row.usage) }));
const chats = answered.filter(({ endpoint }) => endpoint === 'chat.completions');

publish('reported', await showReported());
publish('agreement', compareOpenRouter());
publish('coverage', showCoverage());

function publish(name, text) {
  console.log(`\n${name}\n${text}`);
  if (write) writeSection(page, name, text);
}

function modelOf({ request_body: body, url_path: path, response_body: answer }) {
  const inPath = /(?:models?|deployments)\/([^:/?]+)/.exec(decodeURIComponent(path ?? ''))?.[1];
  const inAnswer =
    typeof answer === 'string' ? /"model": ?"([^"]+)"/.exec(answer)?.[1] : answer?.model;
  const named = body?.model ?? inAnswer ?? inPath;
  return typeof named === 'string' ? named : undefined;
}

function toUsage(usage) {
  const count = (name) => usage[name] ?? 0;
  return {
    inputTokens: count('input_tokens'),
    outputTokens: count('output_tokens'),
    totalTokens: count('total_tokens'),
    cachedInputTokens: count('cached_input_tokens'),
    cacheWriteInputTokens: count('cache_write_input_tokens'),
    reasoningTokens: count('reasoning_tokens'),
  };
}

/** What the provider says, in billionths of a dollar, with the upstream's bill where the key is one's own. */
function reportedNanoUsd({ usage_raw: raw }) {
  const usd =
    typeof raw?.cost === 'object'
      ? raw.cost?.total_cost
      : raw?.is_byok
        ? raw.cost + raw.cost_details?.upstream_inference_cost
        : raw?.cost;
  const ticks = raw?.cost_in_usd_ticks;
  if (Number.isFinite(usd)) return Math.round(usd * 1e9);
  return Number.isFinite(ticks) ? Math.round(ticks / 10) : undefined;
}

async function showReported() {
  const groups = new Map();
  for (const row of chats) {
    const reported = reportedNanoUsd(row);
    if (reported === undefined || !['openrouter', 'perplexity', 'xai'].includes(row.provider))
      continue;
    const cost = await costShown(row);
    const right = cost.nanoUsd === reported && cost.exactness === 'reported';
    if (!right) console.error(`${row.id}: ${reported} reported, shown ${JSON.stringify(cost)}`);
    const group = groups.get(row.provider) ?? { all: 0, right: 0 };
    groups.set(row.provider, { all: group.all + 1, right: group.right + Number(right) });
  }
  const lines = [...groups].sort().map(([provider, { all, right }]) => [provider, all, right]);
  return table(['provider', 'answers with a cost', 'shown as reported, the same amount'], lines);
}

/** What a router shows for a recorded answer. */
async function costShown({ provider, model, stream, response_body: body }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = stream ? 'text/event-stream' : 'application/json';
  const router = createRouter(
    { deployments: [{ provider, model, apiKey: 'none' }], health: {} },
    { fetch: async () => new Response(text, { headers: { 'content-type': type } }) },
  );
  try {
    const request = { messages: [{ role: 'user', content: 'Hello' }] };
    const result = stream ? await router.stream(request).result : await router.chat(request);
    return result.cost;
  } catch (error) {
    return error.ledger?.cost ?? { nanoUsd: null, exactness: String(error) };
  } finally {
    await router.close();
  }
}

function compareOpenRouter() {
  const own = chats.filter(
    (row) =>
      row.provider === 'openrouter' &&
      row.usage_raw?.is_byok !== true &&
      reportedNanoUsd(row) !== undefined,
  );
  const groups = new Map();
  let agreed = 0;
  for (const row of own) {
    const reported = reportedNanoUsd(row);
    const facts = findModel(row.model, { provider: 'openrouter' });
    const { nanoUsd } = facts?.price ? calculateCost(row.tokens, facts.price) : { nanoUsd: null };
    if (nanoUsd !== null && Math.abs(nanoUsd - reported) <= tolerance * reported) {
      agreed += 1;
      continue;
    }
    const host = hostOf(row);
    const reason = reasonOf(row, facts, nanoUsd);
    const ratio = nanoUsd === null || reported === 0 ? '–' : (nanoUsd / reported).toFixed(2);
    const key = [row.model, host, ratio, reason].join(' | ');
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const share = `${((100 * agreed) / own.length).toFixed(1)} %`;
  const lines = [...groups].sort().map(([key, number]) => [...key.split(' | '), number]);
  const head = ['model', 'answered by', 'priced ÷ reported', 'reason', 'answers'];
  return `${agreed} of ${own.length} answers agree within 1 %: ${share}. The others:\n\n${table(head, lines)}`;
}

function hostOf({ response_body: answer }) {
  if (typeof answer !== 'string') return answer?.provider ?? 'unknown';
  return /"provider": ?"([^"]+)"/.exec(answer)?.[1] ?? 'unknown';
}

function reasonOf({ model, usage_raw: raw }, facts, nanoUsd) {
  if (nanoUsd === null) return 'no price in the catalog';
  if (raw.server_tool_use_details?.web_search_requests > 0) return 'a web search, billed apart';
  const { input, output } = facts.price;
  const listed = `the catalog has $${input} and $${output} (${facts.asOf})`;
  return /^(?:anthropic|openai\/(?!gpt-oss))/.test(model)
    ? `another price on the day of the recording: ${listed}`
    : `open model, priced by its host: ${listed}`;
}

function showCoverage() {
  const groups = new Map();
  for (const { provider, model, tokens } of answered) {
    const group = groups.get(provider) ?? { all: 0, listed: 0, priced: 0, unknown: new Map() };
    groups.set(provider, group);
    group.all += 1;
    const price = model === undefined ? undefined : findModel(model, { provider })?.price;
    if (price === undefined) {
      group.unknown.set(model ?? 'not named', (group.unknown.get(model ?? 'not named') ?? 0) + 1);
      continue;
    }
    group.listed += 1;
    if (calculateCost(tokens, price).exactness === 'priced') group.priced += 1;
  }
  const lines = [...groups].sort().map(([provider, { all, listed, priced, unknown }]) => {
    const names = [...unknown].sort((a, b) => b[1] - a[1]).slice(0, 4);
    const shown = names.map(([name, number]) => `${name} (${number})`).join(', ');
    return [provider, all, listed, priced, shown || '–'];
  });
  const head = ['provider', 'with usage', 'price in the catalog', 'priced', 'unknown, most often'];
  return table(head, lines);
}
