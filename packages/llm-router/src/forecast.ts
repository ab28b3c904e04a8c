import type { Candidate, LedgerCandidate } from '@llm-router/core';
import type { Call, House } from './house.ts';
import { refusedByLimit } from './ledger-writer.ts';
import { targetOf } from './target.ts';

/** A candidate and how long it would have to wait now. */
interface Prospect {
  readonly candidate: Candidate;
  readonly waitMs: number;
}

/**
 * What would happen now, by the rules of the queue: who would be chosen, and who would have to wait.
 * Nothing is taken and nobody's place in the queue is considered.
 */
export function forecast(
  verdicts: readonly LedgerCandidate[],
  open: readonly Candidate[],
  call: Call,
  house: House,
): readonly LedgerCandidate[] {
  const refusals = new Map(
    open.map((candidate) => [
      candidate.deployment.id,
      house.admission.check(targetOf(candidate, call, house)),
    ]),
  );
  const prospects = open.map((candidate) => ({
    candidate,
    waitMs: refusals.get(candidate.deployment.id)?.waitMs ?? 0,
  }));
  const chosen = choose(prospects, house.spillAfterMs)?.candidate.deployment.id;
  return verdicts.map((verdict) => {
    const refusal = refusals.get(verdict.deployment);
    const isChosen = verdict.deployment === chosen;
    if (refusal === undefined) {
      if (!refusals.has(verdict.deployment)) return verdict;
      return { ...verdict, ...(isChosen && { verdict: 'chosen' }), waitMs: 0 };
    }
    const { by, ...waiting } = refusedByLimit(verdict, refusal);
    return isChosen ? { ...waiting, verdict: 'chosen' } : { ...waiting, ...(by && { by }) };
  });
}

/** The first that is free, unless a better rank is worth the wait; else the shortest wait, if it ever ends. */
function choose(prospects: readonly Prospect[], spillAfterMs: number): Prospect | undefined {
  const byRank = [...prospects].sort((a, b) => a.candidate.rank - b.candidate.rank);
  let soonest: Prospect | undefined;
  for (const prospect of byRank) {
    const isWorse = soonest !== undefined && prospect.candidate.rank > soonest.candidate.rank;
    if (isWorse && soonest !== undefined && soonest.waitMs <= spillAfterMs) return soonest;
    if (prospect.waitMs === 0) return prospect;
    if (soonest === undefined || prospect.waitMs < soonest.waitMs) soonest = prospect;
  }
  return soonest?.waitMs === Number.POSITIVE_INFINITY ? undefined : soonest;
}
