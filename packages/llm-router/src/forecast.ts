import type { Candidate, LedgerCandidate } from '@llm-router/core';
import type { Call, House } from './house.ts';
import { targetOf } from './target.ts';

/**
 * What would happen now: the first by rank that is free would be chosen, or, where none is free, the
 * one with the shortest wait. Nothing is taken and nobody's place in the queue is considered.
 */
export function forecast(
  verdicts: readonly LedgerCandidate[],
  open: readonly Candidate[],
  call: Call,
  house: House,
): readonly LedgerCandidate[] {
  const waits = new Map(
    open.map((candidate) => [
      candidate.deployment.id,
      house.admission.check(targetOf(candidate, call, house)),
    ]),
  );
  const waitOf = ({ deployment }: Candidate) => waits.get(deployment.id)?.waitMs ?? 0;
  const byRank = [...open].sort((a, b) => a.rank - b.rank);
  const chosen =
    byRank.find((candidate) => waitOf(candidate) === 0) ??
    [...open].sort((a, b) => waitOf(a) - waitOf(b))[0];
  return verdicts.map((verdict) => {
    const refusal = waits.get(verdict.deployment);
    const isChosen = chosen?.deployment.id === verdict.deployment;
    return {
      ...verdict,
      ...(isChosen && { verdict: 'chosen' as const }),
      ...(refusal && { waitMs: refusal.waitMs, detail: `would wait for ${refusal.limitedBy}` }),
    };
  });
}
