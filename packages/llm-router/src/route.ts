import type { Candidate, RequestAnalysis } from '@llm-router/core';
import { decideNext } from '@llm-router/retry';
import { admit } from './admit.ts';
import { shrunkInWords, shrunkToAfford } from './afford.ts';
import { countFailure, hasNext, mayLeave, othersAfter, untried } from './after-failure.ts';
import { type Attempt, openAttempt } from './attempt.ts';
import { choose, chooseAnew, chooseSome } from './choose.ts';
import { requestTheRest } from './continue-stream.ts';
import { attemptsFailed, type Met, tooLateAfter } from './failures.ts';
import { sendHedged } from './hedge.ts';
import { type Call, currentHouse, type House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { isRetry, pause, silentPauseMs, takeRetry } from './retry-pacing.ts';
import type { Dispatch } from './through-cache.ts';

/** How an answer is to be delivered: whole, or piece by piece. */
export interface Delivery<T> {
  /** Sends one attempt. Resolves with an answer, or, for a stream, at its first content; else throws. */
  send(attempt: Attempt): Promise<T>;
  /** An answer that came too late to be of use is given up. */
  discard?(answer: T): void;
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
  delivery: Delivery<T>,
): Promise<T> {
  const analysis = house.analyze(call.request);
  ledger.analyzed(analysis);
  return delivery.throughCache(call, house, ledger, (asked) =>
    dispatch(asked, analysis, house, ledger, delivery),
  );
}

/** Where the stream of one broke off: goes on with the rest of its answer, if possible elsewhere. */
export function resume<T>(
  call: Call,
  failed: string,
  house: House,
  ledger: LedgerWriter,
  delivery: Delivery<T>,
): Promise<T> {
  const analysis = house.analyze(
    call.begun ? requestTheRest(call.request, call.begun, undefined) : call.request,
  );
  return dispatch(call, analysis, house, ledger, delivery, new Map([[failed, 1]]));
}

async function dispatch<T>(
  asked: Call,
  analysis: RequestAnalysis,
  entered: House,
  ledger: LedgerWriter,
  delivery: Delivery<T>,
  failures = new Map<string, number>(),
): Promise<T> {
  const maxAttempts = asked.options.maxAttempts ?? entered.maxAttempts;
  const attemptsLeft = () => maxAttempts - ledger.attempts();
  let call = asked;
  let house = entered;
  let open = chooseSome(call, analysis, house, ledger);
  let wanted = open;
  let retries = 0;
  let last: Met | undefined;
  house.retryBudget?.entered();
  house.hedging?.entered();

  while (true) {
    const admitted = await admit(balance(wanted, call, house), failures, call, house, ledger).catch(
      (error: unknown) => Promise.reject(last ? tooLateAfter(last, error, ledger) : error),
    );
    if (admitted === undefined) {
      house = currentHouse(house);
      open = chooseAnew(call, analysis, house, ledger);
      wanted = open;
      continue;
    }
    const sent = await sendHedged(openAttempt(call, house, ledger, admitted), {
      others: untried(open, failures, admitted.lease.key),
      mayAsk: () => attemptsLeft() > 0,
      onFailed: (id) => countFailure(failures, id),
      ...{ call, house, ledger, delivery },
    });
    if (sent.ok) {
      house.retryBudget?.returned(retries);
      return sent.answer;
    }
    const { attempt, error } = sent;
    const { candidate } = attempt;
    const { id } = candidate.deployment;
    const failure = attempt.failed(error);
    const count = countFailure(failures, id);
    last = { failure, error };
    const smaller = attemptsLeft() > 0 && shrunkToAfford(call.request, failure, house);
    if (smaller) {
      call = { ...call, request: smaller };
      ledger.lost(`${id}: ${shrunkInWords(smaller)}`);
      attempt.decided({ do: 'retry', delayMs: 0 });
      wanted = [candidate];
      continue;
    }
    const nowMs = house.clock.now();
    const standing = { call, analysis, house, ledger, failures };
    const others = othersAfter(failure, candidate, open, standing);
    const next = decideNext(
      failure,
      {
        attempt: count,
        attemptsLeft: attemptsLeft(),
        nowMs,
        deadlineMs: call.deadline,
        hasNext: nowMs < call.deadline && hasNext(others, id, failure, failures),
      },
      house.policy,
    );
    attempt.decided(next);
    if (next.do === 'fail') {
      throw attemptsFailed(next.code, failure, ledger.close(next.code), error);
    }
    if (next.do === 'next') {
      const at = nowMs;
      house.events.emit({ type: 'fell-back', at, ledgerId: ledger.id, from: id, because: failure });
      open = failure.retryable ? [candidate, ...others] : others;
    }
    wanted = mayLeave(failure, house) ? open : [candidate];
    const pauseMs = Math.max(
      next.do === 'retry' ? next.delayMs : 0,
      house.config.retry?.backoff
        ? 0
        : silentPauseMs(wanted, failure, failures, call.deadline - nowMs),
    );
    if (pauseMs > 0) await pause(pauseMs, failure, call, house, ledger);
    if (isRetry(wanted, failure, failures)) retries += await takeRetry(last, call, house, ledger);
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
