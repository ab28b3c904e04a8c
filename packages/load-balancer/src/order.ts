import type { Candidate, ChatRequest } from '@llm-router/core';

/** What is known beside the candidates. */
export interface BalanceContext {
  /** Candidates of one group share a turn. */
  readonly group?: string;
  readonly request?: ChatRequest;
}

/** Puts candidates of one rank in order. Answers a new list of the same candidates. */
export type OrderEquals = (
  candidates: readonly Candidate[],
  context: BalanceContext,
) => readonly Candidate[];
