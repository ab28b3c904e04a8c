import { priceInWords } from './cost-aware.ts';
import type { Judge } from './judge.ts';

/**
 * The most capable category first; within it the ready, then the dearest, since nothing else that is
 * known of every model says more about its quality than its price, then by `priority`. An unknown price
 * comes after the known ones.
 */
export const quality: Judge = ({ capability, category, behind, nanoUsd, candidate }) => {
  const isPriced = nanoUsd !== Number.POSITIVE_INFINITY;
  return {
    keys: [-capability, behind, isPriced ? -nanoUsd : 1, candidate.deployment.priority],
    reason: `${category}, ${priceInWords(nanoUsd)}`,
  };
};
