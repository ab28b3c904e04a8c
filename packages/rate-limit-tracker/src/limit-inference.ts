import { createRateBounds, type RateBounds } from './rate-bounds.ts';
import { createSlowStart } from './slow-start.ts';

/** What the inference knows of one request that was sent. */
export interface Sent {
  readonly at: number;
  readonly tokens: number;
  /** Requests in flight when it started, itself included. */
  inFlight: number;
  /** All that was accepted up to it, itself included. */
  readonly soFar: { requests: number; tokens: number };
}

/** How fast a provider seems to allow requests. */
export interface Pace {
  readonly unit: 'requests' | 'tokens';
  readonly perMinute: number;
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
  /** Until a request may start. @param isNew nothing at all is known of the provider otherwise */
  wait(now: number, tokens: number, isNew: boolean): InferredWait | undefined;
  sent(now: number, tokens: number, inFlight: number): Sent;
  succeeded(sent: Sent): void;
  /** It failed in another way than by a refusal. */
  failed(sent: Sent, inFlight: readonly Sent[]): void;
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

/**
 * A first refusal says how many were in flight: the provider may allow no more. Where it refuses
 * although fewer are in flight than it had accepted before, or says for how long to stay away, its limit
 * is a rate, of requests or of tokens, whichever explains what was seen.
 */
export function createLimitInference(): LimitInference {
  const slowStart = createSlowStart();
  const bounds = { requests: createRateBounds(), tokens: createRateBounds() };
  const soFar = { requests: 0, tokens: 0 };
  let cap = Number.POSITIVE_INFINITY;
  let hasRate = false;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let volleys = 0;
  let refusals = 0;
  /** The most in flight of which one was accepted since the last refusal. */
  let accepted = 0;
  let fullRounds = 0;
  let patience = firstPatience;

  /** Whichever unit explains what was seen; both where both do. */
  function explanations(): readonly (readonly [Pace['unit'], RateBounds])[] {
    const { requests, tokens } = bounds;
    if (requests.contradictions < tokens.contradictions) return [['requests', requests]];
    if (requests.contradictions > tokens.contradictions) return [['tokens', tokens]];
    if (refusals > 3) return [['requests', requests]];
    return [
      ['requests', requests],
      ['tokens', tokens],
    ];
  }

  function isRateKnown(now: number): boolean {
    return hasRate && explanations().every(([, { rate }]) => rate(now) !== undefined);
  }

  function rateWait(now: number, tokens: number): number {
    const waits = explanations().map(([unit, { waitMs }]) =>
      waitMs(now, soFar[unit], unit === 'requests' ? 1 : tokens),
    );
    return Math.min(...waits);
  }

  /** What was counted as accepted was not. */
  function withdraw({ at, tokens, soFar: upToIt }: Sent, inFlight: readonly Sent[]): void {
    const later = laterThan(upToIt, inFlight);
    for (const counts of [soFar, ...later.map((other) => other.soFar)]) {
      counts.requests -= 1;
      counts.tokens -= tokens;
    }
    bounds.requests.withdraw(at, 1);
    bounds.tokens.withdraw(at, tokens);
  }

  /** What was counted as in flight was not for long. */
  function land({ soFar: upToIt }: Sent, inFlight: readonly Sent[]): void {
    for (const other of laterThan(upToIt, inFlight)) other.inFlight -= 1;
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
      const [unit, { rate }] = explanations()[0] as readonly [Pace['unit'], RateBounds];
      return { unit, perMinute: Math.round((rate(now) ?? 0) * 60_000) };
    },
    wait(now, tokens, isNew) {
      if (now < pausedUntil)
        return { waitMs: pausedUntil - now, limitedBy: 'a pause after a refusal' };
      if (isRateKnown(now)) {
        const waitMs = rateWait(now, tokens);
        return waitMs > 0 ? { waitMs, limitedBy: 'the pace that it seems to allow' } : undefined;
      }
      if (!isNew) return undefined;
      const waitMs = slowStart.waitMs(now);
      if (waitMs === 0) return undefined;
      return { waitMs, limitedBy: 'a slow start', isCaution: true };
    },
    sent(now, tokens, inFlight) {
      soFar.requests += 1;
      soFar.tokens += tokens;
      slowStart.started(now);
      return { at: now, tokens, inFlight, soFar: { ...soFar } };
    },
    succeeded(sent) {
      volleys = 0;
      accepted = Math.max(accepted, sent.inFlight);
      bounds.requests.accepted(sent.at, sent.soFar.requests);
      bounds.tokens.accepted(sent.at, sent.soFar.tokens);
      if (sent.inFlight < cap) return;
      fullRounds += 1 / cap;
      if (fullRounds < patience) return;
      fullRounds = 0;
      cap += 1;
    },
    failed: land,
    refused(now, sent, inFlight, isTold) {
      const others = sent.inFlight - 1;
      refusals += 1;
      land(sent, inFlight);
      withdraw(sent, inFlight);
      bounds.requests.refused(sent.at, sent.soFar.requests - 1, 1);
      bounds.tokens.refused(sent.at, sent.soFar.tokens - sent.tokens, sent.tokens);
      for (const other of inFlight) {
        if (sent.at - other.at >= acceptedAfterMs) accepted = Math.max(accepted, other.inFlight);
      }
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
      slowStart.refused();
      if (sent.at < refusedAt) return;
      refusedAt = now;
      volleys += 1;
      if (isTold || isRateKnown(now)) return;
      pausedUntil = now + Math.min(longestPauseMs, firstPauseMs * 2 ** (volleys - 1));
    },
  };
}

const laterThan = (upToIt: Sent['soFar'], inFlight: readonly Sent[]) =>
  inFlight.filter((other) => other.soFar.requests > upToIt.requests);
