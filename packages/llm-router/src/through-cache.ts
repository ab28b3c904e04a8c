import { type ChatCompletion, createAbortScope, RouterError } from '@llm-router/core';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import type { ChatAnswer } from './whole-answer.ts';

/** Sends a call on through the rest of the pipeline. */
export type Dispatch<T> = (call: Call) => Promise<T>;

/**
 * Answers from the cache where it can. Else the first who asks dispatches, and all who ask the same
 * meanwhile get that answer.
 */
export async function throughCache(
  call: Call,
  house: House,
  ledger: LedgerWriter,
  dispatch: Dispatch<ChatAnswer>,
): Promise<ChatAnswer> {
  const { cache } = house;
  const { cache: mode = 'use', signal } = call.options;
  if (cache === undefined || mode === 'off') return dispatch(call);
  if (mode === 'refresh') {
    ledger.cache('miss');
    const answer = await dispatch(call);
    cache.set(call.request, answer.completion, call);
    return answer;
  }
  let own: ChatAnswer | undefined;
  // A load that someone else began has its own deadline; this caller keeps theirs.
  const scope = createAbortScope(house.alarms, {
    signal,
    deadline: Number.isFinite(call.deadline) ? call.deadline : undefined,
    onDeadline: tooLate,
  });
  try {
    const { completion, source } = await cache.getOrLoad(
      call.request,
      { tenant: call.tenant, signal: scope.signal },
      async (shared) => {
        ledger.cache('miss');
        own = await dispatch({ ...call, options: { ...call.options, signal: shared } });
        return own.completion;
      },
    );
    if (own !== undefined) return own;
    if (source !== 'loaded') ledger.cache('hit');
    return { completion };
  } catch (error) {
    throw scope.signal.reason instanceof RouterError ? scope.signal.reason : error;
  } finally {
    scope.end();
  }
}

/** A stored answer for a stream. Streams do not share a flight: each caller wants to see it come. */
export function readStored(
  call: Call,
  house: House,
  ledger: LedgerWriter,
): ChatCompletion | undefined {
  const { cache: mode = 'use' } = call.options;
  if (house.cache === undefined || mode === 'off') return undefined;
  const stored = mode === 'use' ? house.cache.get(call.request, call) : undefined;
  ledger.cache(stored === undefined ? 'miss' : 'hit');
  if (stored !== undefined) ledger.analyzed(house.analyze(call.request));
  return stored;
}

/** Keeps the answer of a stream that has ended well. */
export function store(completion: ChatCompletion, call: Call, house: House): void {
  if (call.options.cache !== 'off') house.cache?.set(call.request, completion, call);
}

function tooLate(): RouterError {
  return new RouterError(
    'deadline_exceeded',
    'The deadline passed while the same request of someone else was under way. Give it more time.',
    { retryable: true },
  );
}
