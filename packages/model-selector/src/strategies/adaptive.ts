import type { SelectionContext } from '@llm-router/core';
import type { AdaptiveLearner } from '../adaptive/adaptive-learner.ts';
import type { View } from '../view-candidate.ts';
import type { Judge } from './judge.ts';

/** The ready before the others; then by what the learner draws, so that the unknown is tried too. */
export function adaptive(
  learner: AdaptiveLearner | undefined,
): (context: SelectionContext, views: readonly View[]) => Judge {
  return ({ analysis }) =>
    ({ candidate, behind }) => {
      const { deployment, expected } = candidate;
      const worth = learner?.draw(deployment.id, analysis, expected.nanoUsd) ?? 0;
      return { keys: [behind, -worth], reason: `drawn to be worth ${worth.toFixed(2)}` };
    };
}
