import type { Random } from '@llm-router/core';
import type { OrderEquals } from './order.ts';
import { shuffle } from './shuffle.ts';

/**
 * Orders at random in proportion to the weights: the chance to go first is the share of the weight,
 * and so on among the rest. Weight 0 goes last. The method is that of Efraimidis and Spirakis, "Weighted
 * random sampling with a reservoir", 2006, with logarithms, which tiny weights do not underflow.
 */
export function createWeighted(random: Random): OrderEquals {
  return (candidates) =>
    shuffle(candidates, random)
      .map((candidate) => ({ candidate, key: drawKey(candidate.deployment.weight, random) }))
      .sort((a, b) => compare(a.key, b.key))
      .map(({ candidate }) => candidate);
}

/** An exponential waiting time: the heavier, the sooner. */
function drawKey(weight: number, random: Random): number {
  return weight > 0 ? -Math.log(1 - random()) / weight : Number.POSITIVE_INFINITY;
}

/** Unlike a difference, it takes two infinities for equal. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
