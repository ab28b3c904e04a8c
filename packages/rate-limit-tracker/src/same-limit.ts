import type { LimitRule } from '@llm-router/core';

/** Whether both count the same unit over the same period. */
export function sameLimit(
  a: Pick<LimitRule, 'unit' | 'perMs'>,
  b: Pick<LimitRule, 'unit' | 'perMs'>,
): boolean {
  return a.unit === b.unit && a.perMs === b.perMs;
}

/** Whether one meter can go on when the first limit becomes the second. */
export function sameMeter(a: LimitRule, b: LimitRule): boolean {
  return sameLimit(a, b) && algorithmOf(a) === algorithmOf(b);
}

/** The same limit again, with a bucket that was seen at least as full before. */
export function saysNoMore(known: LimitRule, told: LimitRule): boolean {
  return known.amount === told.amount && sizeOf(known) >= sizeOf(told);
}

const algorithmOf = ({ algorithm }: LimitRule) => algorithm ?? 'token-bucket';

const sizeOf = ({ burst, amount }: LimitRule) => burst ?? amount;
