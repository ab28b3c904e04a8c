import type { BalanceContext, Candidate } from '@llm-router/core';

/** Puts candidates of one rank in order. Answers a new list of the same candidates. */
export type OrderEquals = (
  candidates: readonly Candidate[],
  context: BalanceContext,
) => readonly Candidate[];
