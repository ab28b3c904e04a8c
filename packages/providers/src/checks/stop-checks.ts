import type { ChatCompletionChunk } from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { fieldsOf, listOf } from '../json.ts';
import type { CheckBench } from './check-bench.ts';
import { mostChunks, nameOf, observeCall, ways } from './observe-call.ts';
import type { ProviderTrial } from './provider-trials.ts';
import { hasContent } from './read-answer.ts';
import { describeThrown, type Settled, settle } from './settle.ts';

/** Who gave up before the call began is not to pay for it. */
export async function expectStoppedBefore(bench: CheckBench): Promise<void> {
  for (const way of ways) {
    const call = await observeCall(bench, 'answering', way, { signal: AbortSignal.abort() });
    const what = `${call.what} with a signal that has aborted before`;
    expectAborted(what, call.outcome);
    await bench.pause();
    const requests = call.sent() ?? 0;
    if (requests > 0) throw new Error(`${what} sends a request all the same`);
  }
}

/** The limits on time are the router's, and this is how it holds them. */
export async function expectStoppedWaiting(bench: CheckBench): Promise<void> {
  for (const way of ways) {
    const trial = await bench.start('silent');
    await expectStop(bench, nameOf(way, 'silent'), trial, async (signal) => () => {
      if (way === 'chat') return trial.provider.chat(bench.request(), { signal });
      return readOn(openStream(bench, trial, signal));
    });
  }
}

/** The router stops a stream whose next piece does not come. */
export async function expectStoppedInStream(bench: CheckBench): Promise<void> {
  const trial = await bench.start('stalled');
  const what = nameOf('stream', 'stalled');
  await expectStop(bench, what, trial, async (signal) => {
    const stream = openStream(bench, trial, signal);
    await readToContent(bench, what, stream);
    return () => readOn(stream);
  });
}

/** A reader that leaves stops the server too, where that has not ended already. */
export async function expectLeaving(bench: CheckBench): Promise<void> {
  const server = bench.has('stalled') ? 'stalled' : 'answering';
  const trial = await bench.start(server);
  const openBefore = trial.open?.() ?? 0;
  const what = nameOf('stream', server);
  const giveUp = new AbortController();
  const stream = openStream(bench, trial, giveUp.signal);
  try {
    await readToContent(bench, what, stream);
    await leave(bench, what, stream);
    await expectClosed(bench, `${what}, once its reader has left,`, trial, openBefore);
  } finally {
    giveUp.abort();
  }
}

async function leave(bench: CheckBench, what: string, stream: Stream): Promise<void> {
  if (stream.return === undefined) {
    throw new Error(`${what} has no return(): nobody can leave it`);
  }
  const leaving = settle(async () => stream.return?.());
  const left = await bench.within(`${what}: return()`, leaving);
  if (!left.ok) throw new Error(`${what}: return() rejects: ${describeThrown(left.error)}`);
  const goingOn = settle(() => stream.next());
  const after = await bench.within(`${what}: next() after return()`, goingOn);
  if (!after.ok || !after.value.done) throw new Error(`${what} goes on after return()`);
}

/** Aborts while `prepare`d work runs: it must end soon, as aborted, and leave nothing behind. */
async function expectStop(
  bench: CheckBench,
  what: string,
  trial: ProviderTrial,
  prepare: (signal: AbortSignal) => Promise<() => Promise<unknown>>,
): Promise<void> {
  const openBefore = trial.open?.() ?? 0;
  const abort = new AbortController();
  try {
    const work = await prepare(abort.signal);
    let isOver = false;
    const ended = settle(work).finally(() => {
      isOver = true;
    });
    await bench.pause();
    if (isOver) throw new Error(`${what} ends by itself, before it is stopped`);
    abort.abort();
    const stopped = `${what}, once its signal has aborted,`;
    expectAborted(stopped, await bench.within(stopped, ended));
    await expectClosed(bench, stopped, trial, openBefore);
  } finally {
    abort.abort();
  }
}

function expectAborted(what: string, outcome: Settled<unknown>): void {
  if (outcome.ok) throw new Error(`${what} ends as if the answer were complete`);
  const { category } = classifyError(outcome.error);
  if (category === 'aborted') return;
  throw new Error(
    `${what} rejects with what counts as '${category}', not as 'aborted'; throw the signal's reason`,
  );
}

async function expectClosed(
  bench: CheckBench,
  what: string,
  trial: ProviderTrial,
  openBefore: number,
): Promise<void> {
  const leftOpen = () => (trial.open?.() ?? 0) - openBefore;
  if (await bench.becomes(() => leftOpen() <= 0)) return;
  throw new Error(`${what} leaves requests open at the server: ${leftOpen()}`);
}

type Stream = AsyncIterator<ChatCompletionChunk>;

function openStream(bench: CheckBench, { provider }: ProviderTrial, signal: AbortSignal): Stream {
  return provider.stream(bench.request(), { signal })[Symbol.asyncIterator]();
}

/** Until something of the answer has arrived. */
async function readToContent(bench: CheckBench, what: string, stream: Stream): Promise<void> {
  const first = `${what}: the first content`;
  for (let read = 0; read < mostChunks; read++) {
    const reading = settle(() => stream.next());
    const step = await bench.within(first, reading);
    if (!step.ok) throw new Error(`${first} fails: ${describeThrown(step.error)}`);
    if (step.value.done) break;
    const { choices } = fieldsOf<'choices'>(step.value.value);
    if (listOf(choices).some((piece) => hasContent(fieldsOf<'delta'>(piece).delta))) return;
  }
  throw new Error(`${what} ends without content`);
}

async function readOn(stream: Stream): Promise<void> {
  for (let read = 0; read < mostChunks; read++) {
    if ((await stream.next()).done) return;
  }
}
