import type { ErrorClassification } from '@llm-router/core';
import { isOfAccount } from './account.ts';
import { currentHouse, type House, type Room } from './house.ts';
import { accountKey } from './target.ts';

/** Money comes back at an unknown time where the provider does not say. */
const assumedQuotaResetMs = 3_600_000;

/** What a failure means for requests to come: until when the queue keeps away from the deployment. */
export function noteFailure(failure: ErrorClassification, room: Room, house: House): void {
  const { deployment, stats } = room;
  const { category, retryAfterMs } = failure;
  const now = house.clock.now();
  // What an account refuses says nothing of the one that an update has put in its place.
  if (currentHouse(house).rooms.get(deployment.id)?.access !== room.access) return;
  const { account } = room.domains;
  if (category === 'auth') account.keyRefused(now);
  if (category === 'quota_exhausted') {
    const isGuess = failure.resetAt === undefined && retryAfterMs === undefined;
    const until = failure.resetAt ?? now + (retryAfterMs ?? assumedQuotaResetMs);
    stats.exhausted(until, isGuess);
    if (isOfAccount(failure)) account.moneySpent(until);
    // Those who wait in the queue have passed the gate already.
    house.admission.block(deployment.id, until, 'its quota is used up');
  } else if (retryAfterMs !== undefined) {
    const key = category === 'rate_limit' ? accountKey(deployment) : deployment.id;
    house.admission.block(key, now + retryAfterMs, failure.message);
  }
}
