import type { LimitRule } from '@llm-router/core';
import { type Meter, roundWaitUp, tolerance } from './meter.ts';

/**
 * A bucket that refills continuously at `amount / perMs` up to `burst`: how most providers count.
 * In any span of `t` milliseconds it lets through at most `burst + t · amount / perMs`.
 */
export function createTokenBucket(rule: LimitRule, now: number, spent = 0): Meter {
  const capacity = rule.burst ?? rule.amount;
  const perMs = rule.amount / rule.perMs;
  const slack = capacity * tolerance;
  let level = capacity - spent;
  let readAt = now;

  function refill(at: number): void {
    if (at <= readAt) return;
    level = Math.min(capacity, level + (at - readAt) * perMs);
    readAt = at;
  }

  return {
    rule,
    waitMs(at, amount) {
      refill(at);
      if (amount <= level + slack) return 0;
      if (amount > capacity + slack) return Number.POSITIVE_INFINITY;
      return roundWaitUp((amount - level) / perMs);
    },
    take(at, amount) {
      refill(at);
      level -= amount;
    },
    correct(at, amount) {
      refill(at);
      level = Math.min(capacity, level + amount);
    },
    available(at) {
      refill(at);
      return level;
    },
    spent(at) {
      refill(at);
      return capacity - level;
    },
    tighten(at, remaining) {
      refill(at);
      level = Math.min(level, remaining);
    },
  };
}
