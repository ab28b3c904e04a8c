import type { Candidate, LoadBalancer, Random } from '@llm-router/core';

/**
 * Orders equals at random, in proportion to their weights: the chance to go first is the share of the
 * weight (Efraimidis and Spirakis, 2006).
 */
export function createWeightedBalancer(random: Random): LoadBalancer {
  return {
    order(candidates) {
      const drawn = candidates.map((candidate) => ({
        candidate,
        key: random() ** (1 / Math.max(candidate.deployment.weight, Number.MIN_VALUE)),
      }));
      return drawn.sort((a, b) => b.key - a.key).map(({ candidate }) => candidate);
    },
  };
}

/** Whether any two share a rank: only then is there anything to balance. */
export function hasEquals(candidates: readonly Candidate[]): boolean {
  return new Set(candidates.map(({ rank }) => rank)).size < candidates.length;
}
