import {
  type ErrorCategory,
  isRouterError,
  type LedgerCandidate,
  type RouterError,
} from '@llm-router/core';

/** What went wrong, for a caller on any wire. */
export interface WireError {
  readonly status: number;
  /** A word for what happened: the code of the router's error, or the class of the provider's. */
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number;
}

/** The status of each class of failure. */
const statuses: ReadonlyMap<ErrorCategory | undefined, number> = new Map([
  ['rate_limit', 429],
  ['overloaded', 503],
  ['timeout', 504],
  ['server_error', 502],
  ['network', 502],
  ['quota_exhausted', 429],
  ['content_policy', 400],
  ['context_length', 400],
  ['invalid_request', 400],
  ['permission', 403],
  ['auth', 401],
  ['not_found', 404],
]);

/** What time alone will mend; the rest of what refuses a candidate lies in the request. */
const passing: ReadonlySet<LedgerCandidate['by']> = new Set([
  'limit',
  'breaker',
  'health',
  'quota',
]);

/** What an error of the router means to a caller over HTTP. Whatever is none is the router's own fault. */
export function toWireError(error: unknown): WireError {
  if (!isRouterError(error)) {
    return { status: 500, code: 'internal_error', message: 'The router failed unexpectedly.' };
  }
  const { retryAfterMs, message } = error;
  const told = retryAfterMs !== undefined && { retryAfterMs };
  return { ...judge(error), message, ...told };
}

function judge(error: RouterError): Pick<WireError, 'status' | 'code'> {
  const { code } = error;
  switch (code) {
    case 'invalid_request':
      return { status: 400, code: error.category ?? code };
    case 'model_not_found':
      return { status: 404, code };
    case 'no_candidate':
      if (isPassing(error)) return { status: 503, code };
      return { status: 400, code: isTooLong(error) ? 'context_length' : code };
    case 'deadline_exceeded':
      // Known before anything was sent: only the limits stood in the way.
      return { status: isLimited(error) ? 429 : 504, code };
    case 'queue_full':
    case 'budget_exceeded':
      return { status: 429, code };
    case 'circuit_open':
    case 'closed':
      return { status: 503, code };
    case 'aborted':
      return { status: 499, code };
    case 'stream_broken':
      return { status: 502, code };
    case 'invalid_config':
      return { status: 500, code };
    default:
      return judgeCategory(error);
  }
}

function isPassing({ ledger, retryable }: RouterError): boolean {
  return retryable || (ledger?.candidates.some(({ by }) => passing.has(by)) ?? false);
}

function isTooLong({ ledger }: RouterError): boolean {
  return ledger?.candidates.some(({ by }) => by === 'context') ?? false;
}

function isLimited({ ledger, retryAfterMs, category }: RouterError): boolean {
  if (retryAfterMs === undefined) return false;
  return category === 'rate_limit' || (ledger?.attempts.length ?? 0) === 0;
}

function judgeCategory({ code, category }: RouterError): Pick<WireError, 'status' | 'code'> {
  const status = statuses.get(category);
  return status === undefined || category === undefined
    ? { status: 502, code }
    : { status, code: category };
}
