import type { LimitRule } from '@llm-router/core';

/** What one request took: as reserved while it is open, as used once it is settled. */
export interface Use {
  readonly at: number;
  amount: number;
}

/** Room for sums of fractions, as a share of the limit. */
const epsilon = 1e-6;

/**
 * The most by which any window that ends with the last use breaks the rule; at most 0 where it holds.
 * Written from the definition of each algorithm, not from its code.
 */
export function worstExcess(rule: LimitRule, uses: readonly Use[]): number {
  const end = uses.at(-1)?.at ?? 0;
  let worst = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const use of [...uses].reverse()) {
    if (rule.algorithm === 'sliding-window' && end - use.at >= rule.perMs) break;
    if (rule.algorithm === 'fixed-window' && windowOf(rule, use.at) !== windowOf(rule, end)) break;
    sum += use.amount;
    worst = Math.max(worst, sum - allowance(rule, end - use.at));
  }
  return worst - epsilon * rule.amount;
}

const windowOf = (rule: LimitRule, at: number) => Math.floor(at / rule.perMs);

function allowance(rule: LimitRule, spanMs: number): number {
  if (rule.algorithm === 'sliding-window' || rule.algorithm === 'fixed-window') return rule.amount;
  return (rule.burst ?? rule.amount) + (spanMs * rule.amount) / rule.perMs;
}
