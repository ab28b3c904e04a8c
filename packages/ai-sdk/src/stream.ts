import type { LanguageModelV3Usage } from '@ai-sdk/provider';
import type { ChatCompletionChunk, ChatRequest } from '@llm-router/core';
import type { ChatStream, Router } from 'llm-router';
import type { ModelCall, Warning } from './call-options.ts';
import { createStreamParts, type StreamPart } from './stream-parts.ts';
import { toUsage } from './to-answer.ts';
import { readCall, toCallError } from './to-call-error.ts';
import { toChatRequest } from './to-chat-request.ts';

/** How a stream ends that has broken: each specification has its own word. */
export type BrokenWord = 'interrupted' | 'error';

/** A part, or what stands for the end of a broken stream. */
export type StreamedPart<Word extends BrokenWord> =
  | StreamPart
  | { type: 'raw'; rawValue: unknown }
  | { type: 'error'; error: unknown }
  | {
      type: 'finish';
      usage: LanguageModelV3Usage;
      finishReason: { unified: Word; raw: string | undefined };
    };

/**
 * One streamed answer. It rejects until the first content has come; what fails after that is a part of
 * type `error`, and the finish says that the answer is not whole.
 */
export async function stream<Word extends BrokenWord>(
  router: Router,
  model: string,
  call: ModelCall,
  broken: Word,
): Promise<{
  stream: ReadableStream<StreamedPart<Word>>;
  request: { body: ChatRequest };
}> {
  const { request, options, warnings } = readCall(() => toChatRequest(model, call));
  try {
    const answer = router.stream(request, options);
    const pieces = answer[Symbol.asyncIterator]();
    const first = await pieces.next();
    const parts = readParts({ answer, pieces, first, warnings, call, request, broken });
    return { stream: toReadable(parts, pieces), request: { body: request } };
  } catch (error) {
    throw toCallError(error, request, call.abortSignal);
  }
}

interface Begun<Word> {
  readonly answer: ChatStream;
  readonly pieces: AsyncIterator<ChatCompletionChunk>;
  readonly first: IteratorResult<ChatCompletionChunk>;
  readonly warnings: Warning[];
  readonly call: ModelCall;
  readonly request: ChatRequest;
  readonly broken: Word;
}

async function* readParts<Word extends BrokenWord>({
  answer,
  pieces,
  first,
  warnings,
  call,
  request,
  broken,
}: Begun<Word>): AsyncGenerator<StreamedPart<Word>, void> {
  const parts = createStreamParts();
  yield { type: 'stream-start', warnings };
  try {
    for (let step = first; !step.done; step = await pieces.next()) {
      if (call.includeRawChunks === true) yield { type: 'raw', rawValue: step.value };
      yield* parts.add(step.value);
    }
    yield* parts.end(await answer.result);
  } catch (error) {
    yield { type: 'error', error: toCallError(error, request, call.abortSignal) };
    const finishReason = { unified: broken, raw: undefined };
    yield { type: 'finish', usage: toUsage(undefined), finishReason };
  }
}

/** Parts are made when the reader asks for them; to cancel is to leave, which stops upstream. */
function toReadable<T>(
  parts: AsyncGenerator<T, void>,
  pieces: AsyncIterator<unknown>,
): ReadableStream<T> {
  return new ReadableStream<T>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
