import type { Candidate, Random } from '@llm-router/core';
import type { OrderEquals } from './order.ts';
import { readFigure } from './read-figure.ts';
import { pick, swap } from './shuffle.ts';

/**
 * Two at random, the one that costs less first, and so on among the rest: nobody is overrun by all who
 * saw the same best figure (Mitzenmacher, "The power of two choices in randomized load balancing",
 * 2001).
 */
export function createPowerOfTwo(costOf: (id: string) => number, random: Random): OrderEquals {
  return (candidates) => {
    const left = candidates.map((candidate) => ({
      candidate,
      cost: readFigure(costOf(candidate.deployment.id)),
    }));
    const ordered: Candidate[] = [];
    while (left.length > 0) {
      const last = left.length - 1;
      swap(left, last, pick(left.length, random));
      if (last > 0) {
        const rival = pick(last, random);
        if ((left[rival]?.cost ?? 0) < (left[last]?.cost ?? 0)) swap(left, last, rival);
      }
      const next = left.pop();
      if (next !== undefined) ordered.push(next.candidate);
    }
    return ordered;
  };
}
