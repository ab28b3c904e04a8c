import { type ChatRequest, RouterError } from '@llm-router/core';

export type BatchRequests = Iterable<ChatRequest | string> | AsyncIterable<ChatRequest | string>;

/** The requests of a batch, read one after the other while there is room for them. */
export interface BatchSource {
  /** Reads on in the background until there is no room, or no request. */
  readOn(): void;
  /** Nothing more will come. */
  readonly isEmpty: boolean;
  /** What the source threw. */
  readonly failure: { readonly error: unknown } | undefined;
  /** Lets go of the source. */
  close(): Promise<void>;
}

export interface BatchSourceOptions {
  readonly hasRoom: () => boolean;
  readonly onRequest: (request: ChatRequest | string) => void;
  /** Reading has paused, ended or failed. */
  readonly onPause: () => void;
}

/** Makes a source. Who waits for its next request can do something else meanwhile. */
export function createBatchSource(
  requests: BatchRequests,
  { hasRoom, onRequest, onPause }: BatchSourceOptions,
): BatchSource {
  const items = iterate(requests);
  let isReading = false;
  let isEmpty = false;
  let failure: { readonly error: unknown } | undefined;

  async function read(): Promise<void> {
    isReading = true;
    try {
      while (!isEmpty && hasRoom()) {
        const next = await items.next();
        if (next.done) isEmpty = true;
        else onRequest(next.value);
      }
    } catch (error) {
      isEmpty = true;
      failure = { error };
    }
    isReading = false;
    onPause();
  }

  return {
    readOn() {
      if (!isReading && !isEmpty && hasRoom()) void read();
    },
    get isEmpty() {
      return isEmpty;
    },
    get failure() {
      return failure;
    },
    async close() {
      const closing = items.return?.();
      // A source that is stuck in a read would never let go.
      if (isReading) closing?.catch(() => {});
      else await closing;
    },
  };
}

function iterate(requests: BatchRequests): AsyncIterator<ChatRequest | string> {
  if (typeof requests === 'string') throw noList('a prompt: give it in a list');
  if (typeof requests !== 'object' || requests === null) {
    throw noList(`${String(requests)}: give a list or another iterable`);
  }
  if (Symbol.asyncIterator in requests) return requests[Symbol.asyncIterator]();
  if (!(Symbol.iterator in requests)) throw noList('an object: give a list or another iterable');
  const items = requests[Symbol.iterator]();
  return {
    next: async () => items.next(),
    return: async () => items.return?.() ?? { done: true, value: undefined },
  };
}

function noList(problem: string): RouterError {
  return new RouterError('invalid_request', `batch: the requests are ${problem}.`);
}
