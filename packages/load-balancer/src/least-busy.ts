import type { Random } from '@llm-router/core';
import type { OrderEquals } from './order.ts';
import { shuffle } from './shuffle.ts';

/** Fewest requests in flight first, ties at random. A load that is no number counts as the highest. */
export function createLeastBusy(load: (id: string) => number, random: Random): OrderEquals {
  return (candidates) =>
    shuffle(candidates, random)
      .map((candidate) => ({ candidate, busy: readLoad(load(candidate.deployment.id)) }))
      .sort((a, b) => a.busy - b.busy)
      .map(({ candidate }) => candidate);
}

/** A finite load of 0 or more. */
export function readLoad(load: number): number {
  return Number.isNaN(load) ? Number.MAX_VALUE : Math.min(Math.max(0, load), Number.MAX_VALUE);
}
