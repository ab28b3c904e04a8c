import type { Assessment } from './assess.ts';
import type { Turn } from './wait-queue.ts';

/** Longer than a limit per minute needs to refill, nothing that is free is kept from others. */
const longestHoldMs = 60_000;

/**
 * What a refused request keeps from those behind it: the keys that refuse it. One whose turn it is also
 * keeps its free keys, once each of those that refuse has been free before. Without that, others
 * could take turns at its keys for ever, so that each is free at some time, but never all together.
 */
export function claimsInTurn(found: Assessment, turn: Turn | undefined): readonly string[] {
  if (turn === undefined) return found.claims;
  for (const key of found.free) turn.seenFree.add(key);
  const isPassedBy = found.claims.every((key) => turn.seenFree.has(key));
  if (!isPassedBy || found.refusal.waitMs > longestHoldMs) return found.claims;
  return [...found.claims, ...found.free];
}
