import type { LimitRule } from '@llm-router/core';
import type { Meter } from './meter.ts';

/** What one request took from a limit, by what is known of it now. */
export interface Mark {
  readonly order: number;
  amount: number;
}

/** A limit that is held against what the provider says is left of it. */
export interface WatchedLimit {
  readonly meter: Meter;
  /** @param order the place of the request among all that take from the limit */
  take(now: number, amount: number, order: number): Mark;
  /** Gives back what was taken for nothing, or takes more where `amount` is negative. */
  correct(now: number, amount: number, takenAt: number, mark: Mark): void;
  /** The provider says what was left when the request of the mark had passed, at `at`. */
  told(now: number, remaining: number, at: number, mark: Mark): void;
  /** The provider says that no more than this is left now. */
  tighten(now: number, remaining: number): void;
}

/** A statement of the provider, about the moment at which a request had passed. */
interface Statement {
  readonly at: number;
  readonly order: number;
  readonly remaining: number;
}

/** Where so many have started since the last statement, there will hardly be another. */
const maxMarks = 10_000;
/** What remains is told in whole units. */
const oneUnit = 1;

/**
 * Keeps to the smaller of two accounts: the own one, and the provider's, which goes on from its latest
 * statement with what was taken since. Answers arrive late and out of order, so a statement counts for
 * the moment of its request, and one about an earlier moment than the last says nothing.
 */
export function createWatchedLimit(meter: Meter): WatchedLimit {
  let statement: Statement | undefined;
  /** What was taken since the statement, oldest first, and the sum. */
  let marks: Mark[] = [];
  let passed = 0;
  let takenSince = 0;
  /** By how much the provider's account is smaller than the own one. */
  let difference = 0;
  let lastOrder = 0;

  function forget(): void {
    statement = undefined;
    marks = [];
    passed = 0;
    takenSince = 0;
  }

  /** Those up to the statement are part of it. */
  function pass(order: number): void {
    for (; passed < marks.length; passed++) {
      const mark = marks[passed] as Mark;
      if (mark.order > order) break;
      takenSince -= mark.amount;
    }
    if (passed < marks.length / 2) return;
    marks = marks.slice(passed);
    passed = 0;
  }

  function keepToSmaller(now: number): void {
    if (statement === undefined) return;
    const { rule } = meter;
    if (isOver(statement, rule, now)) {
      forget();
      return;
    }
    const before = Math.min(difference, Math.max(0, meter.spent(now)));
    const own = meter.available(now) + before;
    const flowedIn = refillsSteadily(rule) ? ((now - statement.at) * rule.amount) / rule.perMs : 0;
    const less = own - (statement.remaining + flowedIn - takenSince);
    difference = less < oneUnit ? 0 : less;
    meter.correct(now, before - difference, now, Number.POSITIVE_INFINITY);
  }

  return {
    meter,
    take(now, amount, order) {
      meter.take(now, amount, order);
      lastOrder = order;
      const mark = { order, amount };
      if (statement !== undefined) {
        marks.push(mark);
        takenSince += amount;
        if (marks.length > maxMarks) forget();
      }
      return mark;
    },
    correct(now, amount, takenAt, mark) {
      meter.correct(now, amount, takenAt, mark.order);
      mark.amount -= amount;
      if (statement === undefined) return;
      if (mark.order > statement.order) takenSince -= amount;
      keepToSmaller(now);
    },
    told(now, remaining, at, mark) {
      if (statement !== undefined && mark.order <= statement.order) return;
      statement = { at, order: mark.order, remaining };
      pass(mark.order);
      keepToSmaller(now);
    },
    tighten: (now, remaining) => meter.tighten(now, remaining, lastOrder + 0.5),
  };
}

const refillsSteadily = ({ algorithm = 'token-bucket' }: LimitRule) => algorithm === 'token-bucket';

/** A statement about a window says nothing about the next. */
function isOver({ at }: Statement, rule: LimitRule, now: number): boolean {
  if (refillsSteadily(rule)) return false;
  if (rule.algorithm === 'sliding-window') return now - at >= rule.perMs;
  return Math.floor(at / rule.perMs) !== Math.floor(now / rule.perMs);
}
