import {
  type Candidate,
  type ErrorClassification,
  type RequestAnalysis,
  RouterError,
} from '@llm-router/core';
import { decideNext } from '@llm-router/retry';
import { admit } from './admit.ts';
import { type Attempt, openAttempt } from './attempt.ts';
import { choose, chooseAnew, chooseSome } from './choose.ts';
import { attemptsFailed } from './failures.ts';
import { type Call, currentHouse, type House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import type { Dispatch } from './through-cache.ts';

/** How an answer is to be delivered: whole, or piece by piece. */
export interface Delivery<T> {
  /** Sends one attempt. Resolves with an answer, or, for a stream, at its first content; else throws. */
  send(attempt: Attempt): Promise<T>;
  /** Answers from the cache, or dispatches. */
  throughCache(call: Call, house: House, ledger: LedgerWriter, dispatch: Dispatch<T>): Promise<T>;
}

/**
 * The way of a request: analyze → cache → select → gate → balance → admit → call → settle, and after a
 * failure what `decideNext` says. `chat`, `stream`, `batch` and `explain` all enter here.
 */
export async function route<T>(
  call: Call,
  house: House,
  ledger: LedgerWriter,
  { send, throughCache }: Delivery<T>,
): Promise<T> {
  const analysis = house.analyze(call.request);
  ledger.analyzed(analysis);
  return throughCache(call, house, ledger, (asked) =>
    dispatch(asked, analysis, house, ledger, send),
  );
}

async function dispatch<T>(
  call: Call,
  analysis: RequestAnalysis,
  entered: House,
  ledger: LedgerWriter,
  send: Delivery<T>['send'],
): Promise<T> {
  const failures = new Map<string, number>();
  const maxAttempts = call.options.maxAttempts ?? entered.maxAttempts;
  let house = entered;
  let open = chooseSome(call, analysis, house, ledger);
  let asked = open;

  while (true) {
    const admitted = await admit(balance(asked, call, house), failures, call, house, ledger);
    if (admitted === undefined) {
      house = currentHouse(house);
      open = chooseAnew(call, analysis, house, ledger);
      asked = open;
      continue;
    }
    const { lease, candidate } = admitted;
    const attempt = openAttempt(call, house, ledger, admitted);
    try {
      return await send(attempt);
    } catch (error) {
      const failure = attempt.failed(error);
      const count = (failures.get(lease.key) ?? 0) + 1;
      failures.set(lease.key, count);
      const next = decideNext(
        failure,
        {
          attempt: count,
          attemptsLeft: maxAttempts - ledger.attempts(),
          nowMs: house.clock.now(),
          deadlineMs: call.deadline,
          hasNext: house.clock.now() < call.deadline && hasNext(open, lease.key, failure, failures),
        },
        house.policy,
      );
      attempt.decided(next);
      if (next.do === 'fail')
        throw attemptsFailed(next.code, failure, ledger.close(next.code), error);
      if (next.do === 'next') fellBack(lease.key, failure, house, ledger);
      if (next.do === 'next' && !failure.retryable) open = open.filter(isNot(lease.key));
      asked = mayLeave(failure, house) ? open : [candidate];
      if (next.do === 'retry') await pause(next.delayMs, failure, call, house, ledger);
    }
  }
}

/** What `route` would decide now, without the cache and without sending anything. */
export function decide(call: Call, house: House, ledger: LedgerWriter): readonly Candidate[] {
  const analysis = house.analyze(call.request);
  ledger.analyzed(analysis);
  return choose(call, analysis, house, ledger);
}

/** Only where two share a rank is there anything to balance. */
function balance(candidates: readonly Candidate[], { request, tenant }: Call, house: House) {
  const hasEquals = new Set(candidates.map(({ rank }) => rank)).size < candidates.length;
  return hasEquals ? house.balancer.order(candidates, { request, tenant }) : candidates;
}

/** Whether another deployment may be asked after this failure: the list of statuses has the last word. */
function mayLeave({ status, failover }: ErrorClassification, { policy }: House): boolean {
  const listed = policy.fallbackOnStatusCodes;
  return listed === undefined || status === undefined ? failover : listed.includes(status);
}

const isNot =
  (id: string) =>
  ({ deployment }: Candidate) =>
    deployment.id !== id;

/** Another candidate is next if it has failed less; after a refusal, also if it may be free sooner. */
function hasNext(
  open: readonly Candidate[],
  failed: string,
  { category }: ErrorClassification,
  failures: ReadonlyMap<string, number>,
): boolean {
  const count = failures.get(failed) ?? 0;
  return open.some(
    ({ deployment: { id } }) =>
      id !== failed && (category === 'rate_limit' || (failures.get(id) ?? 0) < count),
  );
}

function fellBack(
  from: string,
  because: ErrorClassification,
  house: House,
  ledger: LedgerWriter,
): void {
  house.events.emit({
    type: 'fell-back',
    at: house.clock.now(),
    ledgerId: ledger.id,
    from,
    because,
  });
}

/** Waits before a retry. Where a refusal said for how long, the queue waits instead, with everyone else. */
async function pause(
  delayMs: number,
  failure: ErrorClassification,
  call: Call,
  house: House,
  ledger: LedgerWriter,
): Promise<void> {
  if (failure.category === 'rate_limit' && failure.retryAfterMs !== undefined) return;
  const startedAt = house.clock.now();
  try {
    await house.clock.sleep(delayMs, call.options.signal);
  } catch (cause) {
    throw new RouterError('aborted', 'The caller aborted between two attempts.', { cause });
  } finally {
    ledger.waited(house.clock.now() - startedAt, `backoff after ${failure.category}`);
  }
}
