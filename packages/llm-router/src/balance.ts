import type { Candidate, LoadBalancer, Random } from '@llm-router/core';

/**
 * Orders equals at random, in proportion to their weights: the chance to go first is the share of the
 * weight (Efraimidis and Spirakis, 2006; in logarithms, so that weights of any scale will do).
 */
export function createWeightedBalancer(random: Random): LoadBalancer {
  return {
    order(candidates) {
      const drawn = candidates.map((candidate) => ({
        candidate,
        key: -Math.log(1 - random()) / Math.max(candidate.deployment.weight, Number.MIN_VALUE),
      }));
      return drawn.sort((a, b) => a.key - b.key).map(({ candidate }) => candidate);
    },
  };
}

/** Whether any two share a rank: only then is there anything to balance. */
export function hasEquals(candidates: readonly Candidate[]): boolean {
  return new Set(candidates.map(({ rank }) => rank)).size < candidates.length;
}
