import type { BalanceContext, Candidate } from '@llm-router/core';
import type { AffinityWorth } from './affinity-worth.ts';
import type { OrderEquals } from './order.ts';
import { orderWithinRanks } from './order-within-ranks.ts';
import type { PrefixMemory, RecalledPrompt } from './prefix-memory.ts';
import { readFigure } from './read-figure.ts';

/** How long a request would wait for a candidate, in milliseconds. */
export type WaitOf = (candidate: Candidate, context: BalanceContext) => number;

export interface PrefixAffinityParts {
  readonly inner: OrderEquals;
  readonly memory: PrefixMemory;
  readonly worthMs: AffinityWorth;
  readonly waitMs: WaitOf;
  readonly assumeSent: boolean;
}

/**
 * Whoever has the prompt in its cache goes first, unless the wait for it is longer by more than the cache
 * is worth. Where nobody has it, `inner` decides, and whoever goes first will have it.
 */
export function createPrefixAffinity(parts: PrefixAffinityParts): OrderEquals {
  const { inner, memory, worthMs, assumeSent } = parts;

  /** Nothing where even a prompt that is wholly known would be worth nothing: it may be too short. */
  function recall(
    candidates: readonly Candidate[],
    { request, tenant }: BalanceContext,
  ): RecalledPrompt | undefined {
    if (request === undefined || tenant === undefined) return undefined;
    if (!candidates.some((candidate) => worthMs(candidate, 1) > 0)) return undefined;
    return memory.recall(request, tenant);
  }

  return (candidates, context) => {
    const prompt = recall(candidates, context);
    if (prompt === undefined) return orderWithinRanks(candidates, context, inner);
    const ordered = orderWithinRanks(candidates, context, (equals) =>
      byCost(inner(equals, context), prompt, parts, context),
    );
    const [first] = ordered;
    if (assumeSent && first !== undefined) prompt.sentTo(first.deployment.id);
    return ordered;
  };
}

/** By wait less worth; where that is equal, whoever knows more of the prompt, and then the given order. */
function byCost(
  candidates: readonly Candidate[],
  prompt: RecalledPrompt,
  { worthMs, waitMs }: PrefixAffinityParts,
  context: BalanceContext,
): readonly Candidate[] {
  const worths = candidates.map((candidate) => {
    const knownShare = prompt.knownShare(candidate.deployment.id);
    return knownShare > 0 ? Math.max(0, worthMs(candidate, knownShare)) || 0 : 0;
  });
  if (worths.every((worth) => worth === 0)) return candidates;
  return candidates
    .map((candidate, index) => {
      const worth = worths[index] ?? 0;
      return { candidate, worth, cost: readFigure(waitMs(candidate, context)) - worth };
    })
    .sort((a, b) => a.cost - b.cost || b.worth - a.worth)
    .map(({ candidate, worth }) => (worth > 0 ? { ...candidate, patienceMs: worth } : candidate));
}
