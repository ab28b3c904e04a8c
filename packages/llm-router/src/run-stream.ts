import type { ChatCompletion, ChatCompletionChunk, RouterError } from '@llm-router/core';
import { type Commitment, left } from './chat-stream.ts';
import { attemptsFailed } from './failures.ts';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { route } from './route.ts';
import type { ChatAnswer } from './send-chat.ts';
import { type OpenStream, sendStream } from './send-stream.ts';

/** Runs one streamed call: pieces come out as they arrive, the whole at the end. */
export async function* runStream(
  call: Call,
  house: House,
  ledger: LedgerWriter,
  onCommitted: (commitment: Commitment) => void,
): AsyncGenerator<ChatCompletionChunk, ChatAnswer, void> {
  const stream = await route(call, house, ledger, sendStream(house));
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

  const ending = createEnding(stream, call, ledger);
  const onAbort = () => ending.broken(attempt.scope.signal.reason);
  // The caller's abort settles at once, even where nobody asks for the next piece.
  attempt.scope.signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
      if (piece.choices.length > 0 || call.request.stream_options?.include_usage) yield piece;
    }
    return { completion: ending.complete(), room: attempt.room };
  } catch (error) {
    throw ending.broken(error);
  } finally {
    attempt.scope.signal.removeEventListener('abort', onAbort);
  }
}

/** How a committed stream ends: whole, or broken with what had arrived. Once. */
function createEnding(stream: OpenStream, call: Call, ledger: LedgerWriter) {
  const { attempt } = stream;
  let error: RouterError | undefined;

  function broken(cause: unknown): RouterError {
    if (error !== undefined) return error;
    const isLeft = cause === left || call.options.signal?.aborted === true;
    const reason = cause === left ? new DOMException('The consumer left', 'AbortError') : cause;
    const failure = attempt.failed(reason, stream.reportedUsage() ?? stream.estimatedUsage());
    attempt.decided({ do: 'fail' });
    const code = isLeft ? 'aborted' : 'stream_broken';
    const partial = stream.partial();
    error = attemptsFailed(code, failure, ledger.close(code), reason, partial);
    attempt.scope.abort(reason);
    stream.stop();
    return error;
  }

  function complete(): ChatCompletion {
    attempt.succeeded(stream.reportedUsage(), stream.estimatedUsage);
    return stream.completion() as ChatCompletion;
  }

  return { broken, complete };
}
