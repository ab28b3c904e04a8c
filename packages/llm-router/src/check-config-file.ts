import { createEmitter, isRouterError, readOptions } from '@llm-router/core';
import { buildHouse } from './build-house.ts';
import { type LoadConfigOptions, readConfig } from './load-config.ts';
import type { RouterConfig } from './router-config.ts';
import { withWrittenForms } from './written-forms.ts';

/** What became of a check. */
export interface ConfigCheck {
  /** The configuration as `createRouter` takes it; absent where there are faults. */
  readonly config?: RouterConfig;
  /** A sentence each: where it stands (`router.yaml:9:26`), what stands there, what was expected. */
  readonly faults: readonly string[];
}

/**
 * Checks a configuration file as `loadConfig` and `createRouter` would, and tells all that stands
 * against it, not only throws. What shows when the parts are put together, such as an alias that means
 * nobody, comes last, one at a time and without a line. Nothing is sent.
 *
 * @throws RouterError `invalid_config` for options that cannot be meant
 * @example
 * for (const fault of checkConfigFile('router.yaml').faults) console.error(fault);
 */
export function checkConfigFile(
  path: string,
  options: Omit<LoadConfigOptions, 'onWarning'> = {},
): ConfigCheck {
  readOptions('checkConfigFile', options, ['environment', 'variables']);
  try {
    const { config, faults } = readConfig(path, options);
    if (config === undefined) return { faults };
    withWrittenForms(config, () => buildHouse(config, {}, createEmitter()));
    return { config, faults };
  } catch (error) {
    if (!isRouterError(error)) throw error;
    // Not as a text, in which a `$` would mean something.
    return { faults: [error.message.replace(/^createRouter: /, () => `${path}: `)] };
  }
}
