import { formatUsd } from '@llm-router/core';
import type { Judge } from './judge.ts';

/**
 * What is free, ready and good enough first, if that is preferred. Then the wanted category before its
 * neighbours; within a category the ready, then the cheapest, an unknown price last.
 */
export function costAware(preferFree: boolean): Judge {
  return ({ nanoUsd, isEnough, behind, misfit, category }) => {
    const isFree = preferFree && nanoUsd === 0 && isEnough && behind === 0;
    return {
      keys: isFree ? [0, misfit, 0, 0] : [1, misfit, behind, nanoUsd],
      reason: `${fitInWords(misfit, category)}, ${priceInWords(nanoUsd)}`,
    };
  };
}

function fitInWords(misfit: number, category: string): string {
  return misfit === 0
    ? `${category} is the wanted category`
    : `${category} is neighbour no. ${misfit}`;
}

/** The expected cost for people. */
export function priceInWords(nanoUsd: number): string {
  if (nanoUsd === 0) return 'free';
  if (nanoUsd === Number.POSITIVE_INFINITY) return 'price unknown';
  return `about ${formatUsd({ nanoUsd, exactness: 'priced' })}`;
}
