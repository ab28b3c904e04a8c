import {
  addCosts,
  type CallOptions,
  type ChatRequest,
  type Clock,
  type Cost,
  isRouterError,
  onAbort,
  RouterError,
  readOptions,
} from '@llm-router/core';
import type { BatchItem, BatchOptions, BatchProgress, ChatResult } from './router-config.ts';

type Requests = Iterable<ChatRequest | string> | AsyncIterable<ChatRequest | string>;
type Chat = (request: ChatRequest | string, options: CallOptions) => Promise<ChatResult>;

/** Ends the items that are still running when nobody wants them any more. */
const notWanted = new Error('the batch has ended');

/**
 * Answers many requests and yields them as they finish. Up to `concurrency` are in progress at once;
 * what has finished and is not taken yet counts as in progress, so a slow reader holds the batch back.
 */
export async function* runBatch(
  requests: Requests,
  options: BatchOptions,
  chat: Chat,
  clock: Clock,
): AsyncGenerator<BatchItem, void, void> {
  const { onProgress, continueOnError = true, signal } = options;
  const { concurrency, call } = readBatchOptions(options);
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  if (signal?.aborted) abort();
  const unfollow = signal && onAbort(signal, abort);
  const progress = createProgress(clock, totalOf(requests));
  const source = iterate(requests);
  const finished: BatchItem[] = [];
  let running = 0;
  let index = 0;
  let isSourceEmpty = false;
  let wake = () => {};

  async function answer(item: { index: number; request: ChatRequest | string }): Promise<void> {
    try {
      const result = await chat(item.request, { ...call, signal: stop.signal });
      finished.push({ ...item, ok: true, result });
    } catch (error) {
      finished.push({ ...item, ok: false, error: toRouterError(error) });
    }
    running -= 1;
    wake();
  }

  try {
    while (true) {
      while (!isSourceEmpty && !stop.signal.aborted && running + finished.length < concurrency) {
        const next = await source.next();
        if (next.done) {
          isSourceEmpty = true;
          progress.sourceEnded(index);
        } else {
          running += 1;
          void answer({ index: index++, request: next.value });
        }
        if (finished.length > 0) break;
      }
      if (finished.length === 0) {
        if (stop.signal.aborted && running === 0) throw batchAborted(stop.signal);
        if (running === 0) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      for (let item = finished.shift(); item !== undefined; item = finished.shift()) {
        progress.add(item);
        onProgress?.(progress.read());
        yield item;
        if (!item.ok && !continueOnError) throw item.error;
      }
    }
  } finally {
    stop.abort(notWanted);
    unfollow?.();
    await source.return?.();
  }
}

function readBatchOptions(options: BatchOptions): { concurrency: number; call: CallOptions } {
  const { concurrency: _concurrency, continueOnError: _, onProgress: __, ...call } = options;
  const read = readOptions<Pick<BatchOptions, 'concurrency'>>(
    'batch',
    options.concurrency === undefined ? {} : { concurrency: options.concurrency },
    ['concurrency'],
  );
  return {
    concurrency: read.number('concurrency', { default: 1000, min: 1, infinite: true }),
    // Items wait for their limits as long as it takes, unless the caller says otherwise.
    call: { timeoutMs: Number.POSITIVE_INFINITY, ...call },
  };
}

function iterate(requests: Requests): AsyncIterator<ChatRequest | string> {
  if (Symbol.asyncIterator in requests) return requests[Symbol.asyncIterator]();
  const items = requests[Symbol.iterator]();
  return {
    next: async () => items.next(),
    return: async () => items.return?.() ?? { done: true, value: undefined },
  };
}

function totalOf(requests: Requests): number | undefined {
  return Array.isArray(requests) ? requests.length : undefined;
}

function batchAborted({ reason }: AbortSignal): RouterError {
  return new RouterError('aborted', 'The caller aborted the batch.', { cause: reason });
}

function toRouterError(error: unknown): RouterError {
  if (isRouterError(error)) return error;
  return new RouterError('all_failed', `Unexpected: ${String(error)}`, { cause: error });
}

function createProgress(clock: Clock, known: number | undefined) {
  const startedAt = clock.now();
  let total = known;
  let completed = 0;
  let failed = 0;
  let cost: Cost = addCosts([]);

  return {
    sourceEnded(count: number) {
      total = count;
    },
    add(item: BatchItem) {
      completed += 1;
      if (item.ok) cost = addCosts([cost, item.result.cost]);
      else failed += 1;
    },
    read(): BatchProgress {
      const seconds = (clock.now() - startedAt) / 1000;
      const requestsPerSecond = seconds > 0 ? completed / seconds : 0;
      return {
        completed,
        total,
        failed,
        percent: total === undefined ? undefined : total === 0 ? 100 : (100 * completed) / total,
        requestsPerSecond,
        cost,
        etaSeconds:
          total === undefined || requestsPerSecond === 0
            ? undefined
            : (total - completed) / requestsPerSecond,
      };
    },
  };
}
