import { type Clock, invalidConfig, type Limits, readOptions, systemClock } from '@llm-router/core';
import type { OnLearned, RateLimitTrackerOptions } from '@llm-router/rate-limit-tracker';

export interface ConcurrencyManagerOptions {
  /** Limits by key. A key that is not named is unlimited until its provider says otherwise. */
  readonly limits?: Readonly<Record<string, Limits>>;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
  /** Share of the turns by tenant, above 0; a tenant that is not named has 1. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Requests that may wait; one more is refused with `queue_full`. @defaultValue 100 000 */
  readonly maxQueued?: number;
  /** After this many grants whoever has waited longest is next, whatever its priority. @defaultValue 8 */
  readonly grantsPerOldest?: number;
  /** A lease that nobody ends gives its slot back after this long. @defaultValue 1 800 000 (30 minutes) */
  readonly leaseTtlMs?: number;
  /** Whether providers of which nothing is known are sent their first requests with caution. @defaultValue false */
  readonly slowStart?: boolean;
  /** Called when a provider's headers, or its refusals, have shown a limit that was not known. */
  readonly onLearned?: OnLearned;
}

/** The options with their defaults; those of the tracker only where they are given. */
export type ManagerSettings = Required<
  Pick<
    ConcurrencyManagerOptions,
    'clock' | 'maxQueued' | 'grantsPerOldest' | 'weights' | 'slowStart'
  >
> &
  Pick<RateLimitTrackerOptions, 'limits' | 'leaseTtlMs' | 'onLearned'>;

/** @throws RouterError `invalid_config` for options that cannot be meant */
export function readManagerOptions(options: ConcurrencyManagerOptions): ManagerSettings {
  const read = readOptions('createConcurrencyManager', options, [
    'limits',
    'clock',
    'weights',
    'maxQueued',
    'grantsPerOldest',
    'leaseTtlMs',
    'slowStart',
    'onLearned',
  ]);
  const { limits, leaseTtlMs, onLearned, weights = {} } = options;
  return {
    clock: read.object('clock', ['now', 'sleep'], systemClock),
    maxQueued: read.number('maxQueued', { default: 100_000, min: 0, infinite: true }),
    grantsPerOldest: read.number('grantsPerOldest', { default: 8, min: 1, integer: true }),
    weights: checkWeights(weights),
    slowStart: read.boolean('slowStart', false),
    ...(limits !== undefined && { limits }),
    ...(leaseTtlMs !== undefined && { leaseTtlMs }),
    ...(onLearned !== undefined && { onLearned }),
  };
}

function checkWeights(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  for (const [tenant, weight] of Object.entries(weights)) {
    if (!(Number.isFinite(weight) && weight > 0)) {
      throw invalidConfig(
        `createConcurrencyManager: weights['${tenant}']`,
        weight,
        'a number above 0',
      );
    }
  }
  return weights;
}
