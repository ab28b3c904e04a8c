import type { ChatCompletionChunk, Usage } from '@llm-router/core';
import { toWireError } from './wire-error.ts';
import type { StreamFrames } from './wire-face.ts';

export interface EventStreamOptions {
  /** The piece that was waited for before the answer began. */
  readonly first: IteratorResult<ChatCompletionChunk, unknown>;
  readonly pieces: AsyncIterator<ChatCompletionChunk, unknown>;
  readonly frames: StreamFrames;
  /** The usage of the whole answer, once all pieces have come. */
  readonly usage: () => Promise<Usage | undefined>;
  readonly signal: AbortSignal | undefined;
}

/**
 * The body of a streamed answer. A piece is fetched when the reader asks for one, so a slow reader
 * slows the source down. To cancel the body is to leave the stream, which stops upstream.
 */
export function openEventStream(options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { pieces, frames, usage, signal } = options;
  const encoder = new TextEncoder();
  let first: IteratorResult<ChatCompletionChunk, unknown> | undefined = options.first;

  /** The next frames that say something, and whether they are the last. */
  async function nextFrames(): Promise<{ readonly text: string; readonly isLast: boolean }> {
    while (true) {
      const step = first ?? (await pieces.next());
      first = undefined;
      if (step.done) return { text: frames.end(await usage()), isLast: true };
      const text = frames.piece(step.value);
      if (text !== '') return { text, isLast: false };
    }
  }

  return new ReadableStream(
    {
      async pull(controller) {
        try {
          // As with `fetch`, what had arrived is gone too.
          signal?.throwIfAborted();
          const { text, isLast } = await nextFrames();
          controller.enqueue(encoder.encode(text));
          if (isLast) controller.close();
        } catch (error) {
          if (signal?.aborted) {
            controller.error(signal.reason);
            return;
          }
          controller.enqueue(encoder.encode(frames.error(toWireError(error))));
          controller.close();
        }
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
