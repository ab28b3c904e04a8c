// Replays recorded exchanges through a loopback server and compares what comes out with an
// independent reader, which lies at ../../checks beside the folder of recordings.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRandom, knownProviders } from '@llm-router/core';
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

/**
 * Replays everything and prints a table.
 *
 * @param answer gives the answer to a row: `{ provider, baseUrl, request, stream }`, or `embed` in the place of `stream`
 */
export async function replayAll(answer) {
  const server = await startReplayServer(rows, createRandom(7));
  const asked = (row, index) => {
    const model = row.endpoint === 'messages' ? 'claude-recorded' : 'recorded';
    const isEmbedding = row.endpoint === 'embeddings';
    return {
      provider: providerOf(row),
      baseUrl: `${server.addressOf(index)}/v1`,
      embed: isEmbedding,
      stream: row.stream === true,
      request: isEmbedding
        ? { model, input: recordedVectors(row)?.map(() => 'recorded') }
        : { model, messages: [{ role: 'user', content: 'recorded' }] },
    };
  };
  const judge = async (row, index) => {
    const want = row.endpoint === 'embeddings' ? undefined : expected(row);
    try {
      const got = await answer(asked(row, index));
      if (want === undefined) return compareVectors(got, row);
      return want.failed ? ['its error was not thrown'] : compareChat(got, want, usageOf(row));
    } catch (error) {
      // A recording that ends early must not pass for a whole answer.
      return want?.failed || want?.partial ? [] : [error.message];
    }
  };

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
}
