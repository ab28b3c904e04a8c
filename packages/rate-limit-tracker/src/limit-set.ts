import type { LimitRule, Limits, LimitUnit, Need } from '@llm-router/core';
import { createMeter } from './create-meter.ts';
import type { Learned } from './learn-limits.ts';
import { toLimitRules } from './limit-rules.ts';
import { sameLimit, sameMeter, saysNoMore } from './same-limit.ts';
import { amountOf, type Taken } from './taken.ts';
import { createWatchedLimit, type WatchedLimit } from './watched-limit.ts';

/** The rules of one key, told and learned: a request passes all of them. */
export interface LimitSet {
  readonly all: readonly WatchedLimit[];
  /** The longest wait of all, and whose it is; `undefined` where `need` fits. */
  longestWait(
    now: number,
    need: Need,
  ): { readonly waitMs: number; readonly rule: LimitRule } | undefined;
  update(now: number, limits: Limits): void;
  /**
   * What an answer says of limits, and of what was left when its request had passed.
   *
   * @param taken what that request took, where it is known
   * @param inFlight those that may have started since
   * @returns the rules that are new
   */
  learn(
    now: number,
    learned: Learned,
    taken: Taken | undefined,
    inFlight: Iterable<Taken>,
  ): readonly LimitRule[];
  readonly hasLearned: boolean;
  snapshot(now: number): readonly LimitSnapshot[];
}

export type LimitSnapshot = LimitRule & {
  readonly available: number;
  readonly source: 'told' | 'learned';
};

const none: readonly WatchedLimit[] = [];

export function createLimitSet(key: string, limits: Limits, since: number): LimitSet {
  let told = none;
  let learned = none;
  let all = none;

  const find = (among: readonly WatchedLimit[], rule: Pick<LimitRule, 'unit' | 'perMs'>) =>
    among.find(({ meter }) => sameLimit(meter.rule, rule));

  function update(now: number, next: Limits): void {
    const before = [...told];
    told = toLimitRules(key, next).map((rule) => {
      const same = before.findIndex(({ meter }) => sameMeter(meter.rule, rule));
      const [limit] = same < 0 ? [] : before.splice(same, 1);
      limit?.meter.change(now, rule);
      // A changed algorithm begins with what the one before had spent.
      const spent = find(told, rule)?.meter.spent(now) ?? 0;
      return limit ?? createWatchedLimit(createMeter(rule, now, spent));
    });
    all = [...told, ...learned];
  }

  /** A limit of which an answer has told, with what its request and later ones took from it. */
  function createLearned(
    now: number,
    rule: LimitRule,
    remaining: number | undefined,
    taken: Taken | undefined,
    inFlight: Iterable<Taken>,
  ): WatchedLimit {
    const known = find(told, rule);
    const at = known !== undefined || taken === undefined ? now : taken.at;
    const own = taken === undefined ? 0 : amountOf(rule.unit, taken.need);
    const meter = createMeter(rule, at, known?.meter.spent(now) ?? own);
    if (remaining !== undefined) meter.tighten(at, remaining, taken?.order ?? 0);
    if (at !== now && taken !== undefined) {
      for (const { order, need, at: takenAt } of inFlight) {
        if (order > taken.order) meter.take(takenAt, amountOf(rule.unit, need), order);
      }
    }
    return createWatchedLimit(meter);
  }

  update(since, limits);

  return {
    get all() {
      return all;
    },
    get hasLearned() {
      return learned.length > 0;
    },
    longestWait(now, need) {
      let waitMs = 0;
      let longest: WatchedLimit | undefined;
      for (let index = 0; index < all.length; index++) {
        const limit = all[index] as WatchedLimit;
        const amount = amountOf(limit.meter.rule.unit, need);
        const wait = waitOf(limit, now, amount, index >= told.length);
        if (wait <= waitMs) continue;
        waitMs = wait;
        longest = limit;
      }
      return longest && { waitMs, rule: longest.meter.rule };
    },
    update,
    learn(now, { rules, remaining }, taken, inFlight) {
      const fresh: LimitRule[] = [];
      const before = all;
      for (const rule of rules) {
        const known = find(learned, rule);
        if (known !== undefined) {
          if (saysNoMore(known.meter.rule, rule)) continue;
          known.meter.change(now, rule);
        } else {
          const mine = find(told, rule);
          if (mine !== undefined && mine.meter.rule.amount <= rule.amount) continue;
          const left = remaining.find((limit) => sameLimit(limit, rule))?.remaining;
          learned = [...learned, createLearned(now, rule, left, taken, inFlight)];
        }
        fresh.push(rule);
      }
      if (fresh.length > 0) all = [...told, ...learned];
      for (const { remaining: left, ...limit } of remaining) {
        for (const known of before) {
          if (sameLimit(known.meter.rule, limit)) hold(known, now, left, taken);
        }
      }
      return fresh;
    },
    snapshot: (now) =>
      all.map(({ meter }, index) => ({
        ...meter.rule,
        available: meter.available(now),
        source: index < told.length ? 'told' : 'learned',
      })),
  };
}

/** A learned bucket size is a guess: it may delay what is larger, but not rule it out. */
function waitOf({ meter }: WatchedLimit, now: number, amount: number, isLearned: boolean): number {
  const waitMs = meter.waitMs(now, amount);
  if (waitMs !== Number.POSITIVE_INFINITY || !isLearned) return waitMs;
  const { burst, amount: most } = meter.rule;
  return amount <= most ? meter.waitMs(now, Math.min(amount, burst ?? most)) : waitMs;
}

/** Holds a limit against what the provider says was left of it when the request had passed. */
function hold(limit: WatchedLimit, now: number, remaining: number, taken: Taken | undefined): void {
  if (taken === undefined) {
    limit.tighten(now, remaining);
    return;
  }
  const mark = taken.marks[taken.limits.indexOf(limit)];
  // A limit that was learned since cannot be compared.
  if (mark !== undefined) limit.told(now, remaining, taken.at, mark);
}

const unitWords: Record<LimitUnit, string> = {
  requests: 'requests',
  tokens: 'tokens',
  inputTokens: 'input tokens',
  outputTokens: 'output tokens',
  nanoUsd: 'money',
};

/** `requests per minute`, `tokens per 10 s`. */
export function ruleInWords({ unit, perMs }: LimitRule): string {
  const period = perMs === 60_000 ? 'minute' : perMs === 86_400_000 ? 'day' : `${perMs / 1000} s`;
  return `${unitWords[unit]} per ${period}`;
}
