import type { Candidate, ErrorClassification } from '@llm-router/core';
import { isOfAccount } from './account.ts';
import { chooseFrom } from './choose.ts';
import { isOfEndpoint } from './circuits.ts';
import type { House } from './house.ts';
import type { Journey } from './journey.ts';

/**
 * Who may still be asked after a failure. A prompt that is too long goes where the window is larger, and
 * what a provider does not want to answer only where the caller says so; both may have a list of their
 * own. Where nobody else is left, whoever is listed for that.
 */
export function othersAfter(
  failure: ErrorClassification,
  failed: Candidate,
  { call, analysis, house, ledger, failures, open }: Journey,
): readonly Candidate[] {
  const listed = (names: readonly string[]) =>
    untried(chooseFrom(names, call, analysis, house, ledger), failures);
  if (!mayLeave(failure, house)) return [];
  const others = apart(failure, failed, open.filter(isNot(failed.deployment.id)), house);
  if (!(call.options.fallback ?? house.fallsBack)) return others;
  const { contextLength, contentPolicy, default: last } = house.fallbacks;
  if (failure.category === 'context_length') {
    const larger = others.filter((other) => hasMoreRoom(other, failed));
    if (contextLength === undefined) return larger;
    return listed(contextLength);
  }
  if (failure.category === 'content_policy' && Array.isArray(contentPolicy)) {
    return listed(contentPolicy);
  }
  if (last === undefined || untried(others, failures).length > 0) return others;
  return [...others, ...listed(last)];
}

/** Whether another deployment may be asked: a list of statuses has the last word, then the caller's policy. */
export function mayLeave(
  { status, failover, category }: ErrorClassification,
  { policy, fallbacks }: House,
): boolean {
  const listed = policy.fallbackOnStatusCodes;
  if (listed !== undefined && status !== undefined) return listed.includes(status);
  if (category === 'content_policy') return fallbacks.contentPolicy !== 'fail';
  return failover;
}

/** Another candidate is next if it has failed less; after a refusal, also if it may be free sooner. */
export function hasNext(
  others: readonly Candidate[],
  failed: string,
  { category }: ErrorClassification,
  failures: ReadonlyMap<string, number>,
): boolean {
  const count = failures.get(failed) ?? 0;
  return others.some(
    ({ deployment: { id } }) =>
      id !== failed && (category === 'rate_limit' || (failures.get(id) ?? 0) < count),
  );
}

/** Those who have not failed. */
export function untried(
  candidates: readonly Candidate[],
  failures: ReadonlyMap<string, number>,
): readonly Candidate[] {
  return candidates.filter(({ deployment }) => !failures.has(deployment.id));
}

export function countFailure(failures: Map<string, number>, id: string): number {
  const count = (failures.get(id) ?? 0) + 1;
  failures.set(id, count);
  return count;
}

/** All but the one of that id. */
export const isNot =
  (id: string): ((candidate: Candidate) => boolean) =>
  ({ deployment }) =>
    deployment.id !== id;

/** Who shares what is out of order goes behind who does not; it may be wrong, so nobody is dropped. */
function apart(
  failure: ErrorClassification,
  failed: Candidate,
  others: readonly Candidate[],
  { rooms }: House,
): readonly Candidate[] {
  const broken = rooms.get(failed.deployment.id)?.domains;
  const isShared = ({ deployment: { id } }: Candidate) =>
    (isOfAccount(failure) && rooms.get(id)?.domains.account === broken?.account) ||
    (isOfEndpoint(failure) && rooms.get(id)?.domains.endpoint === broken?.endpoint);
  const behind = 1 + Math.max(0, ...others.map(({ rank }) => rank));
  return others.map((other) => (isShared(other) ? { ...other, rank: other.rank + behind } : other));
}

/** A window of unknown size may be larger. */
function hasMoreRoom({ deployment }: Candidate, { deployment: failed }: Candidate): boolean {
  const { contextWindow = Number.POSITIVE_INFINITY } = deployment;
  return failed.contextWindow === undefined || contextWindow > failed.contextWindow;
}
