import { RouterError } from '@llm-router/core';

/** The error for a request that nobody could answer: what is wrong with which part, and the mend. */
export function invalidRequest(what: string, problem: string, mend: string): RouterError {
  return new RouterError('invalid_request', `${what} ${problem}: ${mend}.`);
}

export function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
