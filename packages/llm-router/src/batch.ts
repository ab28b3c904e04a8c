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
import { type BatchRequests, createBatchSource } from './batch-source.ts';
import { checkCallOptions, checkIsOptions } from './check-call-options.ts';
import type { BatchItem, BatchOptions, BatchProgress, ChatResult } from './router.ts';

type Chat = (request: ChatRequest | string, options: CallOptions) => Promise<ChatResult>;

/** Ends the items that are still running when nobody wants them any more. */
const notWanted = new Error('the batch has ended');

/**
 * Answers many requests and yields them as they finish. Up to `concurrency` are in progress at once;
 * what has finished and is not taken yet counts as in progress, so a slow reader holds the batch back.
 */
export async function* runBatch(
  requests: BatchRequests,
  options: BatchOptions,
  chat: Chat,
  clock: Clock,
): AsyncGenerator<BatchItem, void, void> {
  const { concurrency, continueOnError, onProgress, call } = readBatchOptions(options);
  const stop = new AbortController();
  const progress = createProgress(clock, totalOf(requests));
  const finished: BatchItem[] = [];
  let running = 0;
  let index = 0;
  let wake = () => {};
  const source = createBatchSource(requests, {
    hasRoom: () => !stop.signal.aborted && running + finished.length < concurrency,
    onRequest(request) {
      // It may come when nobody wants it any more.
      if (!stop.signal.aborted) void answer({ index: index++, request });
    },
    onPause: () => wake(),
  });
  const unfollow = follow(call.signal, (reason) => {
    stop.abort(reason);
    wake();
  });

  async function answer(item: { index: number; request: ChatRequest | string }): Promise<void> {
    running += 1;
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
      source.readOn();
      const item = finished.shift();
      if (item !== undefined) {
        if (source.isEmpty) progress.sourceEnded(index);
        progress.add(item);
        tell(onProgress, progress);
        yield item;
        if (!item.ok && !continueOnError) throw item.error;
        continue;
      }
      if (running === 0 && source.failure !== undefined) throw sourceFailed(source.failure.error);
      if (running === 0 && stop.signal.aborted) throw batchAborted(stop.signal);
      if (running === 0 && source.isEmpty) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stop.abort(notWanted);
    unfollow();
    await source.close();
  }
}

function follow(signal: AbortSignal | undefined, listener: (reason: unknown) => void): () => void {
  if (signal === undefined) return () => {};
  if (signal.aborted) listener(signal.reason);
  return onAbort(signal, () => listener(signal.reason));
}

/** A listener that throws never breaks the batch. */
function tell(
  onProgress: BatchOptions['onProgress'],
  progress: { readonly read: () => BatchProgress },
): void {
  try {
    onProgress?.(progress.read());
  } catch {
    // It is the listener's own affair.
  }
}

function readBatchOptions(options: BatchOptions) {
  checkIsOptions('batch', options);
  const { concurrency, continueOnError, onProgress, ...call } = options;
  const own = { concurrency, continueOnError, onProgress } as BatchOptions;
  const read = readOptions<BatchOptions>('batch', own, [
    'concurrency',
    'continueOnError',
    'onProgress',
  ]);
  checkCallOptions(call);
  return {
    concurrency: read.number('concurrency', { default: 1000, min: 1, infinite: true }),
    continueOnError: read.boolean('continueOnError', true),
    onProgress: read.callback('onProgress', onProgress),
    // Items wait for their limits as long as it takes, unless the caller says otherwise.
    call: { timeoutMs: Number.POSITIVE_INFINITY, ...call },
  };
}

function totalOf(requests: BatchRequests): number | undefined {
  return Array.isArray(requests) ? requests.length : undefined;
}

function batchAborted({ reason }: AbortSignal): RouterError {
  return new RouterError('aborted', 'The caller aborted the batch.', { cause: reason });
}

function sourceFailed(cause: unknown): RouterError {
  if (isRouterError(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `batch: the list of requests broke off: ${reason}`;
  return new RouterError('invalid_request', message, { cause });
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
      const ledger = item.ok ? item.result.ledger : item.error.ledger;
      if (ledger !== undefined) cost = addCosts([cost, ledger.cost]);
      if (!item.ok) failed += 1;
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
