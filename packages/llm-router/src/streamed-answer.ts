import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatRequest,
  fromCompletionUsage,
  type PartialAnswer,
  RouterError,
  type Usage,
} from '@llm-router/core';
import { type CompletionAssembler, createCompletionAssembler } from '@llm-router/providers';
import type { Attempt } from './attempt.ts';
import { timedOut } from './attempt-errors.ts';
import { brokenAnswer } from './broken-answer.ts';
import { isChunk } from './completion-shape.ts';
import { createContentWatch } from './content-watch.ts';
import { estimatedUsage } from './estimated-usage.ts';
import { filteredAnswer, isFilteredPiece } from './filtered-answer.ts';
import type { House, Room } from './house.ts';
import type { Delivery } from './route.ts';

/** A stream that has had its first content: nobody else can answer any more. */
export interface OpenStream {
  readonly attempt: Attempt;
  /** The next piece, `undefined` at the end. Throws what broke the stream. */
  next(): Promise<ChatCompletionChunk | undefined>;
  completion(): ChatCompletion | undefined;
  /** As the provider reported it, if it did. */
  reportedUsage(): Usage | undefined;
  /** Whether the reader waits for the provider, and not the other way round. */
  readonly isAwaited: boolean;
  /** How long the provider took, without the pauses of the reader. */
  readonly upstreamMs: number;
  /** From what has arrived. */
  estimatedUsage(): Usage;
  partial(): PartialAnswer;
  /** Stops upstream. */
  stop(): void;
}

/**
 * An answer that comes piece by piece; an attempt resolves at its first real content. Stored streams are
 * looked for before.
 */
export function streamedAnswer(house: House): Delivery<OpenStream> {
  return {
    send: (attempt) => send(attempt, house),
    discard({ attempt, estimatedUsage, stop }) {
      attempt.failed(new DOMException('Another answer came first', 'AbortError'), estimatedUsage());
      stop();
    },
    throughCache: (call, _house, _ledger, dispatch) => dispatch(call),
  };
}

async function send(attempt: Attempt, house: House): Promise<OpenStream> {
  const { room, request, scope } = attempt;
  const { firstByteMs, firstContentMs, betweenContentMs } = house.timeouts;
  const byteAlarm =
    firstByteMs === Number.POSITIVE_INFINITY
      ? undefined
      : house.alarms.set(house.clock.now() + firstByteMs, () => {
          if (!attempt.hasResponse()) scope.abort(timedOut(`no response within ${firstByteMs} ms`));
        });
  const watch = createContentWatch(
    house,
    { firstMs: firstContentMs, betweenMs: betweenContentMs },
    (message) => scope.abort(timedOut(message)),
  );
  const upstream = openUpstream(room.provider.stream(request, attempt.provider), room);
  const assembler = createCompletionAssembler();
  const early: ChatCompletionChunk[] = [];

  let upstreamMs = 0;
  let isAwaited = false;
  async function pull(): Promise<ChatCompletionChunk | undefined> {
    watch.waiting();
    const since = house.clock.now();
    isAwaited = true;
    const piece = await scope.race(upstream.next());
    isAwaited = false;
    upstreamMs += house.clock.now() - since;
    if (piece.done) {
      stop();
      return undefined;
    }
    if (!isTaken(piece.value, assembler)) throw brokenAnswer(room.deployment.provider, noChunk);
    byteAlarm?.cancel();
    watch.arrived(hasContent(piece.value));
    return piece.value;
  }

  function stop(): void {
    watch.end();
    byteAlarm?.cancel();
    // The answer to a stopped stream, if any, is of no interest.
    upstream.return?.().then(undefined, () => {});
  }

  try {
    let piece = await pull();
    for (; piece !== undefined && !hasContent(piece); piece = await pull()) early.push(piece);
    if (piece === undefined) throw emptyStream();
    if (attempt.goesOnAfterFilter && isFilteredPiece(piece)) {
      throw filteredAnswer(room.deployment.provider, assembler.completion());
    }
    early.push(piece);
  } catch (error) {
    stop();
    throw error;
  }
  attempt.firstContent();
  return {
    attempt,
    next: async () => early.shift() ?? pull(),
    completion: () => assembler.completion(),
    reportedUsage: () => reportedUsage(assembler),
    get isAwaited() {
      return isAwaited;
    },
    get upstreamMs() {
      return upstreamMs;
    },
    estimatedUsage: () => estimatedUsage(request, assembler.completion()),
    partial: () => partialOf(assembler, request),
    stop,
  };
}

/** Providers of the caller's own may be plain JavaScript, and what they stream may be anything. */
function isTaken(piece: unknown, assembler: CompletionAssembler): boolean {
  try {
    if (!isChunk(piece)) return false;
    assembler.add(piece);
    return true;
  } catch {
    return false;
  }
}

const noChunk =
  'streamed a piece that is no chunk: give it choices, each with a delta as OpenAI streams it';

function openUpstream(stream: unknown, { deployment }: Room): AsyncIterator<ChatCompletionChunk> {
  if (isAsyncIterable(stream)) return stream[Symbol.asyncIterator]();
  const what = 'returned no stream: stream() returns an async iterable of chunks';
  throw brokenAnswer(deployment.provider, what);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<ChatCompletionChunk> {
  if (typeof value !== 'object' || value === null) return false;
  return Symbol.asyncIterator in value && typeof value[Symbol.asyncIterator] === 'function';
}

/** Text, a tool call, a refusal, reasoning, or the end: something that was produced. */
function hasContent({ choices }: ChatCompletionChunk): boolean {
  return choices.some(
    ({ delta, finish_reason: finish }) =>
      Boolean(delta.content) ||
      Boolean(delta.refusal) ||
      Boolean(delta.reasoning) ||
      Boolean(delta.reasoning_content) ||
      (delta.tool_calls?.length ?? 0) > 0 ||
      Boolean(delta.function_call) ||
      Boolean(finish),
  );
}

function emptyStream(): RouterError {
  return new RouterError('stream_broken', 'The provider ended the stream without an answer', {
    category: 'server_error',
    retryable: true,
  });
}

function reportedUsage(assembler: CompletionAssembler): Usage | undefined {
  const usage = assembler.completion()?.usage;
  return usage && fromCompletionUsage(usage);
}

function partialOf(assembler: CompletionAssembler, request: ChatRequest): PartialAnswer {
  const completion = assembler.completion();
  const usage = reportedUsage(assembler) ?? estimatedUsage(request, completion);
  return { text: assembler.text, ...(completion && { completion, usage }) };
}
