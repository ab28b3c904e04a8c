import { type Candidate, type ErrorClassification, RouterError } from '@llm-router/core';
import type { Admitted } from './admit.ts';
import { untried } from './after-failure.ts';
import { attemptsFailed, type Met } from './failures.ts';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { targetOf } from './target.ts';

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

/** The first two refusals of a request may be chance. */
const chance = 2;
const silentMs = 2000;
const longestSilentMs = 60_000;

/**
 * Refused again and again, by all who may be asked, and never told for how long: most limits are of a
 * minute, so the attempts that are left are spread over one: 6, 18 and 54 seconds, or half of the time
 * that there is.
 */
function silentPauseMs(
  wanted: readonly Candidate[],
  { category, retryAfterMs }: ErrorClassification,
  failures: ReadonlyMap<string, number>,
  leftMs: number,
): number {
  if (category !== 'rate_limit' || retryAfterMs !== undefined) return 0;
  if (untried(wanted, failures).length > 0) return 0;
  const refusals = [...failures.values()].reduce((sum, count) => sum + count, 0);
  if (refusals <= chance) return 0;
  return Math.min(longestSilentMs, silentMs * 3 ** (refusals - chance), leftMs / 2);
}

/** Who is asked next. */
export interface NextTurn {
  readonly wanted: readonly Candidate[];
  /** Until then only they: who has failed may be asked again after it. */
  readonly until?: number;
}

/**
 * Waits as long as it takes before the next attempt. Who has not failed yet is asked at once, if free
 * before a retry could go; who has failed only after the backoff. After a rate limit the queue sees to it
 * that nobody is overrun.
 */
export async function takeTurn(
  { failure }: Met,
  { count, delayMs }: { readonly count: number; readonly delayMs: number },
  wanted: readonly Candidate[],
  failures: ReadonlyMap<string, number>,
  call: Call,
  house: House,
  ledger: LedgerWriter,
): Promise<NextTurn> {
  const now = house.clock.now();
  const wait = (ms: number) => (ms > 0 ? pause(ms, failure, call, house, ledger) : undefined);
  if (failure.category === 'rate_limit') {
    const isOwn = house.config.retry?.backoff !== undefined;
    const silentMs = isOwn ? 0 : silentPauseMs(wanted, failure, failures, call.deadline - now);
    await wait(Math.max(delayMs, silentMs));
    return { wanted };
  }
  const fresh = untried(wanted, failures);
  const backoffMs = fresh.length === 0 ? delayMs : house.policy.backoff(count);
  if (isFreeWithin(backoffMs, fresh, call, house)) {
    return { wanted: fresh, until: now + Math.max(backoffMs, longestForFreshMs) };
  }
  // There is no time for a retry; who has not failed may be free in time.
  if (fresh.length > 0 && now + backoffMs >= call.deadline) return { wanted: fresh };
  await wait(backoffMs);
  return { wanted };
}

/** Who was to be free soon and is not after this long is not waited for alone any more. */
const longestForFreshMs = 2000;

function isFreeWithin(
  ms: number,
  candidates: readonly Candidate[],
  call: Call,
  house: House,
): boolean {
  return candidates.some(
    (candidate) => (house.admission.check(targetOf(candidate, call, house))?.waitMs ?? 0) <= ms,
  );
}

/**
 * Whether an attempt is a retry that all requests together have to afford: who has failed is asked
 * again, and not after a rate limit.
 */
export function isRetry(
  { lease }: Admitted,
  last: Met | undefined,
  failures: ReadonlyMap<string, number>,
  { retryBudget }: House,
): boolean {
  if (retryBudget === undefined || last === undefined || !failures.has(lease.key)) return false;
  return last.failure.category !== 'rate_limit';
}

/** Gives a lease back, and waits until all requests together may retry once more. */
export async function awaitRetry(
  { lease, permit }: Admitted,
  { failure, error }: Met,
  call: Call,
  { retryBudget, clock }: House,
  ledger: LedgerWriter,
): Promise<void> {
  permit?.ignore();
  lease.release('unsent');
  const startedAt = clock.now();
  const isTaken = await retryBudget?.take(call.deadline, call.options.signal);
  ledger.waited(clock.now() - startedAt, 'the retry budget');
  if (isTaken) return;
  const code = call.options.signal?.aborted ? 'aborted' : 'deadline_exceeded';
  throw attemptsFailed(code, failure, ledger.close(code), error);
}
