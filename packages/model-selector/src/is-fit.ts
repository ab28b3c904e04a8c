import type { Candidate, RequestAnalysis } from '@llm-router/core';
import type { SelectorSettings } from './selector-options.ts';

/** Whether a candidate may be ranked at all; abilities that are unknown count as given. */
export function isFit(
  { deployment, expected }: Candidate,
  { requires }: RequestAnalysis,
  { strategy, dropUnfit, maxNanoUsd }: SelectorSettings,
): boolean {
  if (maxNanoUsd !== Number.POSITIVE_INFINITY) {
    if (expected.nanoUsd === null || !(expected.nanoUsd <= maxNanoUsd)) return false;
  }
  if (strategy === 'loadbalance' && !(deployment.weight > 0)) return false;
  if (!dropUnfit) return true;
  const { capabilities, contextWindow } = deployment;
  const isAble = (['tools', 'vision', 'audio', 'structuredOutput'] as const).every(
    (need) => !requires[need] || capabilities?.[need] !== false,
  );
  return isAble && !(contextWindow !== undefined && requires.contextTokens > contextWindow);
}
