import { formatUsd, type Ledger, type LedgerAttempt, type LedgerCandidate } from '@llm-router/core';
import { describeFailure } from './failure-reason.ts';
import { formatCount, formatDuration } from './format.ts';

/** One request in a few lines: where it could go, what it waited for, what it met, what it cost. */
export function printLedger(ledger: Ledger): readonly string[] {
  const { candidates, waits, attempts, durationMs, overheadMs } = ledger;
  return [
    `  ${ledger.id}, ${formatCount(ledger.request.inputTokens)} tokens in`,
    ...describeAnalysis(ledger.analysis),
    ...candidates.flatMap(describeRank),
    ...attempts.flatMap((attempt) => [
      ...waits.filter(({ before }) => before === attempt.number).map(describeWait),
      `  ${attempt.number}. ${describeAttempt(attempt)}`,
    ]),
    ...waits
      .filter(({ before }) => before === undefined || before > attempts.length)
      .map(describeWait),
    ...candidates.flatMap(describeCandidate),
    `  ended ${ledger.outcome ?? 'undecided'} after ${formatDuration(durationMs)}, ${overheadMs.toFixed(1)} ms of them the router's own; cost ${formatUsd(ledger.cost)}`,
  ];
}

function describeAnalysis(analysis: Ledger['analysis']): string[] {
  if (analysis === undefined) return [];
  const { complexity, category, tokens } = analysis;
  const score = complexity.score.toFixed(2);
  return [
    `  looks ${complexity.level} (${score}): a ${category} model should do; about ${formatCount(tokens.expectedOutput)} tokens expected`,
  ];
}

function describeRank({ deployment, rank, reasons }: LedgerCandidate): string[] {
  return reasons === undefined
    ? []
    : [`  ${deployment}, rank ${rank}: ${shorten(reasons.join('; '))}`];
}

/** Providers say more about a limit than fits into a line, and selectors more about a rank. */
const longestReason = 80;

function shorten(reason: string): string {
  return reason.length > longestReason ? `${reason.slice(0, longestReason - 1)}…` : reason;
}

function describeWait({ forMs, limitedBy }: Ledger['waits'][number]): string {
  return `  waited ${formatDuration(forMs)} (${shorten(limitedBy)})`;
}

function describeAttempt({
  deployment,
  durationMs,
  outcome,
  error,
  decision,
  ...rest
}: LedgerAttempt) {
  const after = `after ${formatDuration(durationMs)}`;
  if (error === undefined) {
    const used = rest.usage && `: ${formatCount(rest.usage.outputTokens)} tokens out`;
    return outcome === 'ok'
      ? `${deployment} answered ${after}${used ?? ''}`
      : `${deployment} ${outcome} ${after}`;
  }
  const reason = describeFailure(error.category, error.status);
  return `${deployment} ${reason} ${after} → ${describeDecision(decision)}`;
}

function describeDecision(decision: LedgerAttempt['decision']): string {
  switch (decision?.do) {
    case 'retry':
      return `again in ${formatDuration(decision.delayMs ?? 0)}`;
    case 'next':
      return 'the next that is free';
    default:
      return 'given up';
  }
}

function describeCandidate({ deployment, verdict, by, detail }: LedgerCandidate): string[] {
  if (verdict !== 'refused') return [];
  return [
    `  ${deployment} was passed over${by ? ` by its ${by}` : ''}${detail ? `: ${detail}` : ''}`,
  ];
}
