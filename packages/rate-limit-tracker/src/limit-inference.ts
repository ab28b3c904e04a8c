import { createRateBounds, type RateBounds } from './rate-bounds.ts';
import { createSlowStart } from './slow-start.ts';

/** What the inference knows of one request that was sent. */
export interface Sent {
  readonly at: number;
  readonly tokens: number;
  /** Requests in flight when it started, itself included. */
  inFlight: number;
  /** Which unit its being accepted speaks for: 1 for tokens, -1 for requests. */
  readonly leans: number;
  /** All that was accepted up to it, itself included. */
  requestsSoFar: number;
  tokensSoFar: number;
}

/** How fast a provider seems to allow requests. */
export interface Pace {
  readonly unit: 'requests' | 'tokens';
  readonly perMinute: number;
  /** How close the bounds are that were found: the lower as a share of the upper. */
  readonly confidence: number;
}

/** Why a request should not start yet. */
export interface InferredWait {
  readonly waitMs: number;
  readonly limitedBy: string;
  /** Nothing speaks against the provider: it is only not to be overrun. */
  readonly isCaution?: boolean;
}

/** Limits that nobody told, found out from acceptances and refusals. */
export interface LimitInference {
  /** So many requests in flight the provider seems to allow; `Infinity` where nothing shows. */
  readonly cap: number;
  readonly knowsNothing: boolean;
  pace(now: number): Pace | undefined;
  /** How long the pace that was found out needs to make up for a request; 0 where none was. */
  occupancyMs(now: number, tokens: number): number;
  /** Until a request may start. @param isNew nothing at all is known of the provider otherwise */
  wait(now: number, tokens: number, isNew: boolean): InferredWait | undefined;
  sent(now: number, tokens: number, inFlight: number): Sent;
  succeeded(sent: Sent): void;
  /** It failed in another way than by a refusal. */
  failed(sent: Sent, inFlight: readonly Sent[]): void;
  /** It never left. */
  unsent(sent: Sent, inFlight: readonly Sent[]): void;
  /** @param isTold whether the provider said for how long to stay away */
  refused(now: number, sent: Sent, inFlight: readonly Sent[], isTold: boolean): void;
}

const firstPauseMs = 100;
const longestPauseMs = 10_000;
/** A refusal comes back sooner than this: whoever is in flight for longer was accepted. */
const acceptedAfterMs = 60;
/** So many full rounds without a refusal before one more is tried; twice as many after each that failed. */
const firstPatience = 4;
const longestPatience = 256;
/** How much has to speak for a unit before the other is no longer believed. */
const enoughForRequests = -2;
const enoughForTokens = 4;
const refusalWeight = 2;

/**
 * A first refusal says how many were in flight: the provider may allow no more. Where it refuses
 * although fewer are in flight than it had accepted before, or says for how long to stay away, its limit
 * is a rate, of requests or of tokens, whichever explains what was seen.
 */
export function createLimitInference(): LimitInference {
  const slowStart = createSlowStart();
  const requests = createRateBounds();
  const tokens = createRateBounds();
  let requestsSoFar = 0;
  let tokensSoFar = 0;
  let cap = Number.POSITIVE_INFINITY;
  let hasRate = false;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let volleys = 0;
  /** Above 0 what was tried speaks for a limit of tokens, below for one of requests. */
  let leaning = 0;
  /** The most in flight of which one was accepted since the last refusal. */
  let accepted = 0;
  let fullRounds = 0;
  let patience = firstPatience;

  /** Whether a limit of requests, or of tokens, explains what was seen; both may. */
  const mayCountRequests = () =>
    requests.contradictions < tokens.contradictions ||
    (requests.contradictions === tokens.contradictions && leaning < enoughForTokens);
  const mayCountTokens = () =>
    tokens.contradictions < requests.contradictions ||
    (tokens.contradictions === requests.contradictions && leaning > enoughForRequests);

  function isRateKnown(now: number): boolean {
    return (
      hasRate &&
      (!mayCountRequests() || requests.rate(now) !== undefined) &&
      (!mayCountTokens() || tokens.rate(now) !== undefined)
    );
  }

  function rateWait(now: number, amount: number): number {
    return Math.min(
      mayCountRequests() ? requests.waitMs(now, requestsSoFar, 1) : Number.POSITIVE_INFINITY,
      mayCountTokens() ? tokens.waitMs(now, tokensSoFar, amount) : Number.POSITIVE_INFINITY,
    );
  }

  /** 1 where only a limit of tokens would have let the request go now, -1 where only one of requests. */
  function leaningOf(now: number, amount: number): number {
    if (!isRateKnown(now) || !mayCountRequests() || !mayCountTokens()) return 0;
    const byRequests = requests.waitMs(now, requestsSoFar, 1) === 0;
    const byTokens = tokens.waitMs(now, tokensSoFar, amount) === 0;
    return Number(byTokens) - Number(byRequests);
  }

  /** What was counted as accepted was not. */
  function withdraw(sent: Sent, inFlight: readonly Sent[]): void {
    requests.withdraw(sent.requestsSoFar, 1);
    tokens.withdraw(sent.tokensSoFar, sent.tokens);
    requestsSoFar -= 1;
    tokensSoFar -= sent.tokens;
    for (const other of inFlight) {
      if (other.requestsSoFar <= sent.requestsSoFar) continue;
      other.requestsSoFar -= 1;
      other.tokensSoFar -= sent.tokens;
    }
  }

  /** What was counted as in flight was not for long. */
  function land(sent: Sent, inFlight: readonly Sent[]): void {
    for (const other of inFlight) if (other.requestsSoFar > sent.requestsSoFar) other.inFlight -= 1;
  }

  /** What the number in flight says: the provider may allow no more, or it counts something else. */
  function learnFromInFlight(others: number, isTold: boolean): void {
    if (isTold || others === 0) hasRate = true;
    else if (others < accepted) {
      hasRate = true;
      cap = Math.max(cap, accepted);
    } else {
      if (cap !== Number.POSITIVE_INFINITY) patience = Math.min(longestPatience, patience * 2);
      cap = Math.min(cap, others);
    }
    accepted = 0;
    fullRounds = 0;
  }

  /** Those that left before the last refusal was heard belong to one volley. */
  function pause(now: number, sentAt: number, isTold: boolean): void {
    if (sentAt < refusedAt) return;
    refusedAt = now;
    volleys += 1;
    if (isTold || isRateKnown(now)) return;
    pausedUntil = now + Math.min(longestPauseMs, firstPauseMs * 2 ** (volleys - 1));
  }

  return {
    get cap() {
      return cap;
    },
    get knowsNothing() {
      return refusedAt === Number.NEGATIVE_INFINITY;
    },
    pace(now) {
      if (!isRateKnown(now)) return undefined;
      const [unit, bounds]: [Pace['unit'], RateBounds] = mayCountRequests()
        ? ['requests', requests]
        : ['tokens', tokens];
      const perMinute = Math.round((bounds.rate(now) ?? 0) * 60_000);
      return { unit, perMinute, confidence: Math.min(1, bounds.slowest / bounds.fastest) };
    },
    occupancyMs(now, amount) {
      if (!isRateKnown(now)) return 0;
      return mayCountRequests() ? 1 / (requests.rate(now) ?? 1) : amount / (tokens.rate(now) ?? 1);
    },
    wait(now, amount, isNew) {
      if (now < pausedUntil)
        return { waitMs: pausedUntil - now, limitedBy: 'a pause after a refusal' };
      if (isRateKnown(now)) {
        const waitMs = rateWait(now, amount);
        return waitMs > 0 ? { waitMs, limitedBy: 'the pace that it seems to allow' } : undefined;
      }
      if (!isNew) return undefined;
      const waitMs = slowStart.waitMs(now);
      if (waitMs === 0) return undefined;
      return { waitMs, limitedBy: 'a slow start', isCaution: true };
    },
    sent(now, amount, inFlight) {
      const leans = leaningOf(now, amount);
      requestsSoFar += 1;
      tokensSoFar += amount;
      slowStart.started(now);
      requests.sent(now, requestsSoFar, 1);
      tokens.sent(now, tokensSoFar, amount);
      return { at: now, tokens: amount, inFlight, leans, requestsSoFar, tokensSoFar };
    },
    succeeded(sent) {
      volleys = 0;
      leaning += sent.leans;
      accepted = Math.max(accepted, sent.inFlight);
      requests.accepted(sent.at, sent.requestsSoFar);
      tokens.accepted(sent.at, sent.tokensSoFar);
      if (sent.inFlight < cap) return;
      fullRounds += 1 / cap;
      if (fullRounds < patience) return;
      fullRounds = 0;
      cap += 1;
    },
    failed: land,
    unsent(sent, inFlight) {
      land(sent, inFlight);
      withdraw(sent, inFlight);
    },
    refused(now, sent, inFlight, isTold) {
      leaning -= refusalWeight * sent.leans;
      land(sent, inFlight);
      withdraw(sent, inFlight);
      requests.refused(sent.at, sent.requestsSoFar, 1);
      tokens.refused(sent.at, sent.tokensSoFar, sent.tokens);
      for (const other of inFlight) {
        if (sent.at - other.at >= acceptedAfterMs) accepted = Math.max(accepted, other.inFlight);
      }
      learnFromInFlight(sent.inFlight - 1, isTold);
      slowStart.refused();
      pause(now, sent.at, isTold);
    },
  };
}
