import type { Backoff, ErrorClassification, RouterErrorCode } from '@llm-router/core';

/** Where a request stands when an attempt has failed. */
export interface DecisionState {
  /** Attempts made on this candidate, the failed one included: 1 after the first. */
  readonly attempt: number;
  /** Attempts that the whole request may still make. */
  readonly attemptsLeft: number;
  readonly nowMs: number;
  /** Epoch milliseconds. */
  readonly deadlineMs?: number;
  /** Whether another candidate is left to go to. */
  readonly hasNext: boolean;
}

/** The caller's wishes. */
export interface DecisionPolicy {
  readonly backoff: Backoff;
  /** Retries on one candidate before another is asked, if there is one. @defaultValue 0 */
  readonly retriesBeforeNext?: number;
  /**
   * Statuses to retry. Where the failure has a status, the list decides instead of the
   * classification; exhausted money is never retried.
   */
  readonly retryOnStatusCodes?: readonly number[];
  /** Statuses to go to another candidate for, in the same way. */
  readonly fallbackOnStatusCodes?: readonly number[];
}

export type Decision =
  | { readonly do: 'retry'; readonly delayMs: number }
  | { readonly do: 'next' }
  | { readonly do: 'fail'; readonly code: RouterErrorCode };

/**
 * Decides what follows a failure: the same candidate again after a delay, another candidate, or the
 * end. A pure function: `retry`, the fallback chain and the router's loop all drive this one.
 *
 * It never waits less than the provider stated, and never past the deadline: a wait that would is
 * exchanged for another candidate, or for an error now.
 */
export function decideNext(
  failure: ErrorClassification,
  state: DecisionState,
  policy: DecisionPolicy,
): Decision {
  if (failure.category === 'aborted') return { do: 'fail', code: 'aborted' };
  if (state.attemptsLeft <= 0) return { do: 'fail', code: failureCode(failure) };
  const mayRetry =
    failure.category !== 'quota_exhausted' &&
    (isListed(failure, policy.retryOnStatusCodes) ?? failure.retryable);
  const mayMove =
    state.hasNext && (isListed(failure, policy.fallbackOnStatusCodes) ?? failure.failover);
  const isPatient = state.attempt <= (policy.retriesBeforeNext ?? 0);
  if (mayRetry && (isPatient || !mayMove)) {
    // A backoff of the caller's own need not know of hints.
    const stated = waitStatedBy(failure);
    const delayMs = Math.max(policy.backoff(state.attempt, stated), stated?.retryAfterMs ?? 0);
    const isInTime = state.deadlineMs === undefined || state.nowMs + delayMs < state.deadlineMs;
    if (isInTime) return { do: 'retry', delayMs };
    if (!mayMove) return { do: 'fail', code: 'deadline_exceeded' };
  }
  return mayMove ? { do: 'next' } : { do: 'fail', code: failureCode(failure) };
}

/** The code of the error that ends a request with this failure. */
export function failureCode({ category }: ErrorClassification): RouterErrorCode {
  switch (category) {
    case 'aborted':
      return 'aborted';
    case 'invalid_request':
    case 'context_length':
    case 'content_policy':
      return 'invalid_request';
    default:
      return 'all_failed';
  }
}

/** Whether a status list names the failure; `undefined` where the list has nothing to say about it. */
function isListed(
  failure: ErrorClassification,
  statuses: readonly number[] | undefined,
): boolean | undefined {
  if (statuses === undefined || failure.status === undefined) return undefined;
  return statuses.includes(failure.status);
}

function waitStatedBy({ retryAfterMs }: ErrorClassification): { retryAfterMs: number } | undefined {
  return retryAfterMs === undefined ? undefined : { retryAfterMs };
}
