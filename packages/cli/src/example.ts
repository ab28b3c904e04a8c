import type { Ledger } from '@llm-router/core';

/** The more eventful of two requests; the earlier one where they are alike. */
export function chooseExample(known: Ledger | undefined, next: Ledger): Ledger {
  return known !== undefined && eventsIn(known) >= eventsIn(next) ? known : next;
}

/** A real failure that another deployment made good tells most, then a refusal, a retry, a wait. */
function eventsIn({ attempts, servedBy, waits, candidates, outcome }: Ledger): number {
  if (outcome !== 'ok') return attempts.length > 0 ? 1 : 0;
  const moved = attempts.some(({ deployment }) => deployment !== servedBy);
  const broke = attempts.some(
    ({ error }) => error !== undefined && error.category !== 'rate_limit',
  );
  if (moved && broke) return 6;
  if (moved) return 5;
  if (attempts.length > 1) return 4;
  if (waits.length > 0) return 3;
  return candidates.some(({ by }) => by === 'limit') ? 2 : 1;
}
