import { isRouterError, RouterError } from '@llm-router/core';
import { isObject } from './invalid-request.ts';

/** Texts of a configuration that hold the values of variables, and how its file writes them. */
export interface WrittenForms {
  note(value: string, written: string): void;
  /** A message as it is where each such text stands as the file writes it: the value may be a key. */
  restore(message: string): string;
}

/** How much of a long text an error shows. */
const shownCharacters = 57;

/** Makes an empty table of them. */
export function createWrittenForms(): WrittenForms {
  const forms = new Map<string, string>();
  return {
    note(value, written) {
      forms.set(`'${value}'`, `'${written}'`);
      forms.set(`'${value.slice(0, shownCharacters)}…'`, `'${written}'`);
    },
    restore(message) {
      const longestFirst = [...forms].sort(([a], [b]) => b.length - a.length);
      return longestFirst.reduce(
        (shown, [value, written]) => shown.replaceAll(value, () => written),
        message,
      );
    },
  };
}

const marker = Symbol.for('llm-router.written-forms');

/** Keeps the forms with a list, hidden, so that they outlast a copy of the configuration around it. */
export function attachForms(list: readonly unknown[], { restore }: WrittenForms): void {
  Object.defineProperty(list, marker, { value: restore });
}

/** Does what may refuse a configuration; the refusal shows what came from variables as its file does. */
export function withWrittenForms<T>(config: { readonly deployments: unknown }, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const restore = isObject(config) ? restorerOf(config.deployments) : undefined;
    if (restore === undefined || !isRouterError(error)) throw error;
    throw new RouterError(error.code, restore(error.message));
  }
}

function restorerOf(list: unknown): WrittenForms['restore'] | undefined {
  if (!Array.isArray(list)) return undefined;
  return (list as { readonly [marker]?: WrittenForms['restore'] })[marker];
}
