import { type Candidate, type ErrorClassification, RouterError } from '@llm-router/core';
import { attemptsFailed, type Met } from './failures.ts';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';

/** Waits before a retry. Where a refusal said for how long, the queue waits instead, with everyone else. */
export async function pause(
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
export function silentPauseMs(
  wanted: readonly Candidate[],
  { category, retryAfterMs }: ErrorClassification,
  failures: ReadonlyMap<string, number>,
  leftMs: number,
): number {
  if (category !== 'rate_limit' || retryAfterMs !== undefined) return 0;
  if (!wanted.every(({ deployment: { id } }) => failures.has(id))) return 0;
  const refusals = [...failures.values()].reduce((sum, count) => sum + count, 0);
  if (refusals <= chance) return 0;
  return Math.min(longestSilentMs, silentMs * 3 ** (refusals - chance), leftMs / 2);
}

/** Everyone who is left has failed before; after a rate limit the queue sees to it that nobody is overrun. */
export function isRetry(
  wanted: readonly Candidate[],
  { category }: ErrorClassification,
  failures: ReadonlyMap<string, number>,
): boolean {
  return category !== 'rate_limit' && wanted.every(({ deployment: { id } }) => failures.has(id));
}

/** Waits until all requests together may retry once more. Answers how much of the budget that took. */
export async function takeRetry(
  { failure, error }: Met,
  call: Call,
  { retryBudget, clock }: House,
  ledger: LedgerWriter,
): Promise<number> {
  if (retryBudget === undefined) return 0;
  const startedAt = clock.now();
  const isTaken = await retryBudget.take(call.deadline, call.options.signal);
  ledger.waited(clock.now() - startedAt, 'the retry budget');
  if (isTaken) return 1;
  const code = call.options.signal?.aborted ? 'aborted' : 'deadline_exceeded';
  throw attemptsFailed(code, failure, ledger.close(code), error);
}
