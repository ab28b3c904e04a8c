import type { BalanceContext, Candidate } from '@llm-router/core';
import type { OrderEquals } from './order.ts';

/** Better ranks before worse ones; `orderEquals` decides about those of one rank. */
export function orderWithinRanks(
  candidates: readonly Candidate[],
  context: BalanceContext,
  orderEquals: OrderEquals,
): readonly Candidate[] {
  return byRank(candidates).flatMap((equals) =>
    equals.length < 2 ? equals : orderEquals(equals, context),
  );
}

/** The candidates of each rank, best rank first, each in the given order. */
function byRank(candidates: readonly Candidate[]): Candidate[][] {
  const ranks = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const equals = ranks.get(candidate.rank);
    if (equals === undefined) ranks.set(candidate.rank, [candidate]);
    else equals.push(candidate);
  }
  return [...ranks].sort(([a], [b]) => a - b).map(([, equals]) => equals);
}
