import type { LimitRule } from '@llm-router/core';
import { type Meter, roundWaitUp, tolerance } from './meter.ts';
import { createRefundRoom } from './refund-room.ts';

/**
 * At most `amount` between two multiples of `perMs` since the epoch: a day runs from midnight to
 * midnight UTC. What is left at the end of a window is lost.
 */
export function createFixedWindow(first: LimitRule, now: number, spent = 0): Meter {
  const refunds = createRefundRoom();
  let rule = first;
  const slack = () => rule.amount * tolerance;
  const windowOf = (at: number) => Math.floor(at / rule.perMs);
  let window = windowOf(now);
  let used = spent;

  function advance(at: number): void {
    const next = windowOf(at);
    if (next <= window) return;
    window = next;
    used = 0;
  }

  return {
    get rule() {
      return rule;
    },
    waitMs(at, amount) {
      advance(at);
      if (used + amount <= rule.amount + slack()) return 0;
      if (amount > rule.amount + slack()) return Number.POSITIVE_INFINITY;
      return roundWaitUp((window + 1) * rule.perMs - at);
    },
    take(at, amount) {
      advance(at);
      used += amount;
    },
    correct(at, amount, takenAt, order = takenAt) {
      advance(at);
      if (windowOf(takenAt) !== window) return;
      used -= amount > 0 ? refunds.grant(amount, order) : amount;
    },
    available(at) {
      advance(at);
      return rule.amount - used;
    },
    spent(at) {
      advance(at);
      return used;
    },
    tighten(at, remaining, order = at) {
      advance(at);
      refunds.note(order, Math.max(0, remaining - (rule.amount - used)));
      used = Math.max(used, rule.amount - remaining);
    },
    change(_, next) {
      rule = next;
    },
  };
}
