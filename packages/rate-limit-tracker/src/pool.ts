import type { LeaseOutcome, LimitRule, Limits, Need } from '@llm-router/core';
import { assumedMs, createFlights } from './flights.ts';
import { createFoundLimit, type LearnedLimit } from './found-limit.ts';
import type { Learned } from './learn-limits.ts';
import { createLimitInference, type Pace } from './limit-inference.ts';
import { createLimitSet, type LimitSnapshot, ruleInWords } from './limit-set.ts';
import { amountOf, type Taken } from './taken.ts';

/** Why a pool cannot take a request now. */
export interface PoolRefusal {
  readonly waitMs: number;
  readonly limitedBy: string;
  /** Why the key is left alone, where a block and no limit is in the way. */
  readonly blockedBy?: string;
  /** Whether time alone ends the wait, or another request has to end first. */
  readonly until: 'time' | 'release';
  /** Nothing speaks against the key: it is only not to be overrun. */
  readonly isCaution?: boolean;
  /** Nothing that others do or give back ends the wait sooner. */
  readonly isCertain?: boolean;
}

export interface PoolSnapshot {
  readonly rules: readonly LimitSnapshot[];
  readonly inFlight: number;
  /** How long requests that succeeded have taken of late, in milliseconds. */
  readonly usualMs?: number;
  /** Told or found out; absent means without limit. */
  readonly maxConcurrent?: number;
  /** Least time between two starts, in milliseconds, and until the next. */
  readonly spacing?: { readonly minIntervalMs: number; readonly waitMs: number };
  /** Found out from refusals, where no rule was told or learned. */
  readonly pace?: Pace;
  readonly blockedUntil?: number;
  readonly blockedBy?: string;
}

/** The state of one key: everything that its requests share. */
export interface Pool {
  readonly key: string;
  /** Why `need` does not fit now; `undefined` where it does. */
  refusal(now: number, need: Need): PoolRefusal | undefined;
  take(now: number, need: Need): Taken;
  /** The request ended: its slot is free, and the difference between reserved and real goes back. */
  end(now: number, taken: Taken, back: Need): void;
  /** The request that ended had never left. */
  unsent(taken: Taken): void;
  /**
   * @param isTold whether the provider said for how long to stay away
   * @returns a limit that is found out by it
   */
  outcome(
    now: number,
    taken: Taken,
    outcome: LeaseOutcome,
    isTold: boolean,
  ): LearnedLimit | undefined;
  isBlocked(now: number): boolean;
  block(until: number, why: string): void;
  unblock(): void;
  /** @param taken what the request took whose answer says so, where that is known */
  learn(now: number, learned: Learned, taken: Taken | undefined): readonly LimitRule[];
  update(now: number, limits: Limits): void;
  /** How long the limits need to make up for `need`, in milliseconds: 0 where none is known. */
  occupancyMs(now: number, need: Need): number;
  /** Nothing is in flight or spent, and what was learned is old: it could be forgotten. */
  idle(now: number): boolean;
  snapshot(now: number): PoolSnapshot;
}

export interface PoolOptions {
  readonly now: number;
  readonly leaseTtlMs: number;
  /** Whether a provider of which nothing is known is sent its first requests with caution. */
  readonly slowStart: boolean;
}

const allTokens = { unit: 'tokens' } as const;

/** What was learned of a key that nobody has used for so long can be learned again. */
const rememberMs = 3_600_000;

export function createPool(key: string, first: Limits, options: PoolOptions): Pool {
  const limits = createLimitSet(key, first, options.now);
  const flights = createFlights(options.leaseTtlMs);
  const inference = createLimitInference();
  const foundLimit = createFoundLimit();
  let maxConcurrent = first.maxConcurrent ?? Number.POSITIVE_INFINITY;
  let minIntervalMs = first.minIntervalMs ?? 0;
  /** As headers state it. */
  let statedConcurrent = Number.POSITIVE_INFINITY;
  let startedAt = Number.NEGATIVE_INFINITY;
  let usedAt = options.now;
  let blockedUntil = Number.NEGATIVE_INFINITY;
  let blockedBy = '';
  let orders = 0;

  const byTime = (waitMs: number, limitedBy: string, isCertain: boolean): PoolRefusal => ({
    waitMs,
    limitedBy,
    until: 'time',
    isCertain,
  });

  const mostInFlight = () => Math.min(maxConcurrent, statedConcurrent, inference.cap);

  function inFlightRefusal(now: number): PoolRefusal | undefined {
    const allowed = mostInFlight();
    if (flights.size < allowed) return undefined;
    flights.expire(now);
    if (flights.size < allowed) return undefined;
    const limitedBy = `${allowed} in flight for ${key}`;
    return { waitMs: flights.nextEndMs(now), limitedBy, until: 'release' };
  }

  const knowsNothing = () =>
    inference.knowsNothing && !limits.hasLearned && statedConcurrent === Number.POSITIVE_INFINITY;

  const sentInFlight = () => Array.from(flights.all(), ({ sent }) => sent);

  /** What refusals alone have taught, and the caution before anything has. */
  function inferredRefusal(now: number, need: Need): PoolRefusal | undefined {
    const isUntold =
      limits.all.length === 0 &&
      Math.min(maxConcurrent, statedConcurrent) === Number.POSITIVE_INFINITY;
    const isNew = options.slowStart && isUntold;
    const found = inference.wait(now, amountOf(allTokens, need), isNew);
    if (found === undefined) return undefined;
    const refusal = byTime(found.waitMs, `${key}: ${found.limitedBy}`, false);
    return found.isCaution ? { ...refusal, isCaution: true } : refusal;
  }

  return {
    key,
    refusal(now, need) {
      if (now < blockedUntil) {
        return { ...byTime(blockedUntil - now, `${key}: ${blockedBy}`, true), blockedBy };
      }
      const spacingMs = startedAt + minIntervalMs - now;
      const longest = limits.longestWait(now, need);
      if (spacingMs > (longest?.waitMs ?? 0)) {
        return byTime(spacingMs, `${minIntervalMs} ms between starts of ${key}`, true);
      }
      if (longest) {
        flights.expire(now);
        // Those in flight may give back what they have reserved.
        const isCertain = flights.size === 0;
        return byTime(longest.waitMs, `${ruleInWords(longest.rule)} of ${key}`, isCertain);
      }
      return inFlightRefusal(now) ?? inferredRefusal(now, need);
    },
    take(now, need) {
      flights.expire(now);
      orders += 1;
      const marks = limits.take(now, need, orders);
      const sent = inference.sent(now, amountOf(allTokens, need), flights.size + 1);
      const taken: Taken = { at: now, order: orders, need, limits: limits.all, marks, sent };
      flights.add(taken);
      startedAt = now;
      usedAt = now;
      return taken;
    },
    end(now, taken, back) {
      flights.remove(taken);
      limits.giveBack(now, taken, back);
    },
    unsent({ sent }) {
      inference.unsent(sent, sentInFlight());
    },
    isBlocked: (now) => now < blockedUntil,
    outcome(now, { at, sent }, outcome, isTold) {
      if (outcome === 'success') {
        flights.lasted(now - at);
        inference.succeeded(sent);
        return undefined;
      }
      if (outcome === 'ignore') {
        inference.failed(sent, sentInFlight());
        return undefined;
      }
      inference.refused(now, sent, sentInFlight(), isTold);
      return foundLimit(inference.cap, inference.pace(now));
    },
    block(until, why) {
      if (!(until > blockedUntil)) return;
      blockedUntil = until;
      blockedBy = why;
    },
    unblock() {
      blockedUntil = Number.NEGATIVE_INFINITY;
    },
    learn(now, learned, taken) {
      usedAt = now;
      statedConcurrent = learned.maxConcurrent ?? statedConcurrent;
      return limits.learn(now, learned, taken, flights);
    },
    update(now, next) {
      limits.update(now, next);
      maxConcurrent = next.maxConcurrent ?? Number.POSITIVE_INFINITY;
      minIntervalMs = next.minIntervalMs ?? 0;
    },
    occupancyMs(now, need) {
      const slotMs = (flights.usualMs ?? assumedMs) / mostInFlight();
      return Math.max(
        slotMs,
        minIntervalMs,
        limits.occupancyMs(need),
        inference.occupancyMs(now, amountOf(allTokens, need)),
      );
    },
    idle(now) {
      flights.expire(now);
      const isUsed = flights.size > 0 || now < blockedUntil || now < startedAt + minIntervalMs;
      return !isUsed && limits.isWhole(now) && (knowsNothing() || now - usedAt >= rememberMs);
    },
    snapshot(now) {
      flights.expire(now);
      const allowed = mostInFlight();
      const pace = inference.pace(now);
      return {
        rules: limits.snapshot(now),
        inFlight: flights.size,
        ...(flights.usualMs !== undefined && { usualMs: flights.usualMs }),
        ...(minIntervalMs > 0 && {
          spacing: { minIntervalMs, waitMs: Math.max(0, startedAt + minIntervalMs - now) },
        }),
        ...(allowed !== Number.POSITIVE_INFINITY && { maxConcurrent: allowed }),
        ...(pace && { pace }),
        ...(now < blockedUntil && { blockedUntil, blockedBy }),
      };
    },
  };
}
