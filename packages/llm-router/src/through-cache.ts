import {
  type Alarm,
  type ChatCompletion,
  createAbortScope,
  isRouterError,
  RouterError,
} from '@llm-router/core';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import type { AnswerCache } from './share-loads.ts';
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
  const { cache: mode = 'use' } = call.options;
  if (cache === undefined || mode === 'off') return dispatch(call);
  ledger.cache('miss');
  if (mode === 'refresh') {
    const answer = await dispatch(call);
    cache.set(call.request, answer.completion, call);
    return answer;
  }
  while (true) {
    const answer = await loadOrJoin(call, cache, house, ledger, dispatch);
    if (answer !== undefined) return answer;
  }
}

/** One try; `undefined` where the call had joined one that ran out of a time which was not its own. */
async function loadOrJoin(
  call: Call,
  cache: AnswerCache,
  house: House,
  ledger: LedgerWriter,
  dispatch: Dispatch<ChatAnswer>,
): Promise<ChatAnswer | undefined> {
  const { tenant, deadline } = call;
  const scope = createAbortScope(house.alarms, {
    signal: call.options.signal,
    onDeadline: tooLate,
  });
  // A load that someone else began has its own deadline; this caller keeps theirs.
  const alarm: Alarm | undefined = Number.isFinite(deadline)
    ? house.alarms.set(deadline, () => scope.abort(tooLate()))
    : undefined;
  let own: { readonly work: Promise<ChatAnswer>; readonly signal: AbortSignal } | undefined;
  try {
    const { completion, source } = await cache.getOrLoad(
      call.request,
      { tenant, deadline, signal: scope.signal },
      async (signal) => {
        alarm?.cancel();
        own = { work: dispatch({ ...call, options: { ...call.options, signal } }), signal };
        return (await own.work).completion;
      },
    );
    if (own !== undefined) return await own.work;
    if (source !== 'loaded') ledger.cache('hit');
    return { completion };
  } catch (error) {
    // Nobody else wanted it, so how it ended is this call's own end.
    if (own?.signal.aborted) return await own.work;
    if (scope.signal.reason instanceof RouterError) throw scope.signal.reason;
    const isOthers = own === undefined && !scope.signal.aborted && house.clock.now() < deadline;
    if (isOthers && isRouterError(error, 'deadline_exceeded')) return undefined;
    throw error;
  } finally {
    alarm?.cancel();
    scope.end();
  }
}

/** A stored answer for a stream. Streams do not share a flight: each caller wants to see it come. */
export async function readStored(
  call: Call,
  house: House,
  ledger: LedgerWriter,
): Promise<ChatCompletion | undefined> {
  const { tenant, deadline } = call;
  const { cache: mode = 'use', signal } = call.options;
  if (house.cache === undefined || mode === 'off') return undefined;
  const isAsked = mode === 'use' && !signal?.aborted;
  const stored = isAsked
    ? await house.cache.get(call.request, { tenant, deadline, signal })
    : undefined;
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
    'The deadline passed while the same request of someone else was under way, or the cache was slow to answer it. Give it more time.',
    { retryable: true },
  );
}
