import type { Candidate, Random } from '@llm-router/core';
import { readLoad } from './least-busy.ts';
import type { OrderEquals } from './order.ts';
import { pick, swap } from './shuffle.ts';

/**
 * Two at random, the faster one first, and so on among the rest: nobody is overrun by all who saw the
 * same best figure (Mitzenmacher, "The power of two choices in randomized load balancing", 2001).
 * The cost is latency × (requests in flight + 1). An unknown latency costs nothing, so that it is
 * learned.
 */
export function createFastestOfTwo(
  latencyMs: (id: string) => number | undefined,
  load: (id: string) => number,
  random: Random,
): OrderEquals {
  const costOf = ({ deployment: { id } }: Candidate) => {
    const latency = latencyMs(id);
    return latency === undefined ? 0 : readLoad(latency) * (readLoad(load(id)) + 1);
  };
  return (candidates) => {
    const left = candidates.map((candidate) => ({ candidate, cost: costOf(candidate) }));
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
