import {
  addCosts,
  type Clock,
  type Cost,
  type ErrorClassification,
  type Lease,
  type Ledger,
  type LedgerAttempt,
  type LedgerCandidate,
  type Refusal,
  type RequestAnalysis,
  type RouterErrorCode,
  type Usage,
  unknownCost,
} from '@llm-router/core';
import { isForCircuit } from './circuits.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The ledger of a running request: every stage adds what it decided. */
export interface LedgerWriter {
  readonly id: string;
  /** Epoch milliseconds of the request's arrival. */
  readonly at: number;
  analyzed(analysis: RequestAnalysis): void;
  cache(outcome: Ledger['cache']): void;
  /** Replaces what was known of the candidates. */
  candidates(candidates: readonly LedgerCandidate[]): void;
  verdicts(): readonly LedgerCandidate[];
  /** A lease was granted: who was chosen, who was passed over, and the wait. */
  admitted(lease: Lease): void;
  waited(forMs: number, limitedBy: string): void;
  /** @param beside the number of the attempt that it is sent beside, if it is a second one */
  attemptStarted(deployment: string, beside?: number): OpenAttempt;
  /** The next attempts continue what the last one has begun. */
  goesOn(): void;
  lost(loss: string): void;
  attempts(): number;
  /** The ledger as it stands; the closed one where it is closed. */
  soFar(): Ledger;
  /** Ends the ledger, once: later calls answer the same one, with an outcome of their own if it is another. */
  close(outcome?: 'ok' | RouterErrorCode): Ledger;
}

/** An attempt that has not ended. */
export interface OpenAttempt {
  readonly number: number;
  readonly startedAt: number;
  firstContent(): void;
  requestId(id: string): void;
  ended(end: {
    readonly outcome: 'ok' | 'error' | 'aborted';
    readonly error?: ErrorClassification;
    readonly usage?: Usage | undefined;
    readonly cost?: Cost | undefined;
  }): LedgerAttempt;
  /** What was decided after its failure. */
  decided(decision: { readonly do: 'retry' | 'next' | 'fail'; readonly delayMs?: number }): void;
}

/** Durations to the microsecond are as exact as they are meaningful. */
const round = (ms: number) => Math.round(ms * 1000) / 1000;

/** What is known of a candidate, whatever becomes of it. */
type Standing = Omit<LedgerCandidate, 'verdict' | 'by' | 'detail' | 'waitMs' | 'limitedBy'>;

/** A candidate without its verdict. */
export function standingOf(candidate: LedgerCandidate): Standing {
  const { deployment, rank, reasons, expected, contextWindow } = candidate;
  return {
    deployment,
    rank,
    ...(reasons && { reasons }),
    ...(expected && { expected }),
    ...(contextWindow !== undefined && { contextWindow }),
  };
}

/** How a candidate stands once the lease was granted. */
function judge(candidate: LedgerCandidate, lease: Lease): LedgerCandidate {
  const { deployment, verdict } = candidate;
  if (deployment === lease.key) {
    const standing = verdict === 'refused' ? standingOf(candidate) : candidate;
    return { ...standing, verdict: 'chosen' };
  }
  const busy = lease.passedOver?.find(({ key }) => key === deployment);
  if (busy !== undefined) return refusedByLimit(candidate, busy);
  return verdict === 'chosen' ? { ...candidate, verdict: 'eligible' } : candidate;
}

/** A candidate that a limit or its circuit stands before: for how long, or that it is for ever. */
export function refusedByLimit(
  candidate: LedgerCandidate,
  { waitMs: forMs, limitedBy }: Refusal,
): LedgerCandidate {
  const by = isForCircuit(candidate.deployment, limitedBy) ? 'breaker' : 'limit';
  const refused = { ...standingOf(candidate), verdict: 'refused', by, limitedBy } as const;
  if (forMs === Number.POSITIVE_INFINITY) {
    return { ...refused, detail: `larger than all that ${limitedBy} allows at once` };
  }
  const waitMs = round(forMs);
  const wait = Math.ceil(waitMs).toLocaleString('en');
  return { ...refused, waitMs, detail: `would have waited ${wait} ms for ${limitedBy}` };
}

/** An attempt that goes on for others after this call has left it: so far it has taken that long. */
function asOf(attempt: LedgerAttempt, now: number): LedgerAttempt {
  if (attempt.durationMs > 0) return { ...attempt };
  return { ...attempt, durationMs: round(now - attempt.startedAt) };
}

/** What an answer used, with the parts that it continues. */
function wholeUsage(
  usage: Usage,
  continues: number | undefined,
  attempts: readonly LedgerAttempt[],
): Usage {
  const before = continues === undefined ? undefined : attempts[continues - 1];
  if (before?.usage === undefined) return usage;
  const earlier = wholeUsage(before.usage, before.continues, attempts);
  return {
    inputTokens: earlier.inputTokens + usage.inputTokens,
    outputTokens: earlier.outputTokens + usage.outputTokens,
    totalTokens: earlier.totalTokens + usage.totalTokens,
  };
}

/** Attempts start in their order; of two that went on side by side the time counts once. */
function onTheWireMs(attempts: readonly LedgerAttempt[]): number {
  let sum = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startedAt, durationMs } of attempts) {
    const endedAt = startedAt + durationMs;
    sum += Math.max(0, endedAt - Math.max(startedAt, until));
    until = Math.max(until, endedAt);
  }
  return sum;
}

export function createLedgerWriter(
  clock: Clock,
  start: Pick<Ledger, 'id' | 'tenant' | 'metadata'> & {
    readonly request: Omit<Ledger['request'], 'inputTokens'>;
  },
): LedgerWriter {
  const at = clock.now();
  const waits: Ledger['waits'][number][] = [];
  const attempts: Writable<LedgerAttempt>[] = [];
  const losses: string[] = [];
  let candidates: readonly LedgerCandidate[] = [];
  let analysis: RequestAnalysis | undefined;
  let cached: Ledger['cache'] = 'off';
  let servedBy: Writable<LedgerAttempt> | undefined;
  let underway = 0;
  let continued: number | undefined;
  let closed: Ledger | undefined;

  function waited(forMs: number, limitedBy: string): void {
    if (!(forMs > 0)) return;
    const before = attempts.length + 1;
    const last = waits.at(-1);
    const isLonger = last?.limitedBy === limitedBy && last.before === before;
    const sum = isLonger ? (waits.pop()?.forMs ?? 0) + forMs : forMs;
    waits.push({ forMs: round(sum), limitedBy, before });
  }

  function attemptStarted(deployment: string, beside?: number): OpenAttempt {
    const startedAt = clock.now();
    const attempt: Writable<LedgerAttempt> = {
      number: attempts.length + 1,
      deployment,
      startedAt,
      durationMs: 0,
      outcome: 'aborted',
    };
    if (beside !== undefined) attempt.beside = beside;
    if (continued !== undefined) attempt.continues = continued;
    attempts.push(attempt);
    underway += 1;
    return {
      number: attempt.number,
      startedAt,
      firstContent() {
        attempt.firstContentMs = round(clock.now() - startedAt);
      },
      requestId(id) {
        attempt.requestId = id;
      },
      ended({ outcome, error, usage, cost }) {
        underway -= 1;
        attempt.durationMs = round(clock.now() - startedAt);
        attempt.outcome = outcome;
        if (error !== undefined) attempt.error = error;
        if (usage !== undefined) attempt.usage = usage;
        if (cost !== undefined) attempt.cost = cost;
        if (outcome === 'ok') servedBy ??= attempt;
        return attempt;
      },
      decided({ do: what, delayMs }) {
        attempt.decision = { do: what, ...(delayMs !== undefined && { delayMs: round(delayMs) }) };
      },
    };
  }

  function write(outcome: 'ok' | RouterErrorCode | undefined): Ledger {
    const now = clock.now();
    const durationMs = now - at;
    const shown = underway === 0 ? attempts : attempts.map((attempt) => asOf(attempt, now));
    const elsewhere = waits.reduce((sum, wait) => sum + wait.forMs, 0) + onTheWireMs(shown);
    const costs = shown.flatMap((attempt) => attempt.cost ?? []);
    return {
      version: 1,
      ...start,
      request: { ...start.request, inputTokens: analysis?.tokens.input ?? 0 },
      at,
      ...(analysis !== undefined && { analysis }),
      cache: cached,
      candidates,
      waits,
      attempts: shown,
      ...(servedBy !== undefined && { servedBy: servedBy.deployment }),
      ...(servedBy?.usage !== undefined && {
        usage: wholeUsage(servedBy.usage, servedBy.continues, attempts),
      }),
      cost: servedBy !== undefined && servedBy.cost === undefined ? unknownCost : addCosts(costs),
      losses,
      ...(outcome !== undefined && { outcome }),
      durationMs: round(durationMs),
      overheadMs: round(Math.max(0, durationMs - elsewhere)),
    };
  }

  return {
    id: start.id,
    at,
    cache(outcome) {
      cached = outcome;
    },
    analyzed(known) {
      analysis = known;
    },
    candidates(known) {
      candidates = known;
    },
    verdicts: () => candidates,
    admitted(lease) {
      candidates = candidates.map((candidate) => judge(candidate, lease));
      waited(lease.waitedMs, lease.limitedBy ?? 'earlier requests');
    },
    waited,
    attemptStarted,
    goesOn() {
      continued = attempts.length;
    },
    lost(loss) {
      losses.push(loss);
    },
    attempts: () => attempts.length,
    soFar: () => closed ?? write(undefined),
    close(outcome) {
      closed ??= write(outcome);
      if (outcome !== undefined && outcome !== closed.outcome) closed = { ...closed, outcome };
      return closed;
    },
  };
}
