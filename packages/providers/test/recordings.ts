import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ChatCompletion, createRandom, fromCompletionUsage } from '@llm-router/core';
import { createCompletionAssembler, createProvider } from '../src/index.ts';
import { pieces } from './fake-server.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const trafficFile = corpus && join(corpus, 'traffic.jsonl');
const referenceFile = corpus && join(corpus, '..', '..', 'checks', 'replay-reference.mjs');
const isThere = Boolean(
  trafficFile && referenceFile && existsSync(trafficFile) && existsSync(referenceFile),
);
/** A suite that runs only where the recordings are. */
export const recordedSuite = isThere ? describe : describe.skip;
if (!isThere) {
  console.warn(
    'SKIPPED: the replay of recorded traffic needs LLM_ROUTER_CORPUS and its reference.',
  );
}

/** One recorded exchange. */
export interface Row {
  readonly id: string;
  readonly provider: string;
  readonly endpoint: string;
  readonly status: number;
  readonly stream: boolean;
  readonly request_body: unknown;
  readonly usage?: {
    readonly cached_input_tokens: number | null;
    readonly cache_write_input_tokens: number | null;
    readonly reasoning_tokens: number | null;
  } | null;
  readonly response_body: unknown;
}

/** What an independent reader sees in it. */
interface Want {
  readonly id: string;
  readonly text: string;
  readonly tools: readonly { name: string; arguments: unknown }[];
  readonly finish: string;
  readonly failed: boolean;
  readonly partial: boolean;
  readonly usage: { inputTokens: [number, number]; outputTokens: number } | null;
}

/** The reference is an ES module, which jest cannot import: another process reads with it. */
const askReference = `
  const { readFileSync } = await import('node:fs');
  const { expected, fits, usageOf } = await import(process.argv[2]);
  for (const line of readFileSync(process.argv[1], 'utf8').trimEnd().split('\\n')) {
    const row = JSON.parse(line);
    if (row.endpoint !== process.argv[3] || !fits(row)) continue;
    const want = expected(row);
    if (want) console.log(JSON.stringify({ id: row.id, ...want, usage: usageOf(row) ?? null }));
  }`;

function readWanted(endpoint: string): Map<string, Want> {
  const output = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      askReference,
      // In this order: run under its own name, the reference would print a summary.
      String(trafficFile),
      pathToFileURL(String(referenceFile)).href,
      endpoint,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const wanted: Want[] = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return new Map(wanted.map((want) => [want.id, want]));
}

/** The recorded exchanges of one endpoint. */
export function readRows(endpoint: string): readonly Row[] {
  const lines = readFileSync(String(trafficFile), 'utf8').trimEnd().split('\n');
  return lines.map((line): Row => JSON.parse(line)).filter((row) => row.endpoint === endpoint);
}

/** Cuts bytes anywhere, also inside a character. */
export function cut(text: string, random: () => number): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const parts: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = from + 1 + Math.floor(random() * random() * 400);
    parts.push(bytes.subarray(from, to));
    from = to;
  }
  return parts;
}

function differences(row: Row, want: Want, got: ChatCompletion | undefined): string[] {
  const choice = got?.choices.find(({ index }) => index === 0);
  const message = choice?.message;
  const calls = message?.tool_calls ?? [];
  const functions = [
    ...calls.map((call) => (call.type === 'function' ? call.function : undefined)),
    ...(calls.length === 0 && message?.function_call ? [message.function_call] : []),
  ];
  const usage = got?.usage && fromCompletionUsage(got.usage);
  const found: string[] = [];
  const check = (what: string, wanted: unknown, have: unknown) => {
    if (JSON.stringify(wanted) !== JSON.stringify(have)) found.push(what);
  };
  check('text', want.text, message?.content ?? '');
  check(
    'tools',
    // The reference counts a function_call of empty strings as a call.
    want.tools.filter(({ name }) => name !== ''),
    functions.map((each) => ({ name: each?.name, arguments: JSON.parse(each?.arguments || '{}') })),
  );
  check('finish', want.finish, choice?.finish_reason);
  if (want.usage !== null) {
    const [least, largest] = want.usage.inputTokens;
    const input = usage?.inputTokens ?? -1;
    if (input < least || input > largest) found.push('input tokens');
    check('output tokens', want.usage.outputTokens, usage?.outputTokens);
    // Some servers report a part that is larger than its whole; the label keeps it.
    const { cached_input_tokens: cached, reasoning_tokens: reasoning } = row.usage ?? {};
    const { cache_write_input_tokens: written } = row.usage ?? {};
    if (typeof cached === 'number') {
      check('cached tokens', Math.min(cached, input), usage?.cachedInputTokens ?? 0);
    }
    if (typeof written === 'number') {
      const most = Math.min(written, input - (cached ?? 0));
      check('cache write tokens', most, usage?.cacheWriteInputTokens ?? 0);
    }
    if (typeof reasoning === 'number') {
      const most = Math.min(reasoning, want.usage.outputTokens);
      check('reasoning tokens', most, usage?.reasoningTokens ?? 0);
    }
  }
  return found;
}

interface Tally {
  exchanges: number;
  streams: number;
  equal: number;
}

async function replay(
  row: Row,
  name: string,
  random: () => number,
): Promise<ChatCompletion | undefined> {
  const provider = createProvider(name, {
    apiKey: 'key-for-replay',
    baseUrl: 'http://recorded.test/v1',
    fetch: async () =>
      row.stream
        ? pieces(cut(String(row.response_body), random)).response
        : new Response(JSON.stringify(row.response_body)),
  });
  const request = { model: 'recorded', messages: [] };
  if (!row.stream) return provider.chat(request);
  const assembler = createCompletionAssembler();
  for await (const chunk of provider.stream(request)) assembler.add(chunk);
  return assembler.completion();
}

/** What is wrong with the replay of one row; nothing where it means what it should. */
async function judge(row: Row, want: Want, name: string, random: () => number): Promise<string[]> {
  const got = await replay(row, name, random).catch((error: unknown) => error);
  if (want.failed) return got instanceof Error ? [] : ['an error in the stream was not thrown'];
  return got instanceof Error ? [got.message] : differences(row, want, got as ChatCompletion);
}

/**
 * Replays every fitting exchange of an endpoint, prints a table of them, and answers the share that
 * means the same to the provider that `providerOf` names; `undefined` leaves an exchange out.
 */
export async function replayAll(
  endpoint: string,
  providerOf: (row: Row) => string | undefined,
): Promise<{ readonly total: number; readonly equal: number }> {
  const wanted = readWanted(endpoint);
  const random = createRandom(7);
  const table = new Map<string, Tally>();
  const wrong: string[] = [];
  for (const row of readRows(endpoint)) {
    const want = wanted.get(row.id);
    const provider = providerOf(row);
    // An answer without a finish reason has no agreed meaning.
    if (provider === undefined || want === undefined || want.partial || !want.finish) continue;
    const name = `${row.provider}${row.provider === provider ? '' : ` (as ${provider})`}`;
    const tally = table.get(name) ?? { exchanges: 0, streams: 0, equal: 0 };
    table.set(name, tally);
    const found = await judge(row, want, provider, random);
    tally.exchanges += 1;
    if (row.stream) tally.streams += 1;
    if (found.length === 0) tally.equal += 1;
    else wrong.push(`${row.provider} ${row.id}: ${found.join(', ')}`);
  }
  const tallies = [...table.values()];
  const total = tallies.reduce((sum, { exchanges }) => sum + exchanges, 0);
  const equal = tallies.reduce((sum, tally) => sum + tally.equal, 0);
  console.table(Object.fromEntries(table));
  console.info(`${equal} of ${total} equal\n${wrong.join('\n')}`);
  return { total, equal };
}
