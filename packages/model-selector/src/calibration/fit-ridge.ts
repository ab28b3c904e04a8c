import type { Features } from './feature-space.ts';
import { waveCount, wordBuckets } from './sizes.ts';

/** A linear model: its weights, the waves first, then the word buckets. */
export type Weights = Float64Array;

const width = waveCount + wordBuckets;

/** Where the residual is so small, relative to its beginning, more steps change nothing that shows. */
const smallestResidual = 1e-6;
const mostSteps = 80;

/** What a linear model says of one request. */
export function apply(weights: Weights, { waves, places, values }: Features): number {
  let sum = 0;
  for (let wave = 0; wave < waveCount; wave++) {
    sum += (weights[wave] as number) * (waves[wave] as number);
  }
  for (let at = 0; at < places.length; at++) {
    sum += (weights[waveCount + (places[at] as number)] as number) * (values[at] as number);
  }
  return sum;
}

/**
 * Ridge regression by conjugate gradients on the normal equations: the weights w that minimise
 * |Xw − y|² + penalty·|w|². `start`, a solution for a similar penalty, saves steps.
 */
export function fitRidge(
  rows: readonly Features[],
  targets: readonly number[],
  penalty: number,
  start: Weights = new Float64Array(width),
): Weights {
  const weights = start.slice();
  const step = (vector: Weights): Weights => {
    const result = new Float64Array(width);
    for (let place = 0; place < width; place++) result[place] = penalty * (vector[place] as number);
    for (const row of rows) addRow(result, row, apply(vector, row));
    return result;
  };
  const aim = new Float64Array(width);
  for (const [index, row] of rows.entries()) addRow(aim, row, targets[index] ?? 0);
  const residual = subtract(aim, step(weights));
  const enough = smallestResidual * dot(aim, aim);
  const direction = residual.slice();
  let square = dot(residual, residual);
  for (let count = 0; count < mostSteps && square > enough; count++) {
    const image = step(direction);
    const length = square / dot(direction, image);
    for (let place = 0; place < width; place++) {
      weights[place] = (weights[place] as number) + length * (direction[place] as number);
      residual[place] = (residual[place] as number) - length * (image[place] as number);
    }
    const before = square;
    square = dot(residual, residual);
    const turn = square / before;
    for (let place = 0; place < width; place++) {
      direction[place] = (residual[place] as number) + turn * (direction[place] as number);
    }
  }
  return weights;
}

function addRow(sum: Weights, { waves, places, values }: Features, factor: number): void {
  for (let wave = 0; wave < waveCount; wave++) {
    sum[wave] = (sum[wave] as number) + factor * (waves[wave] as number);
  }
  for (let at = 0; at < places.length; at++) {
    const place = waveCount + (places[at] as number);
    sum[place] = (sum[place] as number) + factor * (values[at] as number);
  }
}

function subtract(a: Weights, b: Weights): Weights {
  return a.map((value, place) => value - (b[place] as number));
}

function dot(a: Weights, b: Weights): number {
  let sum = 0;
  for (let place = 0; place < width; place++) sum += (a[place] as number) * (b[place] as number);
  return sum;
}
