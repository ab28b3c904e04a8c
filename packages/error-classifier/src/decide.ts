import type { Failure } from './failure.ts';
import { impliedStatus } from './implied-status.ts';
import type { Meaning } from './rule.ts';
import type { RuleBook } from './rule-book.ts';

/** What the rules say, and how they came to it. */
export interface Decision {
  readonly meaning: Meaning;
  readonly by: 'code' | 'text' | 'status' | 'nothing';
}

/**
 * Machine codes come before wording, wording before the bare status; wording only counts in the
 * statuses that its rule names, because the message of a 400 may quote the user's prompt.
 */
export function decide(failure: Failure, book: RuleBook): Decision {
  const status = impliedStatus(failure);
  const byCode = book.byCode(failure, status);
  if (byCode !== undefined) return { meaning: byCode, by: 'code' };
  const byText = book.byText(failure, status);
  if (byText !== undefined) return { meaning: byText, by: 'text' };
  const byStatus = book.byStatus(status);
  if (byStatus !== undefined) return { meaning: byStatus, by: 'status' };
  return { meaning: leftOver(failure, status), by: status === undefined ? 'nothing' : 'status' };
}

function leftOver(failure: Failure, status: number | undefined): Meaning {
  if (status !== undefined) return { category: status < 500 ? 'invalid_request' : 'server_error' };
  // A provider broke off and did not say why.
  return { category: failure.reported ? 'server_error' : 'unknown' };
}
