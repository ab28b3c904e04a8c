import { invalidConfig, isRouterError, RouterError } from '@llm-router/core';

/**
 * Asks code of the caller's own that must answer at once. What it throws becomes an error that names
 * it, and so does a promise; nobody waits for that one, so its rejection is taken note of here.
 *
 * @param name what is asked, for the error
 * @param expected what it should have answered, for the error
 * @throws RouterError `invalid_config`
 */
export function askOwn(name: string, expected: string, ask: () => unknown): unknown {
  let answer: unknown;
  try {
    answer = ask();
  } catch (cause) {
    if (isRouterError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RouterError('invalid_config', `${name} threw: ${reason}`, { cause });
  }
  if (!isThenable(answer)) return answer;
  Promise.resolve(answer).catch(() => {});
  throw invalidConfig(`What ${name} returned`, 'a promise', `${expected}, at once`);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return 'then' in value && typeof value.then === 'function';
}
