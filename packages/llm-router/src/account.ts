import type { Candidate, Deployment, ErrorClassification } from '@llm-router/core';
import type { House } from './house.ts';

/** Whom a provider bills: what is said of one key holds for every deployment that uses it. */
export interface Account {
  /** What speaks against asking a deployment of it before others are asked, and until when. */
  against(deployment: Deployment, now: number): Objection | undefined;
  answered(deployment: Deployment): void;
  keyRefused(now: number): void;
  /** @param until when money is expected back, epoch milliseconds */
  moneySpent(until: number): void;
}

export interface Objection {
  readonly by: 'health' | 'quota';
  readonly detail: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** One refusal may be a slip of the provider's. */
const refusalsInARow = 3;

/** So long others are asked; a key may be mended at any time. */
const refusedMs = 30_000;

export function createAccount(): Account {
  let refusals = 0;
  let refusedUntil = 0;
  let spentUntil = 0;
  return {
    against(deployment, now) {
      if (refusedUntil > now) {
        const detail = `its key was refused ${refusals} times in a row`;
        return { by: 'health', detail, until: refusedUntil };
      }
      if (spentUntil <= now || isFree(deployment)) return undefined;
      return { by: 'quota', detail: 'its account has no money left', until: spentUntil };
    },
    answered(deployment) {
      refusals = 0;
      refusedUntil = 0;
      if (!isFree(deployment)) spentUntil = 0;
    },
    keyRefused(now) {
      refusals += 1;
      if (refusals >= refusalsInARow) refusedUntil = now + refusedMs;
    },
    moneySpent(until) {
      spentUntil = until;
    },
  };
}

/** What speaks against asking a candidate before those of other accounts. */
export function objectionTo(
  { deployment }: Candidate,
  { rooms, clock }: House,
): Objection | undefined {
  return rooms.get(deployment.id)?.domains.account.against(deployment, clock.now());
}

/** A bad key, or an empty account, concerns all deployments of that account. */
export function isOfAccount({ category, limit, affordableTokens }: ErrorClassification): boolean {
  if (category === 'auth') return true;
  // Who can pay for a shorter answer can pay a cheaper model too.
  return category === 'quota_exhausted' && limit === 'spend' && affordableTokens === undefined;
}

function isFree({ price }: Deployment): boolean {
  if (price === undefined) return false;
  const { input, output, request = 0, tiers = [] } = price;
  return [input, output, request, ...tiers.flatMap((tier) => [tier.input, tier.output])].every(
    (amount) => amount === 0,
  );
}
