import { type Need, RouterError } from '@llm-router/core';

const fields: readonly string[] = [
  'requests',
  'inputTokens',
  'outputTokens',
  'maxOutputTokens',
  'nanoUsd',
  'maxNanoUsd',
  'isGuess',
];

/**
 * Refuses a need that is no amount: one `NaN` would make every later comparison false, and so lift
 * the limit for good. A misspelt name would be counted nowhere.
 *
 * @throws RouterError `invalid_request`
 */
export function checkNeed(need: Need): void {
  for (const field in need) {
    if (!fields.includes(field)) {
      throw refused(`need has no '${field}'; it knows ${fields.join(', ')}`);
    }
    const amount = need[field as keyof Need];
    if (field === 'isGuess' && typeof amount === 'boolean') continue;
    if (amount === undefined || (typeof amount === 'number' && amount >= 0)) continue;
    throw refused(
      `need.${field} is ${String(amount)}; expected a number of at least 0. Leave out what is not known`,
    );
  }
}

function refused(problem: string): RouterError {
  return new RouterError('invalid_request', `${problem}.`);
}
