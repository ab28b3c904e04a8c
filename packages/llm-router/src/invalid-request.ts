import { RouterError } from '@llm-router/core';

/** The error for a request that nobody could answer: what is wrong with which part, and the mend. */
export function invalidRequest(what: string, problem: string, mend: string): RouterError {
  return new RouterError('invalid_request', `${what} ${problem}: ${mend}.`);
}

export function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/** A value in a few characters; never a whole object, which could hold anything. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 39)}…` : value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return isObject(value) ? 'an object' : String(value);
}
