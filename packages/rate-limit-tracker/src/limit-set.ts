import type { LimitRule, Limits, LimitUnit, Need } from '@llm-router/core';
import { createMeter } from './create-meter.ts';
import type { Flights } from './flights.ts';
import type { Learned } from './learn-limits.ts';
import { toLimitRules } from './limit-rules.ts';
import type { Meter } from './meter.ts';
import { sameLimit, sameMeter, saysNoMore } from './same-limit.ts';
import { amountOf, type Marks, type Taken } from './taken.ts';
import { createWatchedLimit, type Mark, type WatchedLimit } from './watched-limit.ts';

/** The rules of one key, told and learned: a request passes all of them. */
export interface LimitSet {
  readonly all: readonly WatchedLimit[];
  readonly hasLearned: boolean;
  /** The longest wait of all, and whose it is; `undefined` where `need` fits. */
  longestWait(
    now: number,
    need: Need,
  ): { readonly waitMs: number; readonly rule: LimitRule } | undefined;
  /** How long the slowest of them needs to make up for `need`, in milliseconds. */
  occupancyMs(need: Need): number;
  /** Takes `need` from every limit, and answers the marks of those that are watched. */
  take(now: number, need: Need, order: number): Marks;
  /** What was taken and not used goes back. */
  giveBack(now: number, taken: Taken, back: Need): void;
  update(now: number, limits: Limits): void;
  /**
   * What an answer says of limits, and of what was left when its request had passed.
   *
   * @param taken what that request took, where it is known
   * @returns the rules that are new
   */
  learn(
    now: number,
    learned: Learned,
    taken: Taken | undefined,
    flights: Flights,
  ): readonly LimitRule[];
  /** Nothing is spent of any. */
  isWhole(now: number): boolean;
  snapshot(now: number): readonly LimitSnapshot[];
}

export type LimitSnapshot = LimitRule & {
  readonly available: number;
  readonly source: 'told' | 'learned';
};

const none: readonly never[] = [];

/** No provider states so many; what a server says beyond is not learned. */
const maxLearned = 32;

export function createLimitSet(key: string, limits: Limits, since: number): LimitSet {
  let told: readonly WatchedLimit[] = none;
  let learned: readonly WatchedLimit[] = none;
  let all: readonly WatchedLimit[] = none;

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

  /**
   * A limit of which an answer has told. Those in flight have taken from it, except where they are part
   * of what is known to be spent of the told limit.
   */
  function createLearned(now: number, rule: LimitRule, flights: Flights): WatchedLimit {
    const inFlight = [...flights.all()];
    const spent = find(told, rule)?.meter.spent(now);
    const since = spent === undefined ? inFlight[0]?.at : now;
    const limit = createWatchedLimit(createMeter(rule, since ?? now, spent ?? 0));
    for (const taken of inFlight) {
      const { at, order, need } = taken;
      if (spent === undefined) limit.take(at, amountOf(rule, need), order);
      else limit.take(now, 0, order);
      taken.limits = [...taken.limits, limit];
    }
    return limit;
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
      let longest: LimitRule | undefined;
      for (let index = 0; index < all.length; index++) {
        const { meter } = all[index] as WatchedLimit;
        const { rule } = meter;
        let wait = meter.waitMs(now, amountOf(rule, need));
        if (wait === Number.POSITIVE_INFINITY && index >= told.length) {
          wait = waitForGuessedSize(now, amountOf(rule, need), meter);
        }
        if (wait === Number.POSITIVE_INFINITY && need.isGuess) {
          wait = waitForGuessedNeed(now, need, meter);
        }
        if (wait <= waitMs) continue;
        waitMs = wait;
        longest = rule;
      }
      return longest && { waitMs, rule: longest };
    },
    occupancyMs(need) {
      let longestMs = 0;
      for (const { meter } of all) {
        const { rule } = meter;
        longestMs = Math.max(longestMs, (amountOf(rule, need) * rule.perMs) / rule.amount);
      }
      return longestMs;
    },
    take(now, need, order) {
      let marks: Marks = none;
      for (let index = 0; index < all.length; index++) {
        const limit = all[index] as WatchedLimit;
        const mark = limit.take(now, amountOf(limit.meter.rule, need), order);
        if (mark !== undefined) marks = withMark(marks, index, mark);
      }
      return marks;
    },
    giveBack(now, { limits: passed, marks, at, order }, back) {
      for (let index = 0; index < passed.length; index++) {
        const limit = passed[index] as WatchedLimit;
        const amount = amountOf(limit.meter.rule, back);
        if (amount !== 0) limit.correct(now, amount, at, order, marks[index]);
      }
    },
    update,
    learn(now, { rules, remaining }, taken, flights) {
      const fresh: LimitRule[] = [];
      for (const rule of rules) {
        const known = find(learned, rule);
        if (known !== undefined) {
          if (saysNoMore(known.meter.rule, rule)) continue;
          known.meter.change(now, rule);
        } else {
          const mine = find(told, rule);
          if (mine !== undefined && mine.meter.rule.amount <= rule.amount) continue;
          if (learned.length === maxLearned) continue;
          learned = [...learned, createLearned(now, rule, flights)];
        }
        fresh.push(rule);
      }
      if (fresh.length > 0) all = [...told, ...learned];
      for (const { remaining: left, ...limit } of remaining) {
        for (const known of all) {
          if (!sameLimit(known.meter.rule, limit)) continue;
          // Under a limit that was told since, those in flight are not counted.
          if (taken?.limits.includes(known) === false && !learned.includes(known)) continue;
          hold(known, now, left, taken, flights);
        }
      }
      return fresh;
    },
    isWhole: (now) => all.every(({ meter }) => meter.spent(now) <= 0),
    snapshot: (now) =>
      all.map(({ meter }, index) => ({
        ...meter.rule,
        available: meter.available(now),
        source: index < told.length ? 'told' : 'learned',
      })),
  };
}

/** A learned bucket size is a guess: it may delay what is larger, but not rule it out. */
function waitForGuessedSize(now: number, amount: number, meter: Meter): number {
  const { amount: most, burst = most } = meter.rule;
  return amount > most ? Number.POSITIVE_INFINITY : meter.waitMs(now, Math.min(amount, burst));
}

/** Where only the guessed part is larger than the whole limit, all of the limit is as much as is waited for. */
function waitForGuessedNeed(now: number, need: Need, meter: Meter): number {
  const certain = amountOf(meter.rule, { ...need, outputTokens: 0, nanoUsd: 0, maxNanoUsd: 0 });
  const { amount, burst = amount } = meter.rule;
  const most =
    meter.rule.algorithm === undefined || meter.rule.algorithm === 'token-bucket' ? burst : amount;
  return certain > most ? Number.POSITIVE_INFINITY : meter.waitMs(now, most);
}

function withMark(marks: Marks, place: number, mark: Mark): Marks {
  const more = [...marks];
  while (more.length < place) more.push(undefined);
  more[place] = mark;
  return more;
}

/** Holds a limit against what the provider says was left of it when the request had passed. */
function hold(
  limit: WatchedLimit,
  now: number,
  remaining: number,
  taken: Taken | undefined,
  flights: Flights,
): void {
  if (taken === undefined) {
    limit.tighten(now, remaining);
    return;
  }
  if (!limit.isWatched) watch(limit, flights);
  limit.told(now, remaining, taken.at, taken.order);
}

/** From now on the provider speaks of the limit: what those in flight took has to be remembered. */
function watch(limit: WatchedLimit, flights: Flights): void {
  for (const taken of flights.all()) {
    const place = taken.limits.indexOf(limit);
    if (place < 0) continue;
    const mark = limit.remember(amountOf(limit.meter.rule, taken.need), taken.order);
    taken.marks = withMark(taken.marks, place, mark);
  }
}

const unitWords: Record<LimitUnit, string> = {
  requests: 'requests',
  tokens: 'tokens',
  inputTokens: 'input tokens',
  outputTokens: 'output tokens',
  nanoUsd: 'money',
};

const periodWords: ReadonlyMap<number, string> = new Map([
  [1000, 'second'],
  [60_000, 'minute'],
  [3_600_000, 'hour'],
  [86_400_000, 'day'],
]);

/** `requests per minute`, `tokens per 10 s`. */
export function ruleInWords({ unit, perMs }: LimitRule): string {
  return `${unitWords[unit]} per ${periodWords.get(perMs) ?? `${perMs / 1000} s`}`;
}
