import type { LimitRule } from '@llm-router/core';
import type { Meter } from './meter.ts';

/** What one request took from a limit of which the provider speaks, by what is known of it now. */
export interface Mark {
  readonly order: number;
  amount: number;
}

/** A limit that is held against what the provider says is left of it. */
export interface WatchedLimit {
  readonly meter: Meter;
  /** Whether the provider has spoken of it; before, nobody has to remember what was taken. */
  readonly isWatched: boolean;
  /**
   * @param order the place of the request among all that take from the limit
   * @returns what to correct later, where the limit is watched
   */
  take(now: number, amount: number, order: number): Mark | undefined;
  /** Remembers, in their order, requests that left before the limit was watched. */
  remember(amount: number, order: number): Mark;
  /** Gives back what was taken for nothing, or takes more where `amount` is negative. */
  correct(
    now: number,
    amount: number,
    takenAt: number,
    order: number,
    mark: Mark | undefined,
  ): void;
  /** The provider says what was left, in the answer to the request of that order, sent at `at`. */
  told(now: number, remaining: number, at: number, order: number): void;
  /** The provider says that no more than this is left now. */
  tighten(now: number, remaining: number): void;
}

/** A statement of the provider, and the moment that it is taken to speak of. */
interface Statement {
  readonly at: number;
  /** The last request that is part of it. */
  readonly order: number;
  readonly remaining: number;
}

/** Where so many have started since the last statement, there will hardly be another. */
const maxMarks = 10_000;
/** What remains is told in whole units. */
const oneUnit = 1;
/** How fast old evidence is forgotten. */
const keptEvidence = 0.9;

/**
 * Keeps to the smaller of two accounts: the own one, and the provider's, which goes on from its latest
 * statement with what was taken since. Some providers state what was left when the request had passed,
 * others when its answer left: whichever agrees better with the own account is believed.
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
  /** Above 0: statements speak of the moment at which they arrive. */
  let evidence = 0;

  function forget(): void {
    statement = undefined;
    marks = [];
    passed = 0;
    takenSince = 0;
  }

  function remember(amount: number, order: number): Mark {
    const mark = { order, amount };
    marks.push(mark);
    takenSince += amount;
    return mark;
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

  function leftBy({ at, remaining }: Statement, now: number, taken: number): number {
    const { rule } = meter;
    const flowedIn = refillsSteadily(rule) ? ((now - at) * rule.amount) / rule.perMs : 0;
    return remaining + flowedIn - taken;
  }

  function takenAfter(order: number): number {
    let taken = 0;
    for (let index = marks.length - 1; index >= passed; index--) {
      const mark = marks[index] as Mark;
      if (mark.order <= order) break;
      taken += mark.amount;
    }
    return taken;
  }

  /** Which of the two moments agrees better with the own account. */
  function weigh(now: number, departure: Statement, arrival: Statement): void {
    const own = meter.available(now) + Math.min(difference, Math.max(0, meter.spent(now)));
    const offAtDeparture = Math.abs(own - leftBy(departure, now, takenAfter(departure.order)));
    const offAtArrival = Math.abs(own - leftBy(arrival, now, 0));
    evidence = evidence * keptEvidence + offAtDeparture - offAtArrival;
  }

  function keepToSmaller(now: number): void {
    if (statement === undefined) return;
    if (isOver(statement, meter.rule, now)) {
      forget();
      return;
    }
    const before = Math.min(difference, Math.max(0, meter.spent(now)));
    const own = meter.available(now) + before;
    const less = own - leftBy(statement, now, takenSince);
    difference = less < oneUnit ? 0 : less;
    meter.correct(now, before - difference, now, Number.POSITIVE_INFINITY);
  }

  return {
    meter,
    get isWatched() {
      return statement !== undefined;
    },
    take(now, amount, order) {
      meter.take(now, amount, order);
      lastOrder = order;
      if (statement === undefined) return undefined;
      const mark = remember(amount, order);
      if (marks.length > maxMarks) forget();
      return mark;
    },
    remember,
    correct(now, amount, takenAt, order, mark) {
      meter.correct(now, amount, takenAt, order);
      if (statement === undefined) return;
      if (mark !== undefined) {
        mark.amount -= amount;
        if (order > statement.order) takenSince -= amount;
      }
      keepToSmaller(now);
    },
    told(now, remaining, at, order) {
      const departure = { at, order, remaining };
      const arrival = { at: now, order: lastOrder, remaining };
      const isNews = statement === undefined || order > statement.order;
      if (isNews) weigh(now, departure, arrival);
      if (evidence <= 0 && !isNews) return;
      statement = evidence > 0 ? arrival : departure;
      pass(statement.order);
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
