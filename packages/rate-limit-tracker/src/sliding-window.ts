import type { LimitRule } from '@llm-router/core';
import { type Meter, roundWaitUp, tolerance } from './meter.ts';
import { createRefundRoom } from './refund-room.ts';

/** A window is counted in this many slices; a slice counts until all of it has left the window. */
const slices = 60;

/**
 * At most `amount` in any span of `perMs`. Memory is bounded: uses are counted in sixtieths of the
 * window, each held until its end has left, so that the limit is at most a sixtieth of a window late
 * and never too early.
 */
export function createSlidingWindow(first: LimitRule, now: number, spent = 0): Meter {
  const refunds = createRefundRoom();
  let rule = first;
  const sliceMs = rule.perMs / slices;
  // One slice more than the window: the current one is still filling.
  const used = new Float64Array(slices + 1);
  let current = Math.floor(now / sliceMs);
  let total = spent;
  used[current % used.length] = spent;

  const indexOf = (slice: number) => slice % used.length;

  function advance(at: number): void {
    const slice = Math.floor(at / sliceMs);
    if (slice <= current) return;
    if (slice - current > slices) {
      used.fill(0);
      total = 0;
    } else {
      for (let next = current + 1; next <= slice; next++) {
        total -= used[indexOf(next)] as number;
        used[indexOf(next)] = 0;
      }
    }
    current = slice;
  }

  return {
    get rule() {
      return rule;
    },
    waitMs(at, amount) {
      advance(at);
      const slack = rule.amount * tolerance;
      if (total + amount <= rule.amount + slack) return 0;
      if (amount > rule.amount + slack) return Number.POSITIVE_INFINITY;
      let left = total;
      for (let slice = current - slices; slice <= current; slice++) {
        if (slice < 0) continue;
        left -= used[indexOf(slice)] as number;
        if (left + amount <= rule.amount + slack) {
          return roundWaitUp((slice + slices + 1) * sliceMs - at);
        }
      }
      return roundWaitUp(rule.perMs);
    },
    take(at, amount) {
      advance(at);
      used[indexOf(current)] = (used[indexOf(current)] as number) + amount;
      total += amount;
    },
    correct(at, amount, takenAt, order = takenAt) {
      advance(at);
      const slice = Math.floor(takenAt / sliceMs);
      if (slice < current - slices) return;
      const back = amount > 0 ? refunds.grant(amount, order) : amount;
      used[indexOf(slice)] = (used[indexOf(slice)] as number) - back;
      total -= back;
    },
    available(at) {
      advance(at);
      return rule.amount - total;
    },
    spent(at) {
      advance(at);
      return total;
    },
    tighten(at, remaining, order = at) {
      advance(at);
      const excess = rule.amount - total - remaining;
      refunds.note(order, Math.max(0, -excess));
      if (excess > 0) {
        used[indexOf(current)] = (used[indexOf(current)] as number) + excess;
        total += excess;
      }
    },
    change(_, next) {
      rule = next;
    },
  };
}
