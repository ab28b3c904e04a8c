import type { Candidate, RequestAnalysis } from '@llm-router/core';
import { chooseSome } from './choose.ts';
import type { Met } from './failures.ts';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import type { NextTurn } from './retry-pacing.ts';

/** Where one request stands on its way through the candidates. */
export interface Journey {
  call: Call;
  house: House;
  readonly analysis: RequestAnalysis;
  readonly ledger: LedgerWriter;
  /** How often each deployment has failed. */
  readonly failures: Map<string, number>;
  /** Who may be asked, best first. */
  open: readonly Candidate[];
  /** Whose turn it is. */
  turn: NextTurn;
  readonly maxAttempts: number;
  /** Attempts that the retry budget has paid for. */
  retries: number;
  /** Whether the budget has paid for an attempt that has not left yet. */
  isPaid: boolean;
  last: Met | undefined;
}

/** Begins with all that could serve the request. @throws RouterError `no_candidate` */
export function setOut(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
  failures: Map<string, number>,
): Journey {
  const open = chooseSome(call, analysis, house, ledger);
  house.retryBudget?.entered();
  house.hedging?.entered();
  return {
    call,
    house,
    analysis,
    ledger,
    failures,
    open,
    turn: { wanted: open },
    maxAttempts: call.options.maxAttempts ?? house.maxAttempts,
    retries: 0,
    isPaid: false,
    last: undefined,
  };
}

export function attemptsLeft({ maxAttempts, ledger }: Journey): number {
  return maxAttempts - ledger.attempts();
}
