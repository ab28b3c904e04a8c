import { type Need, RouterError } from '@llm-router/core';

const fields = ['requests', 'inputTokens', 'outputTokens', 'nanoUsd'] as const;

/**
 * Refuses a need that is no amount: one `NaN` would make every later comparison false, and so lift
 * the limit for good.
 *
 * @throws RouterError `invalid_request`
 */
export function checkNeed(need: Need): void {
  for (const field of fields) {
    const amount = need[field];
    if (amount === undefined || amount >= 0) continue;
    throw new RouterError(
      'invalid_request',
      `need.${field} is ${String(amount)}; expected a number of at least 0. Leave out what is not known.`,
    );
  }
}
