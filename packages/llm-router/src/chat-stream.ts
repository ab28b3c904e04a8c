import { type ChatCompletionChunk, onAbort, RouterError } from '@llm-router/core';
import type { ChatResult, ChatStream } from './router.ts';

/** What `committed` resolves with. */
export type Commitment = Awaited<ChatStream['committed']>;

/** What a running stream and its consumer tell each other. */
export interface StreamTies {
  readonly onCommitted: (commitment: Commitment) => void;
  /** The stream has failed, whether or not anyone waits for a piece. */
  readonly onFailed: (error: RouterError) => void;
  /** Aborts when the consumer leaves. */
  readonly left: AbortSignal;
}

/** Runs a stream from start to end: yields its pieces and returns the whole. */
export type RunStream = (ties: StreamTies) => AsyncGenerator<ChatCompletionChunk, ChatResult, void>;

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A promise to be settled later, whose rejection may go unheard. */
function defer<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  promise.catch(() => {});
  return { promise, ...(settle as Omit<Deferred<T>, 'promise'>) };
}

/**
 * Gives a running stream its faces: the pieces, the text, the moment of commitment, the whole.
 *
 * @param closed ends the stream when it aborts, also where the reader holds it without reading
 */
export function createChatStream(run: RunStream, closed: AbortSignal): ChatStream {
  const committed = defer<Commitment>();
  const result = defer<ChatResult>();
  const leaving = new AbortController();
  let taken = false;
  let unfollow = () => {};

  function onFailed(error: unknown): void {
    unfollow();
    committed.reject(error);
    result.reject(error);
  }

  async function* pieces(): AsyncGenerator<ChatCompletionChunk, void, void> {
    const pieces = run({ onCommitted: committed.resolve, onFailed, left: leaving.signal });
    let isOver = false;
    unfollow = onAbort(closed, () => {
      leaving.abort(closed.reason);
      // Between two pieces it would end only with the next read.
      pieces.throw(closed.reason).then(undefined, onFailed);
    });
    try {
      for (let piece = await pieces.next(); ; piece = await pieces.next()) {
        if (piece.done) {
          isOver = true;
          unfollow();
          result.resolve(piece.value);
          // What has been ended from outside looks complete.
          await result.promise;
          return;
        }
        yield piece.value;
      }
    } catch (error) {
      isOver = true;
      onFailed(error);
      throw error;
    } finally {
      // The run ends with an error that only `result` tells of.
      if (!isOver) await pieces.throw(leaving.signal.reason).then(undefined, onFailed);
    }
  }

  function take(): AsyncIterableIterator<ChatCompletionChunk> {
    if (taken) {
      throw new RouterError(
        'invalid_request',
        'A stream can be read once. Read `result` for the whole answer, or ask again.',
      );
    }
    taken = true;
    const running = pieces();
    let isStarted = false;
    return {
      next() {
        isStarted = true;
        return running.next();
      },
      return() {
        if (!isStarted) {
          onFailed(new RouterError('aborted', 'The consumer left before the stream began.'));
        }
        // At once, even where a piece is awaited: `return` alone would queue up behind it.
        leaving.abort(new DOMException('The consumer left', 'AbortError'));
        return running.return();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /** Reading `result` alone runs the stream, unless someone starts to iterate at the same moment. */
  async function drain(): Promise<void> {
    await Promise.resolve();
    if (taken) return;
    try {
      for await (const _piece of take()) {
        // Only the whole is wanted.
      }
    } catch {
      // `result` has it.
    }
  }

  return {
    get committed() {
      return committed.promise;
    },
    get result() {
      if (!taken) void drain();
      return result.promise;
    },
    [Symbol.asyncIterator]: take,
    async *text() {
      for await (const { choices } of take()) {
        const text = choices.find(({ index }) => index === 0)?.delta.content;
        if (text) yield text;
      }
    },
  };
}
