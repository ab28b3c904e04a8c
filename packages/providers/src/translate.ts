import type { Failures } from './failures.ts';
import { Untranslatable } from './untranslatable.ts';

/** What `build` makes; what a wire cannot say is thrown as the provider's own error. */
export function translate<T>(failures: Failures, build: () => T): T {
  try {
    return build();
  } catch (error) {
    throw error instanceof Untranslatable ? failures.untranslatable(error.message) : error;
  }
}
