// Replays recorded exchanges through a loopback server and compares what comes out with an
// independent reader, which lies at ../../checks beside the folder of recordings.
// After `npx tsc -b`: LLM_ROUTER_CORPUS={folder} node packages/providers/bench/replay.bench.mjs [file]
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRandom, knownProviders } from '@llm-router/core';
import { createCompletionAssembler, createProvider } from '@llm-router/providers';
import { compareChat, compareVectors, recordedVectors } from './compare-answer.mjs';
import { startReplayServer } from './replay-server.mjs';

const corpus = process.env.LLM_ROUTER_CORPUS ?? '';
const file = process.argv[2] ?? join(corpus, 'traffic.jsonl');
const referenceFile = resolve(corpus, '../../checks/replay-reference.mjs');
if (corpus === '' || !existsSync(file) || !existsSync(referenceFile)) {
  console.error('SKIPPED: set LLM_ROUTER_CORPUS to a folder of recordings with its reference.');
  process.exit(1);
}
const { expected, fits, usageOf } = await import(pathToFileURL(referenceFile).href);

const endpoints = ['chat.completions', 'messages', 'generateContent', 'embeddings'];
const rows = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter((row) => endpoints.includes(row.endpoint) && row.status === 200);

const gemini = ['google', 'vertex'];

/** The provider whose wire a row is recorded on. */
function providerOf({ endpoint, provider, response_body: body }) {
  if (endpoint === 'messages') return provider === 'vertex' ? provider : 'anthropic';
  if (endpoint === 'generateContent' || (endpoint === 'embeddings' && !body.data)) {
    return gemini.includes(provider) ? provider : 'google';
  }
  const speaks = knownProviders.includes(provider) && !['anthropic', ...gemini].includes(provider);
  // A provider without embeddings in its profile may be recorded behind another's address.
  return speaks && endpoint !== 'embeddings' ? provider : 'openai-compatible';
}

/** Why a row cannot be compared; `undefined` where it can. */
function unfitness(row) {
  if (row.endpoint === 'embeddings') {
    if (row.flags?.includes('response_only')) return 'a body only, without its exchange';
    return recordedVectors(row) ? undefined : 'on a wire that is not spoken';
  }
  if (!fits(row)) return 'not recorded byte for byte, or not framed as asked';
  return expected(row) ? undefined : 'the reference reads no answer in it';
}

const random = createRandom(7);
const server = await startReplayServer(rows, random);

async function answer(row, index) {
  const name = providerOf(row);
  const provider = createProvider(name, {
    apiKey: 'key-for-replay',
    baseUrl: `${server.addressOf(index)}/v1`,
  });
  if (row.endpoint === 'embeddings') {
    return provider.embed({ model: 'recorded', input: ['recorded'] });
  }
  const model = row.endpoint === 'messages' ? 'claude-recorded' : 'recorded';
  const request = { model, messages: [{ role: 'user', content: 'recorded' }] };
  if (!row.stream) return provider.chat(request);
  const assembler = createCompletionAssembler();
  for await (const chunk of provider.stream(request)) assembler.add(chunk);
  return assembler.completion();
}

async function judge(row, index) {
  const isChat = row.endpoint !== 'embeddings';
  const want = isChat ? expected(row) : undefined;
  try {
    const got = await answer(row, index);
    if (!isChat) return compareVectors(got, row);
    return want.failed ? ['its error was not thrown'] : compareChat(got, want, usageOf(row));
  } catch (error) {
    // A recording that ends early must not pass for a whole answer.
    return want?.failed || want?.partial ? [] : [error.message];
  }
}

const table = {};
const wrong = [];
const leftOut = {};
for (const [index, row] of rows.entries()) {
  const why = unfitness(row);
  if (why !== undefined) {
    leftOut[`${row.endpoint}: ${why}`] = (leftOut[`${row.endpoint}: ${why}`] ?? 0) + 1;
    continue;
  }
  const name = `${row.endpoint} ${row.provider}`;
  table[name] ??= { exchanges: 0, streams: 0, equal: 0 };
  const tally = table[name];
  const found = await judge(row, index);
  tally.exchanges += 1;
  if (row.stream) tally.streams += 1;
  if (found.length === 0) tally.equal += 1;
  else wrong.push(`${name} ${row.id}: ${found.join(', ')}`);
}
await server.close();

const total = Object.values(table).reduce((sum, { exchanges }) => sum + exchanges, 0);
console.table(Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1))));
console.log(`${total - wrong.length} of ${total} equal`);
for (const line of wrong) console.log(line);
console.log('Left out:');
console.table(leftOut);
process.exitCode = wrong.length > total * 0.005 ? 1 : 0;
