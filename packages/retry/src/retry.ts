import { type BackoffOptions, createBackoff } from '@llm-router/backoff';
import {
  type AbortScope,
  type Backoff,
  type ClassifyError,
  type Clock,
  createAbortScope,
  createAlarms,
  type ErrorClassification,
  invalidConfig,
  isAbortSignal,
  RouterError,
  type RouterErrorCode,
  readOptions,
  systemClock,
} from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { decideNext } from './decide-next.ts';

/** One failed attempt. */
export interface FailedAttempt {
  /** 1 for the first. */
  readonly number: number;
  readonly error: unknown;
  readonly classification: ErrorClassification;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the callbacks are told. */
export interface RetryReport<C> {
  /** Every failure so far, oldest first. */
  readonly history: readonly FailedAttempt[];
  /** The caller's own context, as given. */
  readonly context: C;
}

export interface RetryOptions<C = undefined> {
  /** Attempts in all, the first included. @defaultValue 5 */
  readonly maxAttempts?: number;
  /** Epoch milliseconds; nothing goes on past it. */
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  /** A backoff, or the options of one. @defaultValue full jitter from 1 s, doubling, up to 60 s */
  readonly backoff?: Backoff | BackoffOptions;
  /** Statuses that decide instead of the classification. */
  readonly retryOnStatusCodes?: readonly number[];
  /** @defaultValue `classifyError` */
  readonly classify?: ClassifyError;
  /** Whose errors they are; helps the classification. */
  readonly provider?: string;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
  /** Handed to the callbacks. */
  readonly context?: C;
  /** Before the wait for the next attempt. */
  readonly onRetry?: (report: RetryReport<C> & { readonly delayMs: number }) => void;
  readonly onSuccess?: (report: RetryReport<C> & { readonly attempts: number }) => void;
  /** When no attempt is left to make. */
  readonly onFailure?: (report: RetryReport<C> & { readonly error: RouterError }) => void;
}

/** What an attempt is given. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** Aborts with the caller's signal and at the deadline. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly deadline: number | undefined;
}

/**
 * Calls `operation` until it succeeds, fails in a way that no retry can mend, has used up its
 * attempts, or the deadline comes. Waits are never shorter than what the server stated.
 *
 * @example
 * const answer = await retry(({ signal }) =>
 *   openai.chat.completions.create(body, { signal, maxRetries: 0 }),
 * );
 *
 * @throws RouterError with the last failure as `cause`, its category and its status
 */
export async function retry<T, C = undefined>(
  operation: (attempt: Attempt) => Promise<T>,
  options: RetryOptions<C> = {},
): Promise<T> {
  if (typeof operation !== 'function') {
    throw invalidConfig('retry: the operation', operation, 'a function');
  }
  const { clock, deadline, classify, maxAttempts, policy, context } = readRetryOptions(options);
  const history: FailedAttempt[] = [];
  const scope = createAbortScope(createAlarms(clock), {
    signal: options.signal,
    deadline,
    onDeadline: () => deadlinePassed,
  });

  /** What the callbacks are told: the history as it is now, theirs to keep. */
  const report = <E extends object>(extra: E) => ({ history: [...history], context, ...extra });

  function giveUp(code: RouterErrorCode): RouterError {
    const error = finalError(code, history, scope);
    tell(options.onFailure, report({ error }));
    return error;
  }

  try {
    if (deadline !== undefined && clock.now() >= deadline) scope.abort(deadlinePassed);
    for (let number = 1; ; number++) {
      if (scope.signal.aborted) throw giveUp('aborted');
      const outcome = await attempt(operation, { number, signal: scope.signal, deadline }, scope);
      if (outcome.ok) {
        tell(options.onSuccess, report({ attempts: number }));
        return outcome.value;
      }
      const now = clock.now();
      const classification = classify(outcome.error, { now, ...readProvider(options) });
      history.push({ number, error: outcome.error, classification, at: now });
      if (scope.signal.aborted) throw giveUp('aborted');
      const state = { attempt: number, attemptsLeft: maxAttempts - number, nowMs: now };
      const next = decideNext(
        classification,
        { ...state, hasNext: false, ...(deadline !== undefined && { deadlineMs: deadline }) },
        policy,
      );
      if (next.do !== 'retry') throw giveUp(next.do === 'fail' ? next.code : 'all_failed');
      tell(options.onRetry, report({ delayMs: next.delayMs }));
      // Where it was broken off, the next turn sees why.
      await clock.sleep(next.delayMs, scope.signal).catch(() => {});
    }
  } finally {
    scope.end();
  }
}

/** The reason with which the deadline aborts an attempt. */
const deadlinePassed = new DOMException('the deadline passed', 'TimeoutError');

/** Calls a listener; one that throws or rejects breaks neither the request nor the process. */
function tell<R>(listener: ((report: R) => unknown) | undefined, report: R): void {
  try {
    const outcome = listener?.(report);
    if (outcome instanceof Promise) outcome.catch(() => {});
  } catch {
    // As above.
  }
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; error: unknown };

async function attempt<T>(
  operation: (attempt: Attempt) => Promise<T>,
  given: Attempt,
  scope: AbortScope,
): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await scope.race(operation(given)) };
  } catch (error) {
    return { ok: false, error };
  }
}

function finalError(
  code: RouterErrorCode,
  history: readonly FailedAttempt[],
  { signal }: AbortScope,
): RouterError {
  const last = history.at(-1);
  const isLate = signal.aborted && signal.reason === deadlinePassed;
  const attempts = `${history.length} attempt${history.length === 1 ? '' : 's'}`;
  const told = last === undefined ? '' : `: ${last.classification.message || 'it gave no reason'}`;
  const why = isLate
    ? 'The deadline passed'
    : signal.aborted
      ? 'The caller aborted'
      : code === 'deadline_exceeded'
        ? 'The next retry would come after the deadline'
        : 'Gave up';
  return new RouterError(isLate ? 'deadline_exceeded' : code, `${why} after ${attempts}${told}`, {
    cause: signal.aborted && !isLate ? signal.reason : last?.error,
    category: last?.classification.category,
    status: last?.classification.status,
    retryable: last?.classification.retryable,
    retryAfterMs: last?.classification.retryAfterMs,
  });
}

function readProvider({ provider }: { readonly provider?: string }): { provider?: string } {
  return provider === undefined ? {} : { provider };
}

function readRetryOptions<C>(options: RetryOptions<C>) {
  const read = readOptions<RetryOptions<C>>('retry', options, [
    'maxAttempts',
    'deadline',
    'signal',
    'backoff',
    'retryOnStatusCodes',
    'classify',
    'provider',
    'clock',
    'context',
    'onRetry',
    'onSuccess',
    'onFailure',
  ]);
  const { backoff = {}, retryOnStatusCodes, signal } = options;
  if (signal !== undefined && !isAbortSignal(signal)) read.fail('signal', 'an AbortSignal');
  if (retryOnStatusCodes !== undefined && !Array.isArray(retryOnStatusCodes)) {
    read.fail('retryOnStatusCodes', 'a list of HTTP statuses');
  }
  return {
    maxAttempts: read.number('maxAttempts', { default: 5, min: 1, integer: true }),
    deadline: read.optionalNumber('deadline', { min: 0 }),
    clock: read.object('clock', ['now', 'sleep'], systemClock),
    classify: read.callback<ClassifyError>('classify', classifyError),
    context: options.context as C,
    policy: {
      backoff: typeof backoff === 'function' ? backoff : createBackoff(backoff),
      ...(retryOnStatusCodes !== undefined && { retryOnStatusCodes }),
    },
  };
}
