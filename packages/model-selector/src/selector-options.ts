import {
  type Category,
  categories,
  invalidConfig,
  readOptions,
  type Strategy,
} from '@llm-router/core';

/** How candidates are ranked, and which are left out. */
export interface SelectorOptions {
  /** @defaultValue `'fallback'` */
  readonly strategy?: Strategy;
  /** `cost_aware`: free and good enough goes before everything paid. @defaultValue true */
  readonly preferFree?: boolean;
  /** Leaves out what lacks a capability or whose window is too small. @defaultValue true */
  readonly dropUnfit?: boolean;
  /**
   * Leaves out what is expected to cost more, or nobody knows how much; billionths of a dollar, 0 or
   * more. @defaultValue no cap
   */
  readonly maxNanoUsd?: number;
  /** Leaves out other categories. @defaultValue all */
  readonly categories?: readonly Category[];
  /** Who would wait longer goes behind its peers, in milliseconds; 0 or more, `Infinity`: never. @defaultValue 0 */
  readonly demoteAfterMs?: number;
}

/** The same, with the defaults filled in. */
export interface SelectorSettings extends Required<SelectorOptions> {
  readonly strategy: Exclude<Strategy, 'adaptive'>;
}

const strategies = ['fallback', 'loadbalance', 'cost_aware', 'fastest', 'quality'] as const;

/**
 * Fills in the defaults.
 *
 * @throws RouterError `invalid_config`
 */
export function readSelectorOptions(options: SelectorOptions): SelectorSettings {
  const read = readOptions('createSelector', options, [
    'strategy',
    'preferFree',
    'dropUnfit',
    'maxNanoUsd',
    'categories',
    'demoteAfterMs',
  ]);
  return {
    strategy: read.oneOf('strategy', strategies, 'fallback'),
    preferFree: read.boolean('preferFree', true),
    dropUnfit: read.boolean('dropUnfit', true),
    maxNanoUsd: read.number('maxNanoUsd', {
      default: Number.POSITIVE_INFINITY,
      min: 0,
      infinite: true,
    }),
    categories: readCategories(options.categories),
    demoteAfterMs: read.number('demoteAfterMs', { default: 0, min: 0, infinite: true }),
  };
}

function readCategories(given: readonly Category[] = categories): readonly Category[] {
  const expected = `a list of ${categories.join(', ')}`;
  if (!Array.isArray(given) || given.length === 0) {
    throw invalidConfig('createSelector: categories', given, expected);
  }
  const stranger = given.find((category) => !categories.includes(category));
  if (stranger === undefined) return given;
  throw invalidConfig('createSelector: categories holds what', stranger, expected);
}
