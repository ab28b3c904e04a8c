import { RouterError } from '@llm-router/core';

/** The error for a part of a messages request that cannot be read: its place, what is wrong, the mend. */
export function unreadable(place: string, problem: string, mend: string): RouterError {
  return new RouterError('invalid_request', `${place} ${problem}: ${mend}.`);
}
