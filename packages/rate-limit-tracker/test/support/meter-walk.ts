import type { LimitRule } from '@llm-router/core';
import fc from 'fast-check';
import type { Meter } from '../../src/meter.ts';
import type { Use } from './bounds.ts';

/** One step of a random life of a meter. Shares are of the limit or of what was reserved. */
export type Step =
  | { readonly do: 'pass'; readonly share: number }
  | { readonly do: 'take'; readonly share: number }
  | { readonly do: 'settle'; readonly which: number; readonly usedShare: number };

export const start = 1_000_000;

/** Steps; `most` is how many times its reservation a request may turn out to have used. */
export function steps(most: number): fc.Arbitrary<readonly Step[]> {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  return fc.array(
    fc.oneof(
      fc.record({ do: fc.constant('pass' as const), share }),
      fc.record({ do: fc.constant('take' as const), share }),
      fc.record({
        do: fc.constant('settle' as const),
        which: fc.nat(20),
        usedShare: fc.oneof(fc.constant(0), fc.double({ min: 0, max: most, noNaN: true })),
      }),
    ),
    { minLength: 5, maxLength: 120 },
  );
}

export interface Walked {
  readonly now: number;
  readonly taken: number;
}

/** Walks a meter through the steps and shows all uses at each admission, as far as they are known then. */
export function walk(
  meter: Meter,
  rule: LimitRule,
  script: readonly Step[],
  onTaken: (uses: readonly Use[]) => void = () => {},
): Walked {
  let now = start;
  const uses: Use[] = [];
  const open: (Use & { readonly reserved: number })[] = [];
  for (const step of script) {
    if (step.do === 'pass') {
      now += step.share * rule.perMs;
    } else if (step.do === 'take') {
      const reserved = step.share * (rule.burst ?? rule.amount);
      if (meter.waitMs(now, reserved) > 0) continue;
      meter.take(now, reserved);
      const use = { at: now, amount: reserved, reserved };
      uses.push(use);
      open.push(use);
      onTaken(uses);
    } else {
      const [use] = open.splice(step.which % Math.max(1, open.length), 1);
      if (use === undefined) continue;
      use.amount = step.usedShare * use.reserved;
      meter.correct(now, use.reserved - use.amount, use.at);
    }
  }
  return { now, taken: uses.length };
}
