import { foldCount } from './sizes.ts';

/** A figure and its interval. */
export interface Estimate {
  readonly value: number;
  /** Ends of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** Standard errors on either side of a 95 % interval. */
const reach = 1.96;

/**
 * The mean of `values` with its normal interval. One more value that misses the mean by `range` is
 * added to the scatter, so that a hundred equal values still leave room for a surprise.
 */
export function estimateMean(values: readonly number[], range = 1): Estimate {
  const value = mean(values);
  const scatter = values.reduce((sum, item) => sum + (item - value) ** 2, range * range);
  const error = Math.sqrt(scatter / (values.length * Math.max(1, values.length - 1)));
  return { value, low: value - reach * error, high: value + reach * error };
}

/** The same, kept within what a share or a quality can be. */
export function estimateShare(values: readonly number[]): Estimate {
  return withinShare(estimateMean(values));
}

/** An interval cut off at 0 and 1. */
export function withinShare({ value, low, high }: Estimate): Estimate {
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * What another score, made of other outcomes, would have given is part of the doubt: folds share most of
 * what they learn from. The variance times 1 + folds × unseen ÷ seen, after Nadeau and Bengio (2003).
 */
export function widen({ value, low, high }: Estimate): Estimate {
  const factor = Math.sqrt(1 + foldCount / (foldCount - 1));
  return { value, low: value - (value - low) * factor, high: value + (high - value) * factor };
}

/** An estimate with the doubt that widening added to another one; independent doubts add as squares. */
export function doubtAlso({ value, low, high }: Estimate, other: Estimate): Estimate {
  const wide = widen(other);
  const added = (wide.high - wide.value) ** 2 - (other.high - other.value) ** 2;
  if (added <= 0) return { value, low, high };
  return {
    value,
    low: value - Math.sqrt((value - low) ** 2 + added),
    high: value + Math.sqrt((high - value) ** 2 + added),
  };
}
