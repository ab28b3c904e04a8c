import {
  type ChatCompletion,
  type ChatCompletionChunk,
  onAbort,
  type RouterError,
} from '@llm-router/core';
import { replay } from '@llm-router/response-cache';
import type { StreamTies } from './chat-stream.ts';
import { attemptsFailed } from './failures.ts';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { route } from './route.ts';
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
    yield* replayStored(stored, call, onCommitted);
    return { completion: stored };
  }
  const stream = await route(call, house, ledger, streamedAnswer(house));
  const { attempt } = stream;
  const { deployment } = attempt.room;
  const commitment = {
    deployment: deployment.id,
    model: deployment.model,
    attempts: attempt.number,
  };
  onCommitted(commitment);
  house.events.emit({
    type: 'stream-committed',
    at: house.clock.now(),
    ledgerId: ledger.id,
    deployment: deployment.id,
    firstContentMs: house.clock.now() - ledger.at,
  });

  const ending = createEnding(stream, call, ledger, onBroken);
  // The caller's abort settles at once, even where nobody asks for the next piece.
  const { signal } = attempt.scope;
  const unfollow = onAbort(signal, () => ending.broken(signal.reason));
  try {
    for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
      if (piece.choices.length > 0 || call.request.stream_options?.include_usage) yield piece;
    }
  } catch (error) {
    throw ending.broken(error);
  } finally {
    unfollow();
  }
  const completion = ending.complete();
  store(completion, call, house);
  return { completion, room: attempt.room };
}

/** A stored answer comes as a stream all the same. */
async function* replayStored(
  stored: ChatCompletion,
  call: Call,
  onCommitted: StreamTies['onCommitted'],
): AsyncGenerator<ChatCompletionChunk, void, void> {
  onCommitted({ deployment: 'cache', model: stored.model, attempts: 0 });
  for await (const piece of replay(stored)) {
    if (piece.choices.length > 0 || call.request.stream_options?.include_usage) yield piece;
  }
}

/** How a committed stream ends: whole, or broken with what had arrived. Once. */
function createEnding(
  stream: OpenStream,
  call: Call,
  ledger: LedgerWriter,
  onBroken: (error: RouterError) => void,
) {
  const { attempt } = stream;
  let error: RouterError | undefined;

  function broken(cause: unknown): RouterError {
    if (error !== undefined) return error;
    const failure = attempt.failed(cause, stream.reportedUsage() ?? stream.estimatedUsage());
    attempt.decided({ do: 'fail' });
    const code = call.options.signal?.aborted ? 'aborted' : 'stream_broken';
    error = attemptsFailed(code, failure, ledger.close(code), cause, stream.partial());
    attempt.scope.abort(cause);
    stream.stop();
    onBroken(error);
    return error;
  }

  function complete(): ChatCompletion {
    attempt.succeeded(stream.reportedUsage(), stream.estimatedUsage);
    return stream.completion() as ChatCompletion;
  }

  return { broken, complete };
}
