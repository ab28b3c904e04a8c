import type { Candidate, ModelSelector } from '@llm-router/core';

/**
 * Ranks by `priority` alone: who shares a priority is equal, and the balancer draws among them by
 * weight. It is what a load-balanced group inside of a fallback means, which no strategy of the router's
 * has a name for.
 */
export const byPriority: ModelSelector = Object.freeze({
  select: ({ candidates }: { readonly candidates: readonly Candidate[] }) =>
    [...candidates]
      .sort((a, b) => a.deployment.priority - b.deployment.priority)
      .map((candidate) => {
        const { priority, weight } = candidate.deployment;
        const reasons = [...candidate.reasons, `priority ${priority}, weight ${weight}`];
        return { ...candidate, rank: priority, reasons };
      }),
});
