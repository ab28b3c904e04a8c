import type { LeaseOutcome, LimitRule, Limits, LimitUnit, Need } from '@llm-router/core';
import { createAdaptiveCap } from './adaptive-cap.ts';
import { createMeter } from './create-meter.ts';
import type { Learned } from './learn-limits.ts';
import { toLimitRules } from './limit-rules.ts';
import type { Meter } from './meter.ts';
import { sameLimit, sameMeter, saysNoMore } from './same-limit.ts';

/** Why a pool cannot take a request now. */
export interface PoolRefusal {
  readonly waitMs: number;
  readonly limitedBy: string;
  /** Whether time alone ends the wait, or another request has to end first. */
  readonly until: 'time' | 'release';
}

export interface PoolSnapshot {
  readonly rules: readonly (LimitRule & {
    readonly available: number;
    readonly source: 'told' | 'learned';
  })[];
  readonly inFlight: number;
  /** Told or adapted; absent means without limit. */
  readonly maxConcurrent?: number;
  readonly blockedUntil?: number;
  readonly blockedBy?: string;
}

/** The state of one key: everything that its requests share. */
export interface Pool {
  readonly key: string;
  /** Why `need` does not fit now; `undefined` where it does. */
  refusal(now: number, need: Need): PoolRefusal | undefined;
  take(now: number, need: Need, lease: object): void;
  /** The request ended: its slot is free, and the difference between reserved and real goes back. */
  end(now: number, lease: object, takenAt: number, back: Need): void;
  outcome(now: number, startedAt: number, outcome: LeaseOutcome): void;
  block(until: number, why: string): void;
  learn(now: number, learned: Learned): readonly LimitRule[];
  update(now: number, limits: Limits): void;
  /** Nothing is in flight, spent or learned: it could be forgotten without a trace. */
  idle(now: number): boolean;
  snapshot(now: number): PoolSnapshot;
}

/** How much of a unit a request needs. */
function amountOf(unit: LimitUnit, need: Need): number {
  switch (unit) {
    case 'requests':
      return need.requests ?? 1;
    case 'tokens':
      return (need.inputTokens ?? 0) + (need.outputTokens ?? 0);
    case 'inputTokens':
      return need.inputTokens ?? 0;
    case 'outputTokens':
      return need.outputTokens ?? 0;
    case 'nanoUsd':
      return need.nanoUsd ?? 0;
  }
}

const unitWords: Record<LimitUnit, string> = {
  requests: 'requests',
  tokens: 'tokens',
  inputTokens: 'input tokens',
  outputTokens: 'output tokens',
  nanoUsd: 'money',
};

/** `requests per minute`, `tokens per 10 s`. */
function ruleInWords(rule: LimitRule): string {
  const { perMs } = rule;
  const period = perMs === 60_000 ? 'minute' : perMs === 86_400_000 ? 'day' : `${perMs / 1000} s`;
  return `${unitWords[rule.unit]} per ${period}`;
}

/** Until requests have ended, nobody knows how long they take. */
const assumedHoldMs = 1000;
const holdSmoothing = 0.1;

export function createPool(
  key: string,
  limits: Limits,
  options: { readonly now: number; readonly leaseTtlMs: number },
): Pool {
  let told: readonly Meter[] = [];
  let learned: readonly Meter[] = [];
  /** Told and learned together: what every request passes through. */
  let meters: readonly Meter[] = [];
  let maxConcurrent = Number.POSITIVE_INFINITY;
  let minIntervalMs = 0;
  let startedAt = Number.NEGATIVE_INFINITY;
  let blockedUntil = Number.NEGATIVE_INFINITY;
  let blockedBy = '';
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let holdMs = 0;
  const cap = createAdaptiveCap();
  /** Leases in flight and when each started, oldest first. */
  const leases = new Map<object, number>();
  /** What each lease took from: a limit that came later has nothing to give back. */
  const takenFrom = new WeakMap<object, readonly Meter[]>();

  function expireLeases(now: number): void {
    for (const [lease, since] of leases) {
      if (now - since < options.leaseTtlMs) return;
      leases.delete(lease);
    }
  }

  function inFlightRefusal(now: number): PoolRefusal | undefined {
    const allowed = Math.min(maxConcurrent, cap.limit);
    if (leases.size < allowed) return undefined;
    expireLeases(now);
    if (leases.size < allowed) return undefined;
    const oldest = leases.values().next().value ?? now;
    const waitMs = Math.max(1, oldest + (holdMs || assumedHoldMs) - now);
    return { waitMs, limitedBy: `${allowed} in flight for ${key}`, until: 'release' };
  }

  /** A learned bucket size is a guess: it may delay what is larger, but not rule it out. */
  function waitOf(meter: Meter, now: number, amount: number): number {
    const waitMs = meter.waitMs(now, amount);
    const { burst, amount: most } = meter.rule;
    const isGuess =
      waitMs === Number.POSITIVE_INFINITY && amount <= most && learned.includes(meter);
    return isGuess ? meter.waitMs(now, Math.min(amount, burst ?? most)) : waitMs;
  }

  /** What a changed algorithm begins with. */
  function spentUnder(rule: LimitRule, now: number): number {
    return told.find((meter) => sameLimit(meter.rule, rule))?.spent(now) ?? 0;
  }

  function update(now: number, next: Limits): void {
    const rules = toLimitRules(key, next);
    const before = [...told];
    told = rules.map((rule) => {
      const same = before.findIndex((meter) => sameMeter(meter.rule, rule));
      const [meter] = same < 0 ? [] : before.splice(same, 1);
      meter?.change(now, rule);
      return meter ?? createMeter(rule, now, spentUnder(rule, now));
    });
    meters = [...told, ...learned];
    maxConcurrent = next.maxConcurrent ?? Number.POSITIVE_INFINITY;
    minIntervalMs = next.minIntervalMs ?? 0;
  }

  update(options.now, limits);

  return {
    key,
    refusal(now, need) {
      if (now < blockedUntil) {
        return { waitMs: blockedUntil - now, limitedBy: `${key}: ${blockedBy}`, until: 'time' };
      }
      if (now < pausedUntil) {
        const limitedBy = `${key}: a pause after it refused without saying until when`;
        return { waitMs: pausedUntil - now, limitedBy, until: 'time' };
      }
      let waitMs = 0;
      let worst: Meter | undefined;
      for (const meter of meters) {
        const wait = waitOf(meter, now, amountOf(meter.rule.unit, need));
        if (wait > waitMs) {
          waitMs = wait;
          worst = meter;
        }
      }
      const spacingMs = startedAt + minIntervalMs - now;
      if (spacingMs > waitMs) {
        return {
          waitMs: spacingMs,
          limitedBy: `${minIntervalMs} ms between starts of ${key}`,
          until: 'time',
        };
      }
      if (worst !== undefined) {
        return { waitMs, limitedBy: `${ruleInWords(worst.rule)} of ${key}`, until: 'time' };
      }
      return inFlightRefusal(now);
    },
    take(now, need, lease) {
      for (const meter of meters) meter.take(now, amountOf(meter.rule.unit, need));
      expireLeases(now);
      leases.set(lease, now);
      takenFrom.set(lease, meters);
      startedAt = now;
    },
    end(now, lease, takenAt, back) {
      leases.delete(lease);
      const taken = takenFrom.get(lease);
      for (const meter of meters) {
        if (taken !== meters && !taken?.includes(meter)) continue;
        const amount = amountOf(meter.rule.unit, back);
        if (amount !== 0) meter.correct(now, amount, takenAt);
      }
    },
    outcome(now, since, outcome) {
      if (outcome === 'success') {
        const held = now - since;
        holdMs = holdMs === 0 ? held : holdMs + (held - holdMs) * holdSmoothing;
        cap.success();
      } else if (outcome === 'dropped' && now >= blockedUntil) {
        // A refusal that came with a time to wait has blocked the pool already.
        pausedUntil = Math.max(pausedUntil, now + cap.refused(now, since, leases.size));
      }
    },
    block(until, why) {
      if (!(until > blockedUntil)) return;
      blockedUntil = until;
      blockedBy = why;
    },
    learn(now, { rules, remaining }) {
      const fresh: LimitRule[] = [];
      for (const rule of rules) {
        const mine = told.find((meter) => sameLimit(meter.rule, rule));
        const known = learned.find((meter) => sameLimit(meter.rule, rule));
        if (known !== undefined) {
          if (saysNoMore(known.rule, rule)) continue;
          known.change(now, rule);
        } else {
          if (mine !== undefined && mine.rule.amount <= rule.amount) continue;
          learned = [...learned, createMeter(rule, now, mine?.spent(now) ?? 0)];
        }
        fresh.push(rule);
      }
      if (fresh.length > 0) meters = [...told, ...learned];
      for (const left of remaining) {
        for (const meter of meters) {
          if (sameLimit(meter.rule, left)) meter.tighten(now, left.remaining);
        }
      }
      return fresh;
    },
    update,
    idle(now) {
      expireLeases(now);
      return (
        leases.size === 0 &&
        learned.length === 0 &&
        now >= blockedUntil &&
        now >= pausedUntil &&
        now >= startedAt + minIntervalMs &&
        cap.limit === Number.POSITIVE_INFINITY &&
        told.every((meter) => meter.spent(now) <= 0)
      );
    },
    snapshot(now) {
      expireLeases(now);
      const allowed = Math.min(maxConcurrent, cap.limit);
      const show = (source: 'told' | 'learned') => (meter: Meter) => ({
        ...meter.rule,
        available: meter.available(now),
        source,
      });
      return {
        rules: [...told.map(show('told')), ...learned.map(show('learned'))],
        inFlight: leases.size,
        ...(allowed !== Number.POSITIVE_INFINITY && { maxConcurrent: allowed }),
        ...(now < blockedUntil && { blockedUntil, blockedBy }),
      };
    },
  };
}
