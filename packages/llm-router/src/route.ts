import { type Candidate, isRouterError, type RequestAnalysis } from '@llm-router/core';
import { type Admitted, admit } from './admit.ts';
import { countFailure, isNot, untried } from './after-failure.ts';
import { type Attempt, openAttempt } from './attempt.ts';
import { choose, chooseAnew } from './choose.ts';
import { requestTheRest } from './continue-stream.ts';
import { type Met, tooLateAfter } from './failures.ts';
import { type Sent, sendHedged } from './hedge.ts';
import { type Call, currentHouse, type House } from './house.ts';
import { attemptsLeft, type Journey, setOut } from './journey.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { awaitRetry, isRetry } from './retry-pacing.ts';
import type { Dispatch } from './through-cache.ts';
import { turnAfter } from './turn-after.ts';

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
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
  delivery: Delivery<T>,
  failures = new Map<string, number>(),
): Promise<T> {
  const journey = setOut(call, analysis, house, ledger, failures);
  while (true) {
    const admitted = await admitNext(journey);
    if (admitted === undefined || !(await mayGo(journey, admitted))) continue;
    const sent = await send(journey, admitted, delivery);
    if (sent.ok) {
      journey.house.retryBudget?.returned(journey.retries);
      return sent.answer;
    }
    journey.turn = await turnAfter(journey, sent);
  }
}

/** Waits until one of those whose turn it is may send; `undefined` where the turn has changed meanwhile. */
async function admitNext(journey: Journey): Promise<Admitted | undefined> {
  const { call, analysis, house, ledger, failures, open, last, turn } = journey;
  const { until } = turn;
  const isShort = until !== undefined && until < call.deadline;
  const within = isShort ? { ...call, deadline: until } : call;
  const wanted = balance(turn.wanted, call, house);
  let admitted: Admitted | undefined;
  try {
    admitted = await admit(wanted, failures, within, house, ledger);
  } catch (error) {
    if (last === undefined) throw error;
    if (!isShort || !isRouterError(error, 'deadline_exceeded')) {
      throw tooLateAfter(last, error, ledger);
    }
    journey.turn = { wanted: open };
    return undefined;
  }
  if (admitted !== undefined) return admitted;
  journey.house = currentHouse(house);
  journey.open = chooseAnew(call, analysis, journey.house, ledger);
  journey.turn = { wanted: journey.open };
  return undefined;
}

/** Whether all requests together can afford it. Where they could not, it has waited, and asks for a turn again. */
async function mayGo(journey: Journey, admitted: Admitted): Promise<boolean> {
  const { call, house, ledger, failures, last, isPaid } = journey;
  const { retryBudget } = house;
  const isAgain = isRetry(admitted, last, failures, house);
  if (isAgain && !isPaid && !retryBudget?.tryTake()) {
    await awaitRetry(admitted, last as Met, call, house, ledger);
    journey.isPaid = true;
    return false;
  }
  if (isAgain) journey.retries += 1;
  else if (isPaid) retryBudget?.returned(1);
  journey.isPaid = false;
  return true;
}

function send<T>(journey: Journey, admitted: Admitted, delivery: Delivery<T>): Promise<Sent<T>> {
  const { call, analysis, house, ledger, failures, open } = journey;
  return sendHedged(openAttempt(call, analysis, house, ledger, admitted), {
    others: untried(open, failures).filter(isNot(admitted.lease.key)),
    mayAsk: () => attemptsLeft(journey) > 0,
    onFailed: (id) => countFailure(failures, id),
    call,
    analysis,
    house,
    ledger,
    delivery,
  });
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
