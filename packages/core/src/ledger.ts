import type { RequestAnalysis } from './analysis.ts';
import type { ErrorClassification } from './classification.ts';
import type { Cost } from './cost.ts';
import type { Candidate } from './deployment.ts';
import type { RouterErrorCode } from './errors.ts';
import type { Usage } from './usage.ts';

/** One candidate as it stood when it was last considered. */
export interface LedgerCandidate {
  readonly deployment: string;
  readonly rank: number;
  readonly verdict: 'chosen' | 'eligible' | 'refused';
  /** What refused it. */
  readonly by?: 'limit' | 'breaker' | 'health' | 'context' | 'capability' | 'price' | 'quota';
  /** Why the strategy put it there; at most 8 reasons of at most 200 characters each. */
  readonly reasons?: readonly string[];
  /** What its answer was expected to take and to cost; absent in ledgers of earlier versions. */
  readonly expected?: Candidate['expected'];
  /** Tokens that prompt and answer may have together; absent where nobody knows. */
  readonly contextWindow?: number;
  /** The reason in words. */
  readonly detail?: string;
  /** The wait it would have cost, in milliseconds; 0 only in an `explain`, for who is free. */
  readonly waitMs?: number;
  /** The limit that the wait is for. */
  readonly limitedBy?: string;
}

/** One request on the wire. */
export interface LedgerAttempt {
  readonly number: number;
  readonly deployment: string;
  /** The number of the attempt beside which it was sent, where that took long. */
  readonly beside?: number;
  /** The number of the attempt whose broken stream it continued. */
  readonly continues?: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** From start to the first real content of a stream, in milliseconds. */
  readonly firstContentMs?: number;
  readonly durationMs: number;
  readonly outcome: 'ok' | 'error' | 'aborted';
  readonly error?: ErrorClassification;
  readonly usage?: Usage;
  readonly cost?: Cost;
  /** The provider's id of the request. */
  readonly requestId?: string;
  /** What was decided after a failure. */
  readonly decision?: { readonly do: 'retry' | 'next' | 'fail'; readonly delayMs?: number };
}

/**
 * What was decided for one request and why. Plain JSON: the answer, the error, the header, the span,
 * the dashboard, `explain` and replay show this same object. It holds no prompt and no answer text.
 */
export interface Ledger {
  readonly version: 1;
  readonly id: string;
  /** Epoch milliseconds of the request's arrival. */
  readonly at: number;
  readonly tenant: string;
  readonly request: {
    /** The model that was asked for, if any. */
    readonly model?: string;
    readonly inputTokens: number;
    readonly stream: boolean;
  };
  readonly metadata?: Readonly<Record<string, string>>;
  readonly analysis?: RequestAnalysis;
  readonly cache: 'hit' | 'miss' | 'off';
  readonly candidates: readonly LedgerCandidate[];
  readonly waits: readonly {
    readonly forMs: number;
    readonly limitedBy: string;
    /** The number of the attempt that it preceded. */
    readonly before?: number;
  }[];
  readonly attempts: readonly LedgerAttempt[];
  /** The deployment that answered. */
  readonly servedBy?: string;
  /** Usage of the answer. */
  readonly usage?: Usage;
  /** The sum over all attempts. */
  readonly cost: Cost;
  /** What a translation or a switch of provider had to leave out. */
  readonly losses: readonly string[];
  /** How it ended; absent in an `explain`. */
  readonly outcome?: 'ok' | RouterErrorCode;
  readonly durationMs: number;
  /** The router's own share of the duration: all that was neither waiting nor on the wire. */
  readonly overheadMs: number;
}
