import {
  type Clock,
  type HeadersLike,
  type Lease,
  type Limits,
  type Need,
  readOptions,
  systemClock,
} from '@llm-router/core';
import { checkNeed } from './check-need.ts';
import { createLeases, type LeaseNote, takenBy } from './create-leases.ts';
import type { LearnedLimit } from './found-limit.ts';
import { learnLimits } from './learn-limits.ts';
import { toLimitRules } from './limit-rules.ts';
import { parseRateLimitHeaders } from './parse-rate-limit-headers.ts';
import { createPool, type Pool, type PoolRefusal, type PoolSnapshot } from './pool.ts';

export interface RateLimitTrackerOptions {
  /** Limits by key: a deployment, a pool, a tenant. A key that is not named is unlimited. */
  readonly limits?: Readonly<Record<string, Limits>>;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
  /** A lease that nobody ends gives its slot back after this long. @defaultValue 1 800 000 (30 minutes) */
  readonly leaseTtlMs?: number;
  /**
   * Whether a key of which nothing is known is sent its first requests one after the other, ever
   * faster: a hundred in half a second. @defaultValue false
   */
  readonly slowStart?: boolean;
  /** Keys without told limits that are remembered at least; idle ones beyond it are forgotten. @defaultValue 10 000 */
  readonly maxKeys?: number;
  /** Called whenever a request could fit that did not before. */
  readonly onFreed?: () => void;
  /** Called when a provider's headers, or its refusals, have shown a limit that was not known. */
  readonly onLearned?: OnLearned;
}

/** @param confidence 1 where the provider states the limit; else 0 to 1 */
export type OnLearned = (key: string, limit: LearnedLimit['limit'], confidence: number) => void;

export interface RateLimitTracker {
  /** Whether `need` fits now, and if not for how long. Takes nothing. */
  check(key: string, need?: Need): CheckResult;
  /**
   * Takes `need` from every rule of the key, or of several keys together, or takes nothing.
   * The lease carries the first key.
   */
  reserve(keys: string | readonly string[], need?: Need, note?: LeaseNote): ReserveLease;
  /** How long the limits of the key need to make up for `need`, in milliseconds; 0 where none is known. */
  occupancyMs(key: string, need?: Need): number;
  /** Learns from a provider's answer. */
  observe(
    key: string,
    response: {
      readonly status?: number;
      readonly headers: HeadersLike;
      readonly provider?: string;
      /** Of the request that was answered: what is left is held against what was left when it started. */
      readonly lease?: Lease;
    },
  ): void;
  /** Nothing of `key` fits before `until` (epoch ms). A later block prolongs; only `unblock` shortens. */
  block(key: string, until: number, why: string): void;
  /** Lifts the block of `key`, for one that has become another: a new account, a new address. */
  unblock(key: string): void;
  /**
   * Changes the limits of the keys named and keeps what was already spent; `{}` lifts a key's limits.
   * Keys that are not named keep theirs.
   */
  update(limits: Readonly<Record<string, Limits>>): void;
  snapshot(): Readonly<Record<string, PoolSnapshot>>;
  snapshot(key: string): PoolSnapshot | undefined;
}

export type CheckResult =
  | { readonly ok: true; readonly waitMs: 0 }
  | ({ readonly ok: false } & PoolRefusal);

export type ReserveLease =
  | { readonly ok: true; readonly lease: Lease }
  | ({ readonly ok: false; readonly key: string } & PoolRefusal);

const fits: CheckResult = Object.freeze({ ok: true, waitMs: 0 });
const granted: LeaseNote = Object.freeze({ waitedMs: 0 });
const oneRequest: Need = Object.freeze({});

/**
 * Keeps account of what every key has used of its limits. It never waits and never queues: it
 * answers, synchronously, whether a request fits and when it would.
 *
 * @example
 * const tracker = createRateLimitTracker({ limits: { 'gpt-4o-mini': { requestsPerMinute: 500 } } });
 * const taken = tracker.reserve('gpt-4o-mini', { inputTokens: 1200, outputTokens: 300 });
 * if (taken.ok) taken.lease.settle({ inputTokens: 1187, outputTokens: 212 });
 *
 * @throws RouterError `invalid_config` for limits that cannot be meant
 */
export function createRateLimitTracker(options: RateLimitTrackerOptions = {}): RateLimitTracker {
  const read = readOptions('createRateLimitTracker', options, [
    'limits',
    'clock',
    'leaseTtlMs',
    'slowStart',
    'maxKeys',
    'onFreed',
    'onLearned',
  ]);
  const clock = read.object('clock', ['now', 'sleep'], systemClock);
  const leaseTtlMs = read.number('leaseTtlMs', { default: 1_800_000, min: 0, exclusiveMin: true });
  const slowStart = read.boolean('slowStart', false);
  const maxKeys = read.number('maxKeys', { default: 10_000, min: 1, integer: true });
  const onFreed = read.callback('onFreed', () => {});
  const onLearned = read.callback<OnLearned>('onLearned', () => {});
  const pools = new Map<string, Pool>();
  const told = new Set<string>();
  let sweepAt = maxKeys;
  const grant = createLeases(clock, onFreed, tell);

  function poolFor(key: string): Pool {
    const known = pools.get(key);
    if (known !== undefined) return known;
    if (pools.size - told.size >= sweepAt) forgetIdle();
    const pool = createPool(key, {}, { now: clock.now(), leaseTtlMs, slowStart });
    pools.set(key, pool);
    return pool;
  }

  /** Forgets keys that are as good as new; those in use stay, so the next sweep waits for more. */
  function forgetIdle(): void {
    const now = clock.now();
    for (const [key, pool] of pools) {
      if (!told.has(key) && pool.idle(now)) pools.delete(key);
    }
    sweepAt = Math.max(maxKeys, 2 * (pools.size - told.size));
  }

  function update(limits: Readonly<Record<string, Limits>>): void {
    const now = clock.now();
    // All are read before any is changed: a bad one changes nothing.
    for (const [key, next] of Object.entries(limits)) toLimitRules(key, next);
    for (const [key, next] of Object.entries(limits)) {
      const known = pools.get(key);
      if (known === undefined)
        pools.set(key, createPool(key, next, { now, leaseTtlMs, slowStart }));
      else known.update(now, next);
      told.add(key);
    }
  }

  /** A listener that fails does not break the request whose answer taught the limit. */
  function tell(key: string, { limit, confidence }: LearnedLimit): void {
    try {
      onLearned(key, limit, confidence);
    } catch {
      // As above.
    }
  }

  update(options.limits ?? {});

  function snapshot(): Readonly<Record<string, PoolSnapshot>>;
  function snapshot(key: string): PoolSnapshot | undefined;
  function snapshot(key?: string): PoolSnapshot | Record<string, PoolSnapshot> | undefined {
    const now = clock.now();
    if (key !== undefined) return pools.get(key)?.snapshot(now);
    return Object.fromEntries([...pools].map(([name, pool]) => [name, pool.snapshot(now)]));
  }

  return {
    check(key, need = oneRequest) {
      checkNeed(need);
      const refusal = pools.get(key)?.refusal(clock.now(), need);
      return refusal === undefined ? fits : { ok: false, ...refusal };
    },
    reserve(keys, need = oneRequest, note = granted) {
      checkNeed(need);
      const now = clock.now();
      const held = typeof keys === 'string' ? [poolFor(keys)] : keys.filter(isFirst).map(poolFor);
      for (const pool of held) {
        const refusal = pool.refusal(now, need);
        if (refusal !== undefined) return { ok: false, key: pool.key, ...refusal };
      }
      return { ok: true, lease: grant(held, need, note, now) };
    },
    occupancyMs: (key, need = oneRequest) => pools.get(key)?.occupancyMs(clock.now(), need) ?? 0,
    observe(key, { status, headers, provider, lease }) {
      const now = clock.now();
      const told = parseRateLimitHeaders(headers, {
        now,
        ...(provider !== undefined && { provider }),
      });
      const pool = poolFor(key);
      const learned = pool.learn(now, learnLimits(told), takenBy(lease, pool));
      if (status === 429 && told.retryAfterMs !== undefined) {
        pool.block(now + told.retryAfterMs, 'told to wait by a 429');
      }
      for (const limit of learned) tell(key, { limit, confidence: 1 });
      if (learned.length > 0) onFreed();
    },
    block(key, until, why) {
      poolFor(key).block(until, why);
    },
    unblock(key) {
      pools.get(key)?.unblock();
      onFreed();
    },
    update(limits) {
      update(limits);
      onFreed();
    },
    snapshot,
  };
}

/** A key that is named twice is taken from once. */
const isFirst = (key: string, index: number, keys: readonly string[]) =>
  keys.indexOf(key) === index;
