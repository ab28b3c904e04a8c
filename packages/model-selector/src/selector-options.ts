import {
  type Category,
  categories,
  invalidConfig,
  type OptionReader,
  readOptions,
  type Strategy,
} from '@llm-router/core';
import type { AdaptiveLearner } from './adaptive/adaptive-learner.ts';
import type { Calibration } from './calibration/calibrate.ts';
import { chooseThreshold } from './calibration/choose-threshold.ts';
import { loadCalibration } from './calibration/load-calibration.ts';
import type { CalibratedChoice } from './strategies/calibrated-quality.ts';

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
  /**
   * `quality`: the measured quality of the models, in place of category and price. One of `threshold`,
   * `targetQuality` and `maxMeanNanoUsd` says how much of it is wanted. @defaultValue none
   */
  readonly calibration?: Calibration;
  /** The quality that a dearer model must promise more than a cheaper one; -1 to 1. @defaultValue 0 */
  readonly threshold?: number;
  /** The least costly point of the report that expects this quality; 0 to 1. */
  readonly targetQuality?: number;
  /** The best point of the report that expects no higher mean cost, in billionths of a dollar; 0 or more. */
  readonly maxMeanNanoUsd?: number;
  /** What `adaptive` has learned; it asks for one. */
  readonly learner?: AdaptiveLearner;
}

/** The same, with the defaults filled in. */
export interface SelectorSettings
  extends Required<
    Pick<
      SelectorOptions,
      'strategy' | 'preferFree' | 'dropUnfit' | 'maxNanoUsd' | 'categories' | 'demoteAfterMs'
    >
  > {
  readonly calibrated: CalibratedChoice | undefined;
  readonly learner: AdaptiveLearner | undefined;
}

const strategies = [
  'fallback',
  'loadbalance',
  'cost_aware',
  'fastest',
  'quality',
  'adaptive',
] as const;

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
    'calibration',
    'threshold',
    'targetQuality',
    'maxMeanNanoUsd',
    'learner',
  ]);
  const strategy = read.oneOf('strategy', strategies, 'fallback');
  const learner = read.object<AdaptiveLearner | undefined>('learner', ['draw'], undefined);
  if ((strategy === 'adaptive') !== (learner !== undefined)) {
    read.fail(
      'learner',
      "what createAdaptiveLearner() makes with strategy 'adaptive', else absent",
    );
  }
  return {
    strategy,
    learner,
    preferFree: read.boolean('preferFree', true),
    dropUnfit: read.boolean('dropUnfit', true),
    maxNanoUsd: read.number('maxNanoUsd', {
      default: Number.POSITIVE_INFINITY,
      min: 0,
      infinite: true,
    }),
    categories: readCategories(options.categories),
    demoteAfterMs: read.number('demoteAfterMs', { default: 0, min: 0, infinite: true }),
    calibrated: readCalibrated(options, read, strategy),
  };
}

function readCalibrated(
  options: SelectorOptions,
  read: OptionReader<SelectorOptions>,
  strategy: Strategy,
): CalibratedChoice | undefined {
  const threshold = read.optionalNumber('threshold', { min: -1, max: 1 });
  const targetQuality = read.optionalNumber('targetQuality', { min: 0, max: 1 });
  const maxMeanNanoUsd = read.optionalNumber('maxMeanNanoUsd', { min: 0 });
  const wishes = { threshold, targetQuality, maxMeanNanoUsd };
  const wished = (['threshold', 'targetQuality', 'maxMeanNanoUsd'] as const).filter(
    (name) => wishes[name] !== undefined,
  );
  if (options.calibration === undefined) {
    const [lone] = wished;
    return lone === undefined ? undefined : read.fail(lone, 'a calibration beside it, else absent');
  }
  if (strategy !== 'quality') read.fail('calibration', "strategy 'quality' beside it, else absent");
  const [, second] = wished;
  if (second !== undefined) {
    read.fail(second, `one of threshold, targetQuality and maxMeanNanoUsd, not several`);
  }
  const calibration = loadCalibration(options.calibration);
  return { calibration, threshold: chooseThreshold(calibration, wishes) };
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
