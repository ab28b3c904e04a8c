import type { ErrorClassification, RouterErrorCode } from '@llm-router/core';
import { decideNext } from '@llm-router/retry';
import type { Asked } from './ask-provider.ts';

/** How a chain ends without an answer. */
export interface End {
  readonly code: RouterErrorCode;
  readonly what: string;
}

export const aborted: End = { code: 'aborted', what: 'The request was aborted' };
export const tooLate: End = {
  code: 'deadline_exceeded',
  what: 'No time is left for another attempt',
};

export function allExhausted(count: number): End {
  const what =
    count === 1 ? 'The only provider is exhausted' : `All ${count} providers are exhausted`;
  return { code: 'all_failed', what };
}

/** How to end after a provider has failed, or `undefined` where the next one is asked. */
export function endAfter(
  { code, failure }: Extract<Asked<unknown>, { ok: false }>,
  state: {
    readonly providersAsked: number;
    readonly hasNext: boolean;
    readonly attemptsLeft: number;
    readonly nowMs: number;
  },
): End | undefined {
  if (code === 'aborted') return aborted;
  // Its own retries are behind it: what is left to decide is whether another may take over.
  const spent: ErrorClassification = { ...failure.classification, retryable: false };
  const { providersAsked, hasNext, attemptsLeft, nowMs } = state;
  const attempt = failure.attempts;
  const next = decideNext(spent, { attempt, attemptsLeft, nowMs, hasNext }, { backoff: () => 0 });
  if (next.do !== 'fail') return undefined;
  if (code === 'deadline_exceeded') return tooLate;
  // A failure of the last one's own exhausts the chain, whatever it was in particular.
  if (spent.failover && !hasNext) return allExhausted(providersAsked);
  const what =
    attemptsLeft <= 0
      ? 'No attempt is left'
      : `No provider can answer: ${failure.provider} refused`;
  return { code: next.code, what };
}
