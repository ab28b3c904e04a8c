import type { Refusal, Target } from '@llm-router/core';
import type { CheckResult, RateLimitTracker } from '@llm-router/rate-limit-tracker';
import { keysOf } from './wait-line.ts';
import type { Want } from './waiter.ts';

/** How a request stands with its targets at this moment. */
export interface Assessment {
  /** The best target that can take it now. */
  readonly admits?: Target;
  /** Targets that stood before the one that admits and would have made it wait. */
  readonly passedOver: readonly Refusal[];
  /** The target with the shortest wait, where none admits. */
  readonly refusal: Refusal;
  /** The keys that refuse it where nobody is before it: it has first claim on them. */
  readonly claims: readonly string[];
  /** The other keys of the same target: free, but not enough. */
  readonly free: readonly string[];
  /** Before this nothing can admit it; how long others hold a slot is a guess, and not counted. */
  readonly earliestMs: number;
  /** When time alone could change the answer, in milliseconds from now. */
  readonly recheckMs: number;
  /** Its target is only not to be overrun. */
  readonly isCaution: boolean;
}

/** An earlier request's first claim on a key. */
export interface Claim {
  readonly waitMs: number;
  readonly isCaution: boolean;
}

/** A slot becomes free by an event; in case its holder never says so, look again after this long. */
const lookAgainMs = 1000;

interface TargetState {
  readonly refusal: Refusal | undefined;
  readonly claims: readonly string[];
  readonly free: readonly string[];
  readonly earliestMs: number;
  readonly recheckMs: number;
  /** It is only not to be overrun: no reason to go elsewhere. */
  readonly isCaution: boolean;
}

/**
 * Looks for the best target that can take a request now. A worse rank counts only where every better
 * one would make it wait longer than `spillAfterMs`, counted from its arrival.
 *
 * @param spokenFor keys on which an earlier request has first claim
 */
export function assess(
  tracker: RateLimitTracker,
  want: Want,
  spokenFor: ReadonlyMap<string, Claim>,
  waitedMs = 0,
): Assessment {
  const passedOver: Refusal[] = [];
  let soonest: TargetState | undefined;
  let unclaimed: TargetState | undefined;
  let recheckMs = Number.POSITIVE_INFINITY;
  let earliestMs = Number.POSITIVE_INFINITY;
  let rank = want.targets[0]?.rank ?? 0;
  for (const target of want.targets) {
    if ((target.rank ?? 0) !== rank) {
      if (soonest?.refusal && waitedMs + soonest.refusal.waitMs <= want.spillAfterMs) break;
      rank = target.rank ?? 0;
    }
    const state = assessTarget(tracker, target, want, spokenFor);
    if (state.refusal === undefined) return admit(target, passedOver);
    passedOver.push(state.refusal);
    recheckMs = Math.min(recheckMs, state.recheckMs);
    earliestMs = Math.min(earliestMs, state.earliestMs);
    soonest = sooner(soonest, state);
    // Where it never fits it has nothing to wait for, and keeps nobody else from it.
    const canWait = state.claims.length > 0 && state.refusal.waitMs < Number.POSITIVE_INFINITY;
    if (canWait) unclaimed = sooner(unclaimed, state);
    // Caution is no reason to go elsewhere: the order of the targets is meant.
    const isWorthIt = waitedMs + state.refusal.waitMs <= (target.patienceMs ?? 0);
    if (state.isCaution || isWorthIt) return stay(state, passedOver);
  }
  return {
    passedOver,
    refusal: soonest?.refusal ?? noTarget,
    claims: unclaimed?.claims ?? [],
    free: unclaimed?.free ?? [],
    earliestMs,
    recheckMs,
    isCaution: false,
  };
}

function admit(admits: Target, passedOver: readonly Refusal[]): Assessment {
  return {
    admits,
    passedOver,
    refusal: noTarget,
    claims: [],
    free: [],
    earliestMs: 0,
    recheckMs: Number.POSITIVE_INFINITY,
    isCaution: false,
  };
}

function stay(
  { refusal, claims, free, earliestMs, recheckMs, isCaution }: TargetState,
  passedOver: readonly Refusal[],
): Assessment {
  return {
    passedOver,
    refusal: refusal ?? noTarget,
    claims,
    free,
    earliestMs,
    recheckMs,
    isCaution,
  };
}

const noTarget: Refusal = {
  key: '',
  waitMs: Number.POSITIVE_INFINITY,
  limitedBy: 'no target',
};

function sooner(a: TargetState | undefined, b: TargetState): TargetState {
  return a?.refusal && b.refusal && a.refusal.waitMs <= b.refusal.waitMs ? a : b;
}

function assessTarget(
  tracker: RateLimitTracker,
  target: Target,
  want: Want,
  spokenFor: ReadonlyMap<string, Claim>,
): TargetState {
  const need = target.need ?? want.need;
  let refusal: Refusal | undefined;
  let recheckMs = Number.POSITIVE_INFINITY;
  let earliestMs = 0;
  let isCaution = true;
  const claims: string[] = [];
  const free: string[] = [];
  for (const key of keysOf(target)) {
    const claim = spokenFor.get(key);
    const check = tracker.check(key, need);
    if (check.ok && claim === undefined) {
      free.push(key);
      continue;
    }
    const own = check.ok ? 0 : check.waitMs;
    const waitMs = Math.max(own, claim?.waitMs ?? 0);
    const limitedBy = check.ok ? `earlier requests for ${key}` : check.limitedBy;
    if (!isCautious(check, claim)) isCaution = false;
    if (claim === undefined) claims.push(key);
    if (!check.ok) {
      recheckMs = Math.min(recheckMs, check.until === 'time' ? check.waitMs : lookAgainMs);
      if (check.until === 'time') earliestMs = Math.max(earliestMs, check.waitMs);
    }
    if (refusal === undefined || waitMs > refusal.waitMs) {
      const blockedBy = check.ok ? undefined : check.blockedBy;
      refusal = {
        key: target.key,
        waitMs,
        limitedBy,
        ...(blockedBy !== undefined && { blockedBy }),
      };
    }
  }
  return { refusal, claims, free, earliestMs, recheckMs, isCaution };
}

/** Neither the key nor whoever has first claim on it waits for more than caution's sake. */
function isCautious(check: CheckResult, claim: Claim | undefined): boolean {
  return (check.ok || check.isCaution === true) && (claim === undefined || claim.isCaution);
}
