import { tolerance as roundingError, roundWaitUp } from './meter.ts';

/**
 * What acceptances and refusals say about a bucket of which nobody told the rate or the size. Amounts
 * are in one unit; `accepted` is all that was accepted up to a request and with it.
 */
export interface RateBounds {
  /** Bounds of the rate in units per millisecond; `fastest` is `Infinity` before two refusals. */
  readonly slowest: number;
  readonly fastest: number;
  /** How often what was seen could not have been such a bucket. */
  readonly contradictions: number;
  /** The rate to keep to, in units per millisecond; `undefined` before two refusals have bounded it. */
  rate(now: number): number | undefined;
  /** Until `amount` should fit, in milliseconds. Only where there is a rate. */
  waitMs(now: number, accepted: number, amount: number): number;
  /** A request leaves, and would bring what is accepted to `accepted`. */
  sent(at: number, accepted: number, amount: number): void;
  /** A request sent at `at` was refused. */
  refused(at: number, accepted: number, amount: number): void;
  /** A request sent at `at` was accepted. */
  accepted(at: number, accepted: number): void;
  /** A request was refused that later ones had counted as accepted. */
  withdraw(accepted: number, amount: number): void;
}

/** A moment of the bucket, and what had been accepted before. */
interface Moment {
  readonly at: number;
  accepted: number;
}

/** The bucket held less than `amount`. */
interface Low extends Moment {
  readonly amount: number;
  /** The lowest rate that explains what was accepted since. */
  slowest: number;
  /** When it may last have been full. */
  readonly full: Moment;
}

const maxLows = 8;
/** Between moments closer than this, the network's own delays would decide. */
const shortestSpanMs = 20;
/** Amounts are estimates, and messages overtake one another. */
const tolerance = 1.01;
/** Where between the bounds to go: higher finds the limit sooner, lower is refused less. */
const boldness = 0.3;
/** A refusal that lies back longer than this says less and less. */
const freshMs = 20_000;
/** The part of what a full bucket gave that it surely held: some flowed in meanwhile. */
const surelyHeld = 0.8;
/** The share of the upper bound from which on the lower one makes the rate known well. */
const wellKnown = 0.8;
/** While the rate is unknown, a bucket may be full again after a rest of this. */
const restMs = 2000;

/**
 * Bounds the rate of a token bucket from outside. A refusal says that the bucket held less than was
 * asked for, so that between two of them no more came in than was taken and refused; and whatever is
 * accepted after one must have come in since, but for what was left. Both bounds close in as time goes
 * on, and contradict one another where the limit counts something else, or has changed. Where the
 * bucket may have been full in between, what came in was lost, and two refusals say nothing together.
 */
export function createRateBounds(): RateBounds {
  const lows: Low[] = [];
  let contradictions = 0;
  let slowest = 0;
  let fastest = Number.POSITIVE_INFINITY;
  /** When the bucket may last have been full, and when a request last left. */
  let full: Moment = { at: Number.NEGATIVE_INFINITY, accepted: 0 };
  let sentAt = Number.NEGATIVE_INFINITY;
  /** What a full bucket gave before it refused, and in how much time. */
  let given = { amount: 0, ms: 0 };
  let mostGiven = 0;
  /** The largest amount that was asked for. */
  let largest = 0;

  function bound(): void {
    slowest = 0;
    fastest = Number.POSITIVE_INFINITY;
    for (const [index, later] of lows.entries()) {
      slowest = Math.max(slowest, later.slowest);
      for (let other = 0; other < index; other++) {
        fastest = Math.min(fastest, pace(lows[other] as Low, later));
      }
    }
  }

  /** How fast at most the bucket filled between two refusals. */
  function pace(earlier: Low, later: Low): number {
    const ms = later.at - earlier.at;
    const amount = later.accepted - earlier.accepted + later.amount;
    const mayHaveBeenFull = earlier.full !== later.full && amount > mostGiven * surelyHeld;
    return ms < shortestSpanMs || mayHaveBeenFull ? Number.POSITIVE_INFINITY : amount / ms;
  }

  /** What is long past explains the present no more. */
  function dropContradictions(): void {
    bound();
    if (slowest <= fastest * tolerance) return;
    contradictions += 1;
    while (lows.length > 1 && slowest > fastest * tolerance) {
      lows.shift();
      bound();
    }
  }

  function rate(now: number): number | undefined {
    const last = lows.at(-1);
    if (last === undefined || fastest === Number.POSITIVE_INFINITY) return undefined;
    const age = Math.max(0, now - last.at - freshMs) / freshMs;
    const least = Math.min(slowest, fastest);
    return least + (fastest * (1 + age) - least) * boldness;
  }

  /** The rate that was seen, whatever may have changed since. */
  const steadyRate = () => rate(Number.NEGATIVE_INFINITY);

  /** How much the bucket holds. */
  function size(): number {
    return Math.max(largest, given.amount - (steadyRate() ?? 0) * given.ms);
  }

  /** What the bucket should hold by now, were there no limit to its size. */
  function levelAt(now: number, accepted: number, perMs: number, last: Low): number {
    const isFullSince = full.at > last.at;
    const { at, accepted: before } = isFullSince ? full : last;
    return (isFullSince ? size() : 0) + perMs * (now - at) - (accepted - before);
  }

  function mayBeFull(at: number, accepted: number): boolean {
    const last = lows.at(-1);
    const perMs = steadyRate();
    if (last === undefined || perMs === undefined) return at - sentAt >= restMs;
    return levelAt(at, accepted, perMs, last) >= size();
  }

  /** What a full bucket gave until it refused, some of which flowed in meanwhile. */
  function noteWhatItGave(low: Low): void {
    if (lows.some((other) => other.full === full)) return;
    const amount = low.accepted - full.accepted + low.amount / 2;
    const ms = low.at - full.at;
    const flowedIn = (steadyRate() ?? 0) * ms;
    mostGiven = Math.max(mostGiven, amount);
    if (flowedIn > amount / 2) return;
    // One that only seemed full gives less, so a smaller amount counts where the rate is known well.
    if (amount - flowedIn > size() || slowest > fastest * wellKnown) given = { amount, ms };
  }

  return {
    get slowest() {
      return slowest;
    },
    get fastest() {
      return fastest;
    },
    get contradictions() {
      return contradictions;
    },
    rate,
    waitMs(now, accepted, amount) {
      const perMs = rate(now);
      const last = lows.at(-1);
      if (perMs === undefined || last === undefined) return 0;
      const most = Math.max(amount, size());
      const missing = amount - Math.min(most, levelAt(now, accepted, perMs, last));
      return missing <= amount * roundingError ? 0 : roundWaitUp(missing / perMs);
    },
    sent(at, accepted, amount) {
      if (amount > largest) largest = amount;
      if (mayBeFull(at, accepted - amount)) full = { at, accepted: accepted - amount };
      sentAt = at;
    },
    refused(at, accepted, amount) {
      const low = { at, accepted: accepted - amount, amount, slowest: 0, full };
      noteWhatItGave(low);
      lows.push(low);
      lows.sort((a, b) => a.at - b.at);
      if (lows.length > maxLows) lows.splice(mostCrowded(lows), 1);
      dropContradictions();
    },
    accepted(at, accepted) {
      let isNews = false;
      for (const low of lows) {
        const ms = at - low.at;
        const least = (accepted - low.accepted - low.amount) / ms;
        if (ms < shortestSpanMs || least <= low.slowest) continue;
        low.slowest = least;
        isNews = true;
      }
      if (isNews) dropContradictions();
    },
    withdraw(accepted, amount) {
      for (const moment of [full, ...lows]) {
        if (moment.accepted >= accepted) moment.accepted -= amount;
      }
    },
  };
}

/** The refusal that is followed the soonest by another, and so says the least. */
function mostCrowded(lows: readonly Low[]): number {
  let found = 0;
  let shortestMs = Number.POSITIVE_INFINITY;
  for (let index = 0; index < lows.length - 1; index++) {
    const ms = (lows[index + 1] as Low).at - (lows[index] as Low).at;
    if (ms >= shortestMs) continue;
    shortestMs = ms;
    found = index;
  }
  return found;
}
