import type { Failures } from './failures.ts';
import { Untranslatable } from './untranslatable.ts';

/**
 * What `build` makes; what a wire cannot say is thrown as the provider's own error, and so is what
 * cannot be read: a request may come from plain JavaScript.
 */
export function translate<T>(failures: Failures, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (error instanceof Untranslatable) throw failures.untranslatable(error.message);
    const reason = error instanceof Error ? error.message : typeof error;
    throw failures.untranslatable(`a part of it cannot be read (${reason})`, error);
  }
}
