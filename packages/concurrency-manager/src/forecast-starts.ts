import { createHeap, type Heap, type LimitRule, type Need } from '@llm-router/core';
import { amountOf, type PoolSnapshot } from '@llm-router/rate-limit-tracker';
import { keysOf } from './wait-line.ts';
import type { Want } from './waiter.ts';

/** What is asked of the queue, and since when. */
export interface Wish {
  readonly want: Want;
  readonly waitedMs: number;
}

/**
 * When each of those who wait could start, in milliseconds from now, in the order given: each goes to
 * the target that can take it soonest after those before it have taken theirs. Sliding windows refill
 * steadily in it; how long a request holds its slot is what was usual.
 */
export function forecastStarts(
  wants: readonly Wish[],
  snapshotOf: (key: string) => PoolSnapshot | undefined,
  now: number,
): number[] {
  const lanes = new Map<string, Lane>();
  const laneOf = (key: string): Lane => {
    const lane = lanes.get(key) ?? createLane(snapshotOf(key), now);
    lanes.set(key, lane);
    return lane;
  };

  return wants.map(({ want, waitedMs }) => {
    const { start, target } = soonest(want, waitedMs, (key, need) => laneOf(key).readyMs(need));
    if (target === undefined || start === Number.POSITIVE_INFINITY) return start;
    for (const key of keysOf(target)) laneOf(key).take(start, target.need ?? want.need);
    return start;
  });
}

/** As the queue chooses: a worse rank only where every better one would take longer than is worth it. */
function soonest(
  { targets, need, spillAfterMs }: Want,
  waitedMs: number,
  readyMs: (key: string, need: Need) => number,
): { readonly start: number; readonly target?: Want['targets'][number] } {
  let best: { start: number; target?: Want['targets'][number] } = {
    start: Number.POSITIVE_INFINITY,
  };
  let rank = targets[0]?.rank ?? 0;
  for (const target of targets) {
    if ((target.rank ?? 0) !== rank && waitedMs + best.start <= spillAfterMs) break;
    rank = target.rank ?? 0;
    const start = Math.max(...keysOf(target).map((key) => readyMs(key, target.need ?? need)));
    if (start < best.start) best = { start, target };
  }
  return best;
}

/** Until requests have ended, nobody knows how long they take. */
const assumedMs = 1000;
/** Beyond so many, slots are hardly what anyone waits for. */
const mostSlots = 10_000;

/** One key's limits, played forward. Times are milliseconds from now. */
interface Lane {
  readyMs(need: Need): number;
  take(at: number, need: Need): void;
}

function createLane(pool: PoolSnapshot | undefined, now: number): Lane {
  if (pool === undefined) return { readyMs: () => 0, take: () => undefined };
  const { rules, pace, spacing, blockedUntil = now, maxConcurrent, usualMs = assumedMs } = pool;
  const buckets = rules.map((rule) =>
    rule.algorithm === 'fixed-window'
      ? createWindow(rule, rule.available, now)
      : createBucket(rule, rule.available),
  );
  if (pace !== undefined) {
    const { unit, perMinute: amount } = pace;
    buckets.push(createBucket({ unit, amount, perMs: 60_000, burst: 1 }, 0));
  }
  const slots = maxConcurrent === undefined ? undefined : createSlots(pool, maxConcurrent);
  let earliest = Math.max(0, blockedUntil - now, spacing?.waitMs ?? 0);
  return {
    readyMs: (need) =>
      Math.max(earliest, slots?.peek() ?? 0, ...buckets.map((bucket) => bucket.readyMs(need))),
    take(at, need) {
      earliest = Math.max(earliest, at + (spacing?.minIntervalMs ?? 0));
      for (const bucket of buckets) bucket.take(at, need);
      if (slots === undefined) return;
      slots.pop();
      slots.push(at + usualMs);
    },
  };
}

/** When each slot is free: those in flight are taken to end evenly over the usual time. */
function createSlots({ inFlight, usualMs = assumedMs }: PoolSnapshot, count: number): Heap<number> {
  const slots = createHeap<number>((a, b) => a < b);
  for (let slot = 0; slot < Math.min(count, mostSlots); slot++) {
    slots.push(slot < inFlight ? ((slot + 1) / inFlight) * usualMs : 0);
  }
  return slots;
}

/** A bucket that may go below nothing: what is larger than it waits as long as it takes to pay for. */
function createBucket(rule: LimitRule, available: number): Lane {
  const { amount, perMs, burst = amount } = rule;
  const rate = amount / perMs;
  let left = available;
  let leftAt = 0;
  return {
    readyMs: (need) => leftAt + Math.max(0, Math.min(amountOf(rule, need), burst) - left) / rate,
    take(at, need) {
      left = Math.min(burst, left + (at - leftAt) * rate) - amountOf(rule, need);
      leftAt = at;
    },
  };
}

/** A window that is whole again at its end, whatever was taken beyond it. */
function createWindow({ amount, perMs, ...rule }: LimitRule, available: number, now: number): Lane {
  let left = available;
  let since = 0;
  let ends = perMs - (now % perMs);
  const takes = (need: Need) => amountOf(rule, need);
  return {
    readyMs: (need) => (left >= Math.min(takes(need), amount) ? since : ends),
    take(at, need) {
      if (at >= ends) {
        since = ends + Math.floor((at - ends) / perMs) * perMs;
        ends = since + perMs;
        left = amount;
      }
      left -= takes(need);
    },
  };
}
