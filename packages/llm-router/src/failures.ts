import {
  type ErrorCategory,
  type ErrorClassification,
  isRouterError,
  type Ledger,
  type LedgerCandidate,
  type PartialAnswer,
  RouterError,
  type RouterErrorCode,
} from '@llm-router/core';
import type { LedgerWriter } from './ledger-writer.ts';

/** No candidate is left before anything was sent. */
export function noCandidate(verdicts: readonly LedgerCandidate[]): RouterError {
  const reasons = verdicts.map(
    ({ deployment, detail }) => `${deployment} ${detail ?? 'was left out'}`,
  );
  const why = reasons.length === 0 ? 'the strategy left none' : reasons.join('; ');
  const waits = verdicts.flatMap(({ waitMs }) =>
    waitMs !== undefined && waitMs > 0 ? [waitMs] : [],
  );
  const soonest = Math.min(...waits);
  const retryAfterMs = Number.isFinite(soonest) ? Math.ceil(soonest) : undefined;
  const message = `No deployment can serve this request: ${why}.`;
  return new RouterError('no_candidate', message, { retryable: waits.length > 0, retryAfterMs });
}

/**
 * The attempts have failed: what each one met, who was not asked and why, and the class and status of the failure
 * that says most about what to do.
 */
export function attemptsFailed(
  code: RouterErrorCode,
  last: ErrorClassification,
  ledger: Ledger,
  cause: unknown,
  partial?: PartialAnswer,
): RouterError {
  const failure = code === 'all_failed' ? mostUseful(last, ledger) : last;
  const { resetAt, retryAfterMs = 0 } = failure;
  // The seconds that are stated beside a quota of a day mean nothing.
  const resetMs =
    resetAt && Math.ceil(Math.max(retryAfterMs, resetAt - ledger.at - ledger.durationMs));
  return new RouterError(code, describe(code, failure, ledger), {
    category: failure.category,
    status: failure.status,
    retryable: failure.retryable,
    retryAfterMs: resetMs ?? failure.retryAfterMs,
    ledger,
    partial,
    cause,
  });
}

/** What the last attempt met. */
export interface Met {
  readonly failure: ErrorClassification;
  readonly error: unknown;
}

/** Where the queue finds that no time is left, the cause is what the attempts have met. */
export function tooLateAfter(last: Met, error: unknown, ledger: LedgerWriter): unknown {
  const code = 'deadline_exceeded';
  if (!isRouterError(error, code)) return error;
  const { retryAfterMs } = error;
  const message = `${sentence(last.failure.message)} ${error.message}`;
  const failure = {
    ...last.failure,
    ...(retryAfterMs !== undefined && { retryAfterMs, message }),
  };
  return attemptsFailed(code, failure, ledger.close(code), last.error);
}

/** What passes by itself tells when to try again; then what the caller can mend; then what the owner can. */
const byUse: readonly ErrorCategory[] = [
  'rate_limit',
  'overloaded',
  'server_error',
  'timeout',
  'network',
  'context_length',
  'content_policy',
  'invalid_request',
  'quota_exhausted',
  'permission',
  'auth',
  'not_found',
  'unknown',
  'aborted',
];

/** The most useful of the last failures of all deployments that were asked, with the soonest retry of any. */
function mostUseful(last: ErrorClassification, { attempts }: Ledger): ErrorClassification {
  const byDeployment = new Map(attempts.map(({ deployment, error }) => [deployment, error]));
  const met = [last, ...byDeployment.values()].filter((error) => error !== undefined);
  const uses = met.map(({ category }) => byUse.indexOf(category));
  const best = met[uses.indexOf(Math.min(...uses))] ?? last;
  const waits = met.flatMap(({ retryable, retryAfterMs }) =>
    retryable ? (retryAfterMs ?? []) : [],
  );
  return waits.length === 0 ? best : { ...best, retryAfterMs: Math.min(...waits) };
}

function describe(code: RouterErrorCode, failure: ErrorClassification, ledger: Ledger): string {
  const met = ledger.attempts.map(
    ({ deployment, error, outcome }) =>
      `${deployment} ${error === undefined ? outcome : `${error.category}${error.status === undefined ? '' : ` (${error.status})`}`}`,
  );
  const tried = met.length === 0 ? '' : ` Tried ${met.length}: ${summarize(met)}.`;
  switch (code) {
    case 'aborted':
      return `The caller aborted.${tried}`;
    case 'stream_broken':
      return `The stream broke after its first content: ${sentence(failure.message)}${tried}`;
    case 'deadline_exceeded':
      return `No time is left for another attempt: ${sentence(failure.message)}${tried}`;
    default:
      return `${sentence(failure.message)}${mend(failure)}${tried}${notAsked(ledger)}`;
  }
}

function notAsked({ candidates, attempts }: Ledger): string {
  const asked = new Set(attempts.map(({ deployment }) => deployment));
  const refused = candidates.filter(
    ({ deployment, verdict }) => verdict === 'refused' && !asked.has(deployment),
  );
  if (refused.length === 0) return '';
  const reasons = refused.map(
    ({ deployment, detail, limitedBy }) =>
      `${deployment} ${detail ?? `waits for ${limitedBy ?? 'others'}`}`,
  );
  return ` Not asked: ${reasons.join('; ')}.`;
}

/** What to do; where nothing at all is known of a failure, there is nothing to look at either. */
function mend({ category, message, action }: ErrorClassification): string {
  return category === 'unknown' && message === '' ? '' : ` ${action}`;
}

/** A message as one sentence, whatever the provider ended it with. */
function sentence(message: string): string {
  if (message === '') return 'It failed without a reason.';
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}

/** Repeats are counted rather than listed. */
function summarize(items: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([item, count]) => (count > 1 ? `${item} ×${count}` : item)).join(', ');
}

/** The same error with the ledger in it. One that many calls share carries another one's ledger. */
export function withLedger(error: unknown, ledger: Ledger): RouterError {
  if (!isRouterError(error)) {
    return new RouterError('all_failed', `Unexpected: ${String(error)}`, { ledger, cause: error });
  }
  if (error.ledger === ledger) return error;
  const { code, message, category, status, retryable, retryAfterMs, partial, cause } = error;
  return new RouterError(code, message, {
    category,
    status,
    retryable,
    retryAfterMs,
    partial,
    ledger,
    ...(cause !== undefined && { cause }),
  });
}
