import type { LimitRule } from '@llm-router/core';
import { type Meter, roundWaitUp, tolerance } from './meter.ts';
import { createRefundRoom } from './refund-room.ts';

/**
 * A bucket that refills continuously at `amount / perMs` up to `burst`: how most providers count.
 * In any span of `t` milliseconds it lets through at most `burst + t · amount / perMs`.
 */
export function createTokenBucket(first: LimitRule, now: number, spent = 0): Meter {
  const refunds = createRefundRoom();
  let rule = first;
  /** What is missing from a full bucket. */
  let used = spent;
  let readAt = now;

  const capacity = () => rule.burst ?? rule.amount;
  const slack = () => capacity() * tolerance;
  const perMs = () => rule.amount / rule.perMs;

  function refill(at: number): void {
    if (at <= readAt) return;
    used = Math.max(0, used - (at - readAt) * perMs());
    readAt = at;
  }

  return {
    get rule() {
      return rule;
    },
    waitMs(at, amount) {
      refill(at);
      const missing = amount + used - capacity();
      if (missing <= slack()) return 0;
      if (amount > capacity() + slack()) return Number.POSITIVE_INFINITY;
      return roundWaitUp(missing / perMs());
    },
    take(at, amount, order = at) {
      refill(at);
      refunds.note(order, used);
      used += amount;
    },
    correct(at, amount, takenAt, order = takenAt) {
      refill(at);
      used -= amount > 0 ? refunds.grant(Math.min(amount, used), order) : amount;
    },
    available(at) {
      refill(at);
      return capacity() - used;
    },
    spent(at) {
      refill(at);
      return used;
    },
    tighten(at, remaining, order = at) {
      refill(at);
      refunds.note(order, Math.max(0, remaining - (capacity() - used)));
      used = Math.max(used, capacity() - remaining);
    },
    change(at, next) {
      refill(at);
      rule = next;
    },
  };
}
