import { mean } from './estimate.ts';

/** How far predictions may be believed. */
export interface Trust {
  /** Predictions are multiplied by this: 0, they say nothing, to 1, they are taken at their word. */
  readonly factor: number;
  /** Standard errors by which the slope of truth on prediction is above 0. */
  readonly evidence: number;
}

/**
 * Doubtful predictions are multiplied by this. It leaves an order of requests, at worst a random one,
 * where equal scores would leave only all of them or none.
 */
const leastFactor = 0.01;

/** Standard errors below 0 from which predictions are held to run against the truth. */
const contraryEvidence = -2;

/**
 * The slope of truth on out-of-fold predictions, shrunk the less certain it is: its expectation where it
 * was taken to be about 0 before, give or take its own standard error. Little evidence leaves an order
 * of requests, but next to no difference between them. So does a slope a little below 0: each fold is
 * foretold from the others, which pulls it down by itself. One that is clearly below 0 leaves nothing.
 */
export function measureTrust(predictions: readonly number[], truths: readonly number[]): Trust {
  const [x, y] = [mean(predictions), mean(truths)];
  let square = 0;
  let product = 0;
  predictions.forEach((prediction, row) => {
    square += (prediction - x) ** 2;
    product += (prediction - x) * ((truths[row] ?? 0) - y);
  });
  if (square < 1e-12) return { factor: 0, evidence: 0 };
  const slope = product / square;
  const scatter = predictions.reduce((sum, prediction, row) => {
    const away = prediction - x;
    return sum + (away * ((truths[row] ?? 0) - y - slope * away)) ** 2;
  }, 0);
  const evidence = slope / Math.max(Math.sqrt(scatter) / square, 1e-9);
  const certainty = evidence ** 2 / (1 + evidence ** 2);
  if (evidence <= contraryEvidence) return { factor: 0, evidence };
  return { factor: Math.max(leastFactor, Math.min(1, slope * certainty)), evidence };
}
