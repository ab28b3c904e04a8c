import type { ModelSelector } from '@llm-router/core';
import { createCategoryReader } from './category-of.ts';
import { isFit } from './is-fit.ts';
import { rankViews } from './rank-views.ts';
import {
  readSelectorOptions,
  type SelectorOptions,
  type SelectorSettings,
} from './selector-options.ts';
import { costAware } from './strategies/cost-aware.ts';
import { fallback } from './strategies/fallback.ts';
import { fastest } from './strategies/fastest.ts';
import type { Judge } from './strategies/judge.ts';
import { loadbalance } from './strategies/loadbalance.ts';
import { quality } from './strategies/quality.ts';
import { type View, viewCandidate } from './view-candidate.ts';

/**
 * Makes a selector: it leaves out what cannot serve the request and ranks the rest, with reasons. It
 * keeps no state, so the same context gives the same ranks.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const selector = createSelector({ strategy: 'cost_aware', maxNanoUsd: toNanoUsd(0.01) });
 * const [best] = selector.select(context);
 */
export function createSelector(options: SelectorOptions = {}): ModelSelector {
  const settings = readSelectorOptions(options);
  const judge = judgeOf(settings);
  const reader = createCategoryReader();
  return {
    select(context) {
      const views: View[] = [];
      context.candidates.forEach((candidate, index) => {
        if (!isFit(candidate, context.analysis, settings)) return;
        const view = viewCandidate(candidate, index, context, reader, settings.demoteAfterMs);
        if (settings.categories.includes(view.category)) views.push(view);
      });
      return rankViews(views, judge);
    },
  };
}

function judgeOf({ strategy, preferFree }: SelectorSettings): Judge {
  switch (strategy) {
    case 'fallback':
      return fallback;
    case 'loadbalance':
      return loadbalance;
    case 'cost_aware':
      return costAware(preferFree);
    case 'fastest':
      return fastest;
    case 'quality':
      return quality;
  }
}
