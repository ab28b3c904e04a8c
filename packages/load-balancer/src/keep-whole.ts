import type { Candidate } from '@llm-router/core';

/**
 * The given candidates in the proposed order, matched by deployment: without strangers and
 * repetitions, and who was left out follows in the given order. What is no list of candidates
 * proposes nothing.
 */
export function keepWhole(
  proposed: readonly Candidate[],
  given: readonly Candidate[],
): readonly Candidate[] {
  const left = new Map<string, Candidate[]>();
  for (const candidate of given) {
    const same = left.get(candidate.deployment.id);
    if (same === undefined) left.set(candidate.deployment.id, [candidate]);
    else same.push(candidate);
  }
  // It comes from a function of the caller's own: its type is a hope.
  const list: readonly (Candidate | null | undefined)[] = Array.isArray(proposed) ? proposed : [];
  const kept = list.flatMap((one) => left.get(one?.deployment?.id ?? '')?.shift() ?? []);
  return [...kept, ...[...left.values()].flat()];
}
