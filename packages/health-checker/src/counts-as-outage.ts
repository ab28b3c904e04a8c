import type { ErrorClassification } from '@llm-router/core';

/** The caller's doing, or a limit's: whoever asks otherwise or later is served. */
const notAnOutage: ReadonlySet<string> = new Set([
  'aborted',
  'invalid_request',
  'context_length',
  'content_policy',
  'rate_limit',
]);

/**
 * Whether a failure lowers the score, by its category. A wrong key and a used up quota do: nobody is
 * served there. A failure without a classification does, too.
 */
export function countsAsOutage(error: ErrorClassification | undefined): boolean {
  return error === undefined || !notAnOutage.has(error.category);
}
