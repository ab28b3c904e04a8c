import type { Failure } from './failure.ts';
import { impliedStatus } from './implied-status.ts';
import type { Meaning, RuleTable } from './rule.ts';

/** What the rules say, and how they came to it. */
export interface Decision {
  readonly meaning: Meaning;
  readonly by: 'code' | 'text' | 'status' | 'nothing';
}

const kinds = { code: 'byCode', text: 'byText', status: 'byStatus' } as const;

/**
 * Machine codes come before wording, wording before the bare status; wording only counts in the
 * statuses that its rule names, because the message of a 400 may quote the user's prompt.
 */
export function decide(failure: Failure, tables: readonly RuleTable[]): Decision {
  const status = impliedStatus(failure);
  for (const by of ['code', 'text', 'status'] as const) {
    for (const table of tables) {
      if (by === 'code' && !table.knows(failure)) continue;
      const meaning = table[kinds[by]].find((rule) => rule.matches(failure, status));
      if (meaning !== undefined) return { meaning, by };
    }
  }
  return { meaning: leftOver(failure, status), by: status === undefined ? 'nothing' : 'status' };
}

function leftOver(failure: Failure, status: number | undefined): Meaning {
  if (status !== undefined) return { category: status < 500 ? 'invalid_request' : 'server_error' };
  // A provider broke off and did not say why.
  return { category: failure.reported ? 'server_error' : 'unknown' };
}
