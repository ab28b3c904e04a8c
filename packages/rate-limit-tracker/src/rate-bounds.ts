import { tolerance as roundingError, roundWaitUp } from './meter.ts';

/** What acceptances and refusals say about a bucket whose rate nobody told. Amounts are in one unit. */
export interface RateBounds {
  /** How far apart the bounds are, as a share of the upper one; 1 where there is none. */
  readonly doubt: number;
  /** How often what was seen could not have been such a bucket. */
  readonly contradictions: number;
  /** The rate to keep to, in units per millisecond; `undefined` before two refusals have bounded it. */
  rate(now: number): number | undefined;
  /** Until `amount` should fit, in milliseconds. Only where there is a rate. */
  waitMs(now: number, accepted: number, amount: number): number;
  /** A request sent at `at` was refused, when `accepted` had been accepted before it. */
  refused(at: number, accepted: number, amount: number): void;
  /** A request sent at `at` was accepted, and `accepted` with it. */
  accepted(at: number, accepted: number): void;
  /** Later refusals had counted a request as accepted that was refused itself. */
  withdraw(at: number, amount: number): void;
}

/** At `at` the bucket held less than `amount`, after `accepted` in all. */
interface Low {
  readonly at: number;
  accepted: number;
  readonly amount: number;
  /** The lowest rate that explains what was accepted since. */
  slowest: number;
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

/**
 * Bounds the rate of a token bucket from outside. A refusal says that the bucket held less than was
 * asked for, so that between two of them no more came in than was taken and refused; and whatever is
 * accepted after one must have come in since, but for what was left. Both bounds close in as time goes
 * on, and contradict one another where the limit counts something else, or has changed.
 */
export function createRateBounds(): RateBounds {
  const lows: Low[] = [];
  let contradictions = 0;
  /** The bounds, in units per millisecond. */
  let slowest = 0;
  let fastest = Number.POSITIVE_INFINITY;

  function bound(): void {
    slowest = Math.max(0, ...lows.map((low) => low.slowest));
    fastest = Math.min(...lows.flatMap((later, index) => paces(lows.slice(0, index), later)));
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

  return {
    get doubt() {
      return fastest === Number.POSITIVE_INFINITY ? 1 : 1 - Math.min(1, slowest / fastest);
    },
    get contradictions() {
      return contradictions;
    },
    rate,
    waitMs(now, accepted, amount) {
      const perMs = rate(now);
      const last = lows.at(-1);
      if (perMs === undefined || last === undefined) return 0;
      const level = perMs * (now - last.at) - (accepted - last.accepted);
      const missing = amount - level;
      return missing <= amount * roundingError ? 0 : roundWaitUp(missing / perMs);
    },
    refused(at, accepted, amount) {
      lows.push({ at, accepted, amount, slowest: 0 });
      lows.sort((a, b) => a.at - b.at);
      if (lows.length > maxLows) lows.shift();
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
    withdraw(at, amount) {
      for (const low of lows) if (low.at > at) low.accepted -= amount;
    },
  };
}

/** How fast at most the bucket filled between each of the earlier refusals and a later one. */
function paces(earlier: readonly Low[], later: Low): readonly number[] {
  return earlier
    .filter((low) => later.at - low.at >= shortestSpanMs)
    .map((low) => (later.accepted - low.accepted + later.amount) / (later.at - low.at));
}
