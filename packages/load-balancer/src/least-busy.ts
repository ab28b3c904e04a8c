import type { Random } from '@llm-router/core';
import type { OrderEquals } from './order.ts';
import { readFigure } from './read-figure.ts';
import { shuffle } from './shuffle.ts';

/** Fewest requests in flight first, ties at random. A load that is no number counts as the highest. */
export function createLeastBusy(load: (id: string) => number, random: Random): OrderEquals {
  return (candidates) =>
    shuffle(candidates, random)
      .map((candidate) => ({ candidate, busy: readFigure(load(candidate.deployment.id)) }))
      .sort((a, b) => a.busy - b.busy)
      .map(({ candidate }) => candidate);
}
