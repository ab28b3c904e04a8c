import type { Candidate, Random } from '@llm-router/core';
import type { OrderEquals } from './order.ts';
import { shuffle } from './shuffle.ts';

/**
 * The largest share left of its limits first, ties at random. An unknown share counts as the mean of
 * the known ones that are not used up, or as all where there is none. Who has nothing left goes last.
 */
export function createHeadroom(
  headroom: (id: string) => number | undefined,
  random: Random,
): OrderEquals {
  return (candidates) => {
    const rated = shuffle(candidates, random).map((candidate) => ({
      candidate,
      share: readShare(candidate, headroom),
    }));
    const withRoom = rated.flatMap(({ share }) => (share !== undefined && share > 0 ? share : []));
    const usual = withRoom.length === 0 ? 1 : mean(withRoom);
    return rated
      .sort((a, b) => (b.share ?? usual) - (a.share ?? usual))
      .map(({ candidate }) => candidate);
  };
}

/** From 0 to 1; what is no number is unknown. */
function readShare(
  { deployment }: Candidate,
  headroom: (id: string) => number | undefined,
): number | undefined {
  const share = headroom(deployment.id);
  if (share === undefined || Number.isNaN(share)) return undefined;
  return Math.min(1, Math.max(0, share));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
