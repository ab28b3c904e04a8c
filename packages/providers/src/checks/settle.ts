import { classifyError } from '@llm-router/error-classifier';

/** How a piece of work ended. */
export type Settled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

/** Runs work to its end and never rejects, so that its failure may be looked at later. */
export async function settle<T>(work: () => T | Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

/** Anything thrown in a few words, without the keys that can be told from their looks. */
export function describeThrown(error: unknown): string {
  const { category, message } = classifyError(error);
  return `${message || 'without a message'} (${category})`;
}

/** An error as it is, and anything else in an error's clothes: a provider may throw what it likes. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(describeThrown(thrown), { cause: thrown });
}
