import type { LimitRule, Need } from '@llm-router/core';
import type { Sent } from './limit-inference.ts';
import type { Mark, WatchedLimit } from './watched-limit.ts';

/** The marks of a request, in the order of its limits; those of limits that nobody watches are absent. */
export type Marks = readonly (Mark | undefined)[];

/** What one request took from one key. */
export interface Taken {
  readonly at: number;
  /** Its place among all that took from the key. */
  readonly order: number;
  readonly need: Need;
  /** The limits that it passed, and those that were learned while it was in flight. */
  limits: readonly WatchedLimit[];
  /** What it took from each of these, where the provider speaks of it. */
  marks: Marks;
  readonly sent: Sent;
}

/** How much of a limit a request takes. */
export function amountOf(rule: Pick<LimitRule, 'unit' | 'reserve'>, need: Need): number {
  switch (rule.unit) {
    case 'requests':
      return need.requests ?? 1;
    case 'tokens':
      return (need.inputTokens ?? 0) + outputOf(rule, need);
    case 'inputTokens':
      return need.inputTokens ?? 0;
    case 'outputTokens':
      return outputOf(rule, need);
    case 'nanoUsd':
      return moneyOf(rule, need);
  }
}

function moneyOf({ reserve }: Pick<LimitRule, 'reserve'>, need: Need): number {
  const { nanoUsd = 0, maxNanoUsd = nanoUsd } = need;
  return reserve === 'max_tokens' ? maxNanoUsd : nanoUsd;
}

function outputOf({ reserve }: Pick<LimitRule, 'reserve'>, need: Need): number {
  const { outputTokens = 0, maxOutputTokens = outputTokens } = need;
  return reserve === 'max_tokens' ? maxOutputTokens : outputTokens;
}
