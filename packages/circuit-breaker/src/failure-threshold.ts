import { invalidConfig, readOptions } from '@llm-router/core';

/** A share of the requests in a sliding window. */
export interface FailureRate {
  /** Opens when more than this share has failed; from 0 to below 100. @defaultValue 50 */
  readonly percentage?: number;
  /** Requests that the window must hold before the share counts; 1 or more. @defaultValue 10 */
  readonly volume?: number;
  /** Length of the window in milliseconds; 10 or more. @defaultValue 30 000 */
  readonly windowMs?: number;
}

/** So many failures in a row, or a {@link FailureRate}. */
export type FailureThreshold = number | FailureRate;

const expected =
  'a whole number of failures in a row (at least 1), or { percentage, volume, windowMs }';

const defaultFailuresInARow = 5;

/**
 * Checks a threshold; where none is given, it is {@link defaultFailuresInARow}.
 *
 * @throws RouterError `invalid_config`
 */
export function readThreshold(
  where: string,
  threshold: unknown = defaultFailuresInARow,
): number | Required<FailureRate> {
  if (typeof threshold === 'number') {
    if (Number.isInteger(threshold) && threshold >= 1) return threshold;
    throw invalidConfig(where, threshold, expected);
  }
  if (typeof threshold !== 'object' || threshold === null) {
    throw invalidConfig(where, threshold, expected);
  }
  const read = readOptions<FailureRate>(where, threshold, ['percentage', 'volume', 'windowMs']);
  const percentage = read.number('percentage', { default: 50, min: 0, max: 100 });
  if (percentage === 100) read.fail('percentage', 'a number below 100: more than all cannot fail');
  return {
    percentage,
    volume: read.number('volume', { default: 10, min: 1, integer: true }),
    windowMs: read.number('windowMs', { default: 30_000, min: 10 }),
  };
}
