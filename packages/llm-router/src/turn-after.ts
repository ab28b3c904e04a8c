import { decideNext } from '@llm-router/retry';
import { shrunkInWords, shrunkToAfford } from './afford.ts';
import { countFailure, hasNext, mayLeave, othersAfter } from './after-failure.ts';
import { attemptsFailed } from './failures.ts';
import type { Failed } from './hedge.ts';
import { attemptsLeft, type Journey } from './journey.ts';
import { type NextTurn, takeTurn } from './retry-pacing.ts';

/**
 * Whose turn it is after a failure, and after the wait that it takes.
 *
 * @throws RouterError where nobody is left, or nothing helps
 */
export async function turnAfter(journey: Journey, { attempt, error }: Failed): Promise<NextTurn> {
  const { call, house, ledger, failures } = journey;
  const { candidate } = attempt;
  const { id } = candidate.deployment;
  const failure = attempt.failed(error);
  const count = countFailure(failures, id);
  journey.last = { failure, error };
  const smaller = attemptsLeft(journey) > 0 && shrunkToAfford(call, failure, house);
  if (smaller) {
    journey.call = { ...call, request: smaller, isShrunk: true };
    ledger.lost(`${id}: ${shrunkInWords(smaller)}`);
    attempt.decided({ do: 'retry', delayMs: 0 });
    return { wanted: [candidate] };
  }
  const nowMs = house.clock.now();
  const others = othersAfter(failure, candidate, journey);
  const next = decideNext(
    failure,
    {
      attempt: count,
      attemptsLeft: attemptsLeft(journey),
      nowMs,
      deadlineMs: call.deadline,
      hasNext: nowMs < call.deadline && hasNext(others, id, failure, failures),
    },
    house.policy,
  );
  attempt.decided(next);
  if (next.do === 'fail') throw attemptsFailed(next.code, failure, ledger.close(next.code), error);
  if (next.do === 'next') {
    const at = nowMs;
    house.events.emit({ type: 'fell-back', at, ledgerId: ledger.id, from: id, because: failure });
    journey.open = failure.retryable ? [candidate, ...others] : others;
  }
  const delayMs = next.do === 'retry' ? next.delayMs : 0;
  const all = mayLeave(failure, house) ? journey.open : [candidate];
  return takeTurn(journey.last, { count, delayMs }, all, failures, call, house, ledger);
}
