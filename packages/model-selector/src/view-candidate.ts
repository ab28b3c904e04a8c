import { type Candidate, type Category, categories, type SelectionContext } from '@llm-router/core';
import type { CategoryReader } from './category-of.ts';
import { categoryOrder } from './category-order.ts';

/** A candidate with everything that a strategy may look at, read once. */
export interface View {
  readonly candidate: Candidate;
  /** Place in the configuration. */
  readonly index: number;
  readonly category: Category;
  /** 0 for `tiny` to 3 for `reasoning`. */
  readonly capability: number;
  /** Place in the order of the wanted category: 0 is the wanted one. */
  readonly misfit: number;
  /** At least as capable as wanted. */
  readonly isEnough: boolean;
  /** 0: ready; 1: would wait too long; 2: unhealthy. A strategy puts the higher behind among peers. */
  readonly behind: 0 | 1 | 2;
  readonly waitMs: number;
  /** Observed latency over health score, in milliseconds; `undefined` where unknown. */
  readonly latencyMs: number | undefined;
  /** Expected cost; `Infinity` where unknown. */
  readonly nanoUsd: number;
}

/** No health score makes a latency more than a hundred times worse. */
const lowestScore = 0.01;

export function viewCandidate(
  candidate: Candidate,
  index: number,
  { analysis, state }: Pick<SelectionContext, 'analysis' | 'state'>,
  reader: CategoryReader,
  demoteAfterMs: number,
): View {
  const { deployment, expected } = candidate;
  const { waitMs, healthy, score, latencyMs } = state(deployment.id);
  const category = reader.categoryOf(deployment);
  const misfit = categoryOrder(analysis.category).indexOf(category);
  const capability = reader.capabilityOf(deployment);
  return {
    candidate,
    index,
    category,
    capability,
    misfit,
    isEnough: capability >= categories.indexOf(analysis.category),
    behind: healthy ? (waitMs > demoteAfterMs ? 1 : 0) : 2,
    waitMs,
    latencyMs: isFigure(latencyMs)
      ? latencyMs / (score > lowestScore ? Math.min(1, score) : lowestScore)
      : undefined,
    nanoUsd: isFigure(expected.nanoUsd) ? expected.nanoUsd : Number.POSITIVE_INFINITY,
  };
}

function isFigure(value: number | null | undefined): value is number {
  return typeof value === 'number' && value >= 0;
}
