import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ErrorClassification,
  onAbort,
  RouterError,
} from '@llm-router/core';
import { replay } from '@llm-router/response-cache';
import { ReaderTooSlow } from './attempt-errors.ts';
import type { StreamTies } from './chat-stream.ts';
import { asWhole, createOverlapTrim, mayContinue, type OverlapTrim } from './continue-stream.ts';
import { attemptsFailed } from './failures.ts';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { resume, route } from './route.ts';
import { type OpenStream, streamedAnswer } from './streamed-answer.ts';
import { readStored, store } from './through-cache.ts';
import type { ChatAnswer } from './whole-answer.ts';

/**
 * Runs one streamed call: pieces come out as they arrive, the whole at the end. `onBroken` hears of the
 * end of a committed stream even where nobody asks for the next piece.
 */
export async function* runStream(
  call: Call,
  house: House,
  ledger: LedgerWriter,
  onCommitted: StreamTies['onCommitted'],
  onBroken: (error: RouterError) => void,
): AsyncGenerator<ChatCompletionChunk, ChatAnswer, void> {
  const stored = await readStored(call, house, ledger);
  if (stored !== undefined) {
    yield* replayStored(stored, call, house, onCommitted, onBroken);
    return { completion: stored };
  }
  const delivery = streamedAnswer(house);
  let stream = await route(call, house, ledger, delivery);
  tellCommitted(stream, house, ledger, onCommitted);
  let told = '';
  let trim: OverlapTrim | undefined;
  const show = (pieces: readonly ChatCompletionChunk[]) => {
    for (const { choices } of pieces) {
      told += choices.find(({ index }) => index === 0)?.delta.content ?? '';
    }
    return pieces.filter((piece) => isShown(piece, call));
  };

  while (true) {
    const ending = createEnding(stream, () => told, call, ledger, onBroken);
    // The caller's abort settles at once, even where nobody asks for the next piece.
    const { signal } = stream.attempt.scope;
    const { attempt } = stream;
    const unfollow = onAbort(signal, () => {
      if (mayGoOn(call, house, ledger)) return;
      ending.broken(attempt.isLate() && !stream.isAwaited ? unread() : signal.reason);
    });
    let cause: unknown;
    try {
      for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
        yield* show(trim?.add(piece) ?? [piece]);
      }
      yield* show(trim?.end() ?? []);
      const completion = ending.complete();
      if (trim !== undefined)
        return { completion: asWhole(completion, told), room: stream.attempt.room };
      store(completion, call, house);
      return { completion, room: stream.attempt.room };
    } catch (error) {
      cause = error;
    } finally {
      unfollow();
    }
    if (!mayGoOn(call, house, ledger)) throw ending.broken(cause);
    // Before the rest is shown, which its reader may never come for.
    const failure = ending.failed(cause);
    yield* show(trim?.end() ?? []);
    const { deployment } = stream.attempt.room;
    const prompt = house.fallbacks.goOnPrompt;
    if (prompt === undefined || !mayContinue(call.request, stream.completion(), failure)) {
      throw ending.broken(cause);
    }
    stream.attempt.decided({ do: 'next' });
    ledger.goesOn();
    ledger.lost(
      `${deployment.id}: its stream broke after ${told.length} characters, and was continued`,
    );
    try {
      const begun = { text: told, prompt };
      stream = await resume({ ...call, begun }, deployment.id, house, ledger, delivery);
    } catch {
      throw ending.broken(cause);
    }
    trim = createOverlapTrim(told);
  }
}

function tellCommitted(
  { attempt }: OpenStream,
  house: House,
  ledger: LedgerWriter,
  onCommitted: StreamTies['onCommitted'],
): void {
  const { id, model } = attempt.room.deployment;
  onCommitted({ deployment: id, model, attempts: attempt.number });
  const at = house.clock.now();
  const firstContentMs = at - ledger.at;
  const ledgerId = ledger.id;
  house.events.emit({ type: 'stream-committed', at, ledgerId, deployment: id, firstContentMs });
}

/** Whether there is time, an attempt and the wish to go on with a stream that breaks now. */
function mayGoOn({ options, deadline }: Call, house: House, ledger: LedgerWriter): boolean {
  const { maxAttempts = house.maxAttempts, fallback = house.fallsBack } = options;
  return (
    house.fallbacks.goOnPrompt !== undefined &&
    fallback &&
    !options.signal?.aborted &&
    house.clock.now() < deadline &&
    ledger.attempts() < maxAttempts
  );
}

/** A piece that holds nothing but usage goes to who asked for it. */
function isShown({ choices }: ChatCompletionChunk, { request }: Call): boolean {
  return choices.length > 0 || request.stream_options?.include_usage === true;
}

/** A stored answer comes as a stream all the same. */
async function* replayStored(
  stored: ChatCompletion,
  call: Call,
  house: House,
  onCommitted: StreamTies['onCommitted'],
  onBroken: (error: RouterError) => void,
): AsyncGenerator<ChatCompletionChunk, void, void> {
  onCommitted({ deployment: 'cache', model: stored.model, attempts: 0 });
  // Nothing else ends a call whose reader holds it without reading.
  const alarm = Number.isFinite(call.deadline)
    ? house.alarms.set(call.deadline, () => onBroken(heldTooLong()))
    : undefined;
  try {
    for await (const piece of replay(stored)) {
      if (isShown(piece, call)) yield piece;
    }
  } finally {
    alarm?.cancel();
  }
}

/** The provider has done its part. */
function unread(): ReaderTooSlow {
  return new ReaderTooSlow('the deadline passed before its reader had read all of it');
}

function heldTooLong(): RouterError {
  const message =
    'The deadline passed before the stored answer was read. Read on, or give it more time.';
  return new RouterError('deadline_exceeded', message, { retryable: true });
}

/** How a committed stream ends: whole, or broken with what had arrived. Once. */
function createEnding(
  stream: OpenStream,
  told: () => string,
  call: Call,
  ledger: LedgerWriter,
  onBroken: (error: RouterError) => void,
) {
  const { attempt } = stream;
  let failure: ErrorClassification | undefined;
  let error: RouterError | undefined;

  /** Settles, and stops upstream. */
  function failed(cause: unknown): ErrorClassification {
    if (failure !== undefined) return failure;
    attempt.reported(stream.reportedUsage());
    failure = attempt.failed(cause, stream.estimatedUsage());
    attempt.scope.abort(cause);
    stream.stop();
    return failure;
  }

  function broken(cause: unknown): RouterError {
    if (error !== undefined) return error;
    const failure = failed(cause);
    attempt.decided({ do: 'fail' });
    const code = call.options.signal?.aborted ? 'aborted' : 'stream_broken';
    const { completion, ...last } = stream.partial();
    const text = told();
    const isContinued = text !== last.text;
    const arrived = completion && (isContinued ? asWhole(completion, text) : completion);
    const partial = { ...last, text, ...(arrived && { completion: arrived }) };
    error = attemptsFailed(code, failure, ledger.close(code), cause, partial);
    onBroken(error);
    return error;
  }

  function complete(): ChatCompletion {
    attempt.succeeded(stream.reportedUsage(), stream.estimatedUsage, stream.upstreamMs);
    return stream.completion() as ChatCompletion;
  }

  return { failed, broken, complete };
}
