import type { ModelSelector, SelectionContext } from '@llm-router/core';
import { createCategoryReader } from './category-of.ts';
import { checkSelection } from './check-selection.ts';
import { isFit } from './is-fit.ts';
import { rankViews } from './rank-views.ts';
import {
  readSelectorOptions,
  type SelectorOptions,
  type SelectorSettings,
} from './selector-options.ts';
import { adaptive } from './strategies/adaptive.ts';
import { calibratedQuality } from './strategies/calibrated-quality.ts';
import { costAware } from './strategies/cost-aware.ts';
import { fallback } from './strategies/fallback.ts';
import { fastest } from './strategies/fastest.ts';
import type { Judge } from './strategies/judge.ts';
import { loadbalance } from './strategies/loadbalance.ts';
import { quality } from './strategies/quality.ts';
import { type View, viewCandidate } from './view-candidate.ts';

/**
 * Makes a selector: it leaves out what cannot serve the request and ranks the rest, with reasons. It
 * keeps no state, so the same context gives the same ranks; only `adaptive` draws, and reads its learner.
 *
 * @throws RouterError `invalid_config`, also of `select` for a context that is none
 * @example
 * const selector = createSelector({ strategy: 'cost_aware', maxNanoUsd: toNanoUsd(0.01) });
 * const [best] = selector.select(context);
 */
export function createSelector(options: SelectorOptions = {}): ModelSelector {
  const settings = readSelectorOptions(options);
  const judgeFor = createJudges(settings);
  const reader = createCategoryReader();
  return {
    select(context) {
      checkSelection('select', context);
      const views: View[] = [];
      context.candidates.forEach((candidate, index) => {
        if (!isFit(candidate, context.analysis, settings)) return;
        const view = viewCandidate(candidate, index, context, reader, settings.demoteAfterMs);
        if (settings.categories.includes(view.category)) views.push(view);
      });
      return rankViews(views, judgeFor(context, views));
    },
  };
}

/** A strategy, told of the request first where it looks at it. */
type Judges = (context: SelectionContext, views: readonly View[]) => Judge;

function createJudges({ strategy, preferFree, calibrated, learner }: SelectorSettings): Judges {
  switch (strategy) {
    case 'fallback':
      return ({ candidates }, views) => fallback(views, candidates.length);
    case 'loadbalance':
      return () => loadbalance;
    case 'cost_aware':
      return () => costAware(preferFree);
    case 'fastest':
      return () => fastest;
    case 'quality':
      return calibrated === undefined ? () => quality : calibratedQuality(calibrated);
    case 'adaptive':
      return adaptive(learner);
  }
}
