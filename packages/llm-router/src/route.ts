import { type Candidate, isRouterError, type RequestAnalysis } from '@llm-router/core';
import { decideNext } from '@llm-router/retry';
import { admit } from './admit.ts';
import { shrunkInWords, shrunkToAfford } from './afford.ts';
import { countFailure, hasNext, isNot, mayLeave, othersAfter, untried } from './after-failure.ts';
import { type Attempt, openAttempt } from './attempt.ts';
import { choose, chooseAnew, chooseSome } from './choose.ts';
import { requestTheRest } from './continue-stream.ts';
import { attemptsFailed, type Met, tooLateAfter } from './failures.ts';
import { sendHedged } from './hedge.ts';
import { type Call, currentHouse, type House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { awaitRetry, isRetry, type NextTurn, takeTurn } from './retry-pacing.ts';
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
  let turn: NextTurn = { wanted: open };
  let retries = 0;
  let isPaid = false;
  let last: Met | undefined;
  house.retryBudget?.entered();
  house.hedging?.entered();

  while (true) {
    const { until } = turn;
    const isShort = until !== undefined && until < call.deadline;
    const wanted = balance(turn.wanted, call, house);
    const within = isShort ? { ...call, deadline: until } : call;
    const admitted = await admit(wanted, failures, within, house, ledger).catch(
      (error: unknown) => {
        if (last === undefined) throw error;
        if (isShort && isRouterError(error, 'deadline_exceeded')) return 'busy' as const;
        throw tooLateAfter(last, error, ledger);
      },
    );
    if (admitted === 'busy') {
      turn = { wanted: open };
      continue;
    }
    if (admitted === undefined) {
      house = currentHouse(house);
      open = chooseAnew(call, analysis, house, ledger);
      turn = { wanted: open };
      continue;
    }
    const isAgain = isRetry(admitted, last, failures, house);
    if (isAgain && !isPaid && !house.retryBudget?.tryTake()) {
      await awaitRetry(admitted, last as Met, call, house, ledger);
      isPaid = true;
      continue;
    }
    if (isAgain) retries += 1;
    else if (isPaid) house.retryBudget?.returned(1);
    isPaid = false;
    const sent = await sendHedged(openAttempt(call, house, ledger, admitted), {
      others: untried(open, failures).filter(isNot(admitted.lease.key)),
      mayAsk: () => attemptsLeft() > 0,
      onFailed: (id) => countFailure(failures, id),
      call,
      house,
      ledger,
      delivery,
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
    const smaller = attemptsLeft() > 0 && shrunkToAfford(call, failure, house);
    if (smaller) {
      call = { ...call, request: smaller, isShrunk: true };
      ledger.lost(`${id}: ${shrunkInWords(smaller)}`);
      attempt.decided({ do: 'retry', delayMs: 0 });
      turn = { wanted: [candidate] };
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
    const delayMs = next.do === 'retry' ? next.delayMs : 0;
    const all = mayLeave(failure, house) ? open : [candidate];
    turn = await takeTurn(last, { count, delayMs }, all, failures, call, house, ledger);
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
