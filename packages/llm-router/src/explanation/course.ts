import { formatUsd, type Ledger, type LedgerAttempt } from '@llm-router/core';
import { formatCount, formatMs } from './amounts.ts';
import type { Line } from './lines.ts';

/** A provider's message may be a page. */
const longestMessage = 300;

/** What happened, in its order: each wait before the attempt that it preceded. */
export function courseOf({ waits, attempts }: Ledger): readonly Line[] {
  const later = waits.filter(({ before }) => before === undefined || before > attempts.length);
  return [
    ...attempts.flatMap((attempt) => [
      ...waits.filter(({ before }) => before === attempt.number).map(toLine),
      ...describeAttempt(attempt),
    ]),
    ...later.map(toLine),
  ];
}

function toLine({ forMs, limitedBy }: Ledger['waits'][number]): Line {
  return { text: `waited ${formatMs(forMs)} (${limitedBy})` };
}

function describeAttempt(attempt: LedgerAttempt): readonly Line[] {
  const { number, deployment, outcome, error, durationMs, decision } = attempt;
  const what = error === undefined ? wordOf(outcome) : describeError(error);
  const facts = factsOf(attempt);
  const parts = [
    `${number}. ${deployment} ${what} after ${formatMs(durationMs)}`,
    ...(facts.length === 0 ? [] : [` (${facts.join(', ')})`]),
    ...(decision === undefined ? [] : [` → ${describeDecision(decision)}`]),
  ];
  const line: Line = { text: parts.join(''), style: outcome === 'ok' ? 'good' : 'bad' };
  if (error === undefined || error.message === '') return [line];
  const message =
    error.message.length > longestMessage
      ? `${error.message.slice(0, longestMessage - 1)}…`
      : error.message;
  return [line, { text: message, indent: 3 }];
}

function wordOf(outcome: LedgerAttempt['outcome']): string {
  return outcome === 'ok' ? 'answered' : outcome;
}

/** The kind of a failure in two words: `server_error (500)`. */
function describeError({ category, status }: NonNullable<LedgerAttempt['error']>): string {
  return status === undefined ? category : `${category} (${status})`;
}

function factsOf(attempt: LedgerAttempt): readonly string[] {
  const { beside, continues, firstContentMs, usage, cost, requestId } = attempt;
  return [
    ...(beside === undefined ? [] : [`beside no. ${beside}`]),
    ...(continues === undefined ? [] : [`continuing no. ${continues}`]),
    ...(firstContentMs === undefined ? [] : [`first content after ${formatMs(firstContentMs)}`]),
    ...(usage === undefined
      ? []
      : [
          `${formatCount(usage.inputTokens)} tokens in`,
          `${formatCount(usage.outputTokens)} tokens out`,
        ]),
    ...(cost === undefined ? [] : [`cost ${formatUsd(cost)}`]),
    ...(requestId === undefined ? [] : [`the provider's id ${requestId}`]),
  ];
}

function describeDecision(decision: NonNullable<LedgerAttempt['decision']>): string {
  switch (decision.do) {
    case 'retry':
      return `again in ${formatMs(decision.delayMs ?? 0)}`;
    case 'next':
      return 'the next that is free';
    case 'fail':
      return 'given up';
  }
}
