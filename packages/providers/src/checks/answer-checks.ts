import type { ChatCompletion, ChatCompletionChunk, ProviderCall, ToolCall } from '@llm-router/core';
import { createCompletionAssembler } from '../completion-assembler.ts';
import { parseJson } from '../json.ts';
import type { CheckBench } from './check-bench.ts';
import { deepFreeze } from './deep-freeze.ts';
import { expectUsage } from './expect-usage.ts';
import {
  type Answer,
  mostChunks,
  nameOf,
  type ObserveOptions,
  observeCall,
  type Way,
} from './observe-call.ts';
import { readStreamed, readWhole } from './read-answer.ts';
import { describeThrown, settle, toError } from './settle.ts';

/** Called with the request alone: everything else is optional. */
export async function expectWholeAnswer(bench: CheckBench): Promise<void> {
  await askWhole(bench, { bare: true });
}

/** Called with the request alone, as above. */
export async function expectStreamedAnswer(bench: CheckBench): Promise<void> {
  await askStreamed(bench, { bare: true });
}

/** Callers may ask either way, and the router keeps what a stream said as a whole answer. */
export async function expectSame(bench: CheckBench): Promise<void> {
  const whole = await steadyAnswer(() => askWhole(bench));
  if (whole === undefined) return;
  const streamed = digest(assemble(await askStreamed(bench)));
  if (streamed !== whole) throw new Error(`stream() says ${streamed} where chat() says ${whole}`);
}

/** Usage may be missing; what is there is billed by. */
export async function expectCounts(bench: CheckBench): Promise<void> {
  const { usage } = await askWhole(bench);
  if (usage !== undefined) expectUsage(nameOf('chat', 'answering'), usage);
  for (const chunk of await askStreamed(bench)) {
    if (chunk.usage === undefined || chunk.usage === null) continue;
    const what = nameOf('stream', 'answering');
    expectUsage(what, chunk.usage);
    if (chunk.choices.length > 0) throw new Error(`${what}: the chunk with the usage has choices`);
  }
}

/** Another attempt sends the same request again, and other calls may read it meanwhile. */
export async function expectUnchanged(bench: CheckBench): Promise<void> {
  const before = JSON.stringify(bench.request());
  for (const ask of [askWhole, askStreamed]) {
    const request = bench.request();
    await ask(bench, { request });
    if (JSON.stringify(request) !== before) throw new Error('the request was changed');
    // Frozen, so that a change that is taken back shows as well.
    const frozen = await settle<unknown>(() => ask(bench, { request: deepFreeze(request) }));
    if (!frozen.ok) throw new Error(`with a frozen request ${toError(frozen.error).message}`);
  }
}

/** Three streams at once: two are read by turns, the third is aborted meanwhile. */
export async function expectApart(bench: CheckBench): Promise<void> {
  const alone = await steadyAnswer(async () => assemble(await askStreamed(bench)));
  const { provider } = await bench.start('answering');
  const abort = new AbortController();
  const open = (call?: ProviderCall) =>
    provider.stream(bench.request(), call)[Symbol.asyncIterator]();
  const stopped = open({ signal: abort.signal });
  void settle(() => stopped.next());
  const what = 'one of several streams at the same time';
  const reading = settle(() => readByTurns([open(), open()], () => abort.abort()));
  const turns = await bench.within(what, reading);
  if (!turns.ok) throw new Error(`${what} failed: ${describeThrown(turns.error)}`);
  for (const chunks of turns.value) {
    const said = digest(assemble(readStreamed(what, chunks)));
    if (alone !== undefined && said !== alone) {
      throw new Error(`${what} says ${said}, alone it says ${alone}`);
    }
  }
}

type Chunks = readonly ChatCompletionChunk[];

async function readByTurns(
  streams: readonly AsyncIterator<ChatCompletionChunk>[],
  afterFirst: () => void,
): Promise<readonly Chunks[]> {
  const read = streams.map((): ChatCompletionChunk[] => []);
  for (let turn = 0; turn < mostChunks; turn++) {
    const steps = await Promise.all(streams.map((stream) => stream.next()));
    if (turn === 0) afterFirst();
    steps.forEach((step, position) => {
      if (!step.done) read[position]?.push(step.value);
    });
    if (steps.every(({ done }) => done)) break;
  }
  return read;
}

async function askWhole(bench: CheckBench, options?: ObserveOptions): Promise<ChatCompletion> {
  const { completion } = await ask(bench, 'chat', options);
  return readWhole(nameOf('chat', 'answering'), completion);
}

async function askStreamed(bench: CheckBench, options?: ObserveOptions): Promise<Chunks> {
  const { chunks } = await ask(bench, 'stream', options);
  return readStreamed(nameOf('stream', 'answering'), chunks ?? []);
}

/** What came of a call that was to succeed. */
async function ask(bench: CheckBench, way: Way, options?: ObserveOptions): Promise<Answer> {
  const { what, outcome } = await observeCall(bench, 'answering', way, options);
  if (outcome.ok) return outcome.value;
  throw new Error(`${what} failed: ${describeThrown(outcome.error)}`, { cause: outcome.error });
}

/** What an answer says; `undefined` where the server says something else each time. */
async function steadyAnswer(ask: () => Promise<ChatCompletion>): Promise<string | undefined> {
  const [first, second] = [digest(await ask()), digest(await ask())];
  return first === second ? first : undefined;
}

function assemble(chunks: Chunks): ChatCompletion {
  const assembler = createCompletionAssembler();
  for (const chunk of chunks) assembler.add(chunk);
  // There is a choice: the chunks were looked at before.
  return assembler.completion() as ChatCompletion;
}

/** What the client reads of an answer, whatever its ids and its spelling of nothing. */
function digest({ choices }: ChatCompletion): string {
  const said = choices.map(({ index, message: { content, refusal, tool_calls: calls } }) => ({
    index,
    ...(content && { content }),
    ...(refusal && { refusal }),
    ...(calls && { calls: calls.map(digestCall) }),
  }));
  return JSON.stringify(said);
}

function digestCall(call: ToolCall): unknown {
  if (call.type === 'custom') return call.custom;
  const { name, arguments: text } = call.function;
  // Blanks between the pieces of JSON may differ.
  return { name, arguments: parseJson(text) ?? text };
}
