import { formatUsd } from '@llm-router/core';
import { type DeploymentStatus, type ExplanationOptions, formatExplanation } from 'llm-router';
import type { Agreement } from './check-agreement.ts';
import { formatCount, formatDuration, formatTable } from './format.ts';
import type { Report } from './report.ts';

/** The report as text, for people. */
export function printReport(
  report: Report,
  agreement?: Agreement,
  states: readonly DeploymentStatus[] = [],
  look: ExplanationOptions = {},
): string {
  const sections = [
    ['Report', ...formatTable(overview(report), 'left')],
    failures(report),
    ['Who served what', ...indent(formatTable(served(report)))],
    states.length > 0 && ['How they are now', ...indent(formatTable(statesOf(states), 'left'))],
    moves(report),
    report.example && [
      'The most eventful request, explained',
      ...formatExplanation(report.example, look).split('\n'),
    ],
    agreement && printAgreement(agreement),
  ];
  return sections
    .flatMap((lines) => (lines && lines.length > 0 ? [`${lines.join('\n')}\n`] : []))
    .join('\n');
}

function overview(report: Report): string[][] {
  const { answered, failed, interrupted, notStarted, successRate, cost, tokens, results } = report;
  const share = successRate === null ? '' : ` (${(100 * successRate).toFixed(1)} %)`;
  const stopped = interrupted + notStarted;
  const rest = stopped === 0 ? '' : `; ${interrupted} cut off, ${notStarted} not started`;
  const missing = tokens.answersWithoutUsage;
  const unsaid = missing === 0 ? '' : `; ${missing} answers came without usage`;
  const cutOff = report.attemptsOfUnknownCost;
  const unbilled = cutOff === 0 ? '' : ` and whatever ${cutOff} cut off attempts will be billed`;
  return [
    ['  answered', `${answered} of ${report.prompts}${share}${rest}`],
    [
      '  time',
      `${formatDuration(report.wallMs)}, ${report.requestsPerSecond.toFixed(1)} requests per second`,
    ],
    ['  cost', `${formatUsd(cost.total)}${unbilled}`],
    ...(answered === 0 ? [] : [['', costByAnswer(report)]]),
    ['  tokens', `${formatCount(tokens.input)} in, ${formatCount(tokens.output)} out${unsaid}`],
    ...(answered === 0 ? [] : [['', tokensByAnswer(report)]]),
    [
      '  results',
      `${results.firstAttempt} at the first attempt, ${results.afterRetry} after a retry, ${results.byFallback} by a fallback, ${failed} failed`,
    ],
    [
      '  429s',
      `${report.rateLimits.seenByCaller} seen by you, ${report.rateLimits.onWire} on the wire`,
    ],
  ];
}

function costByAnswer({ cost: { perItem, perThousand, perMillion } }: Report): string {
  return `${formatUsd(perItem)} each, ${formatUsd(perThousand)} per 1,000, ${formatUsd(perMillion)} per 1,000,000`;
}

function tokensByAnswer({ tokens }: Report): string {
  return `${tokens.averageInput} in and ${tokens.averageOutput} out on average`;
}

function failures({ results }: Report): string[] {
  if (results.failed.length === 0) return [];
  return [
    'What failed, and why',
    ...results.failed.map(({ reason, count, message }) => `  ${count} × ${reason}: ${message}`),
  ];
}

function served({ deployments }: Report): string[][] {
  return [
    ['', 'requests', 'answers', 'tokens in', 'tokens out', 'cost', 'median wait', 'median latency'],
    ...deployments.map((row) => [
      row.deployment,
      formatCount(row.attempts),
      formatCount(row.answers),
      formatCount(row.inputTokens),
      formatCount(row.outputTokens),
      formatUsd(row.cost),
      row.medianWaitMs === null ? '–' : formatDuration(row.medianWaitMs),
      row.medianLatencyMs === null ? '–' : formatDuration(row.medianLatencyMs),
    ]),
  ];
}

function statesOf(states: readonly DeploymentStatus[]): string[][] {
  return states.map(({ id, category, health, circuit }) => [
    id,
    category ?? 'category unknown',
    `health ${health.toFixed(2)}`,
    `circuit ${circuit}`,
  ]);
}

function moves({ fallbacks, spills }: Report): string[] {
  const fell = fallbacks.map(
    ({ from, to, reason, count }) => `  ${count} × ${from} → ${to} after ${reason}`,
  );
  const spilled = spills.map(
    ({ from, to, count, medianSparedMs }) =>
      `  ${count} × ${from} → ${to} at its limit, free again in ${formatDuration(medianSparedMs)} (median)`,
  );
  return [
    'What fell back, and why',
    ...(fell.length === 0 ? ['  nothing'] : fell),
    ...(spilled.length === 0 ? [] : ['What went on to the next before it was sent', ...spilled]),
  ];
}

function printAgreement({ outcome, detail, differences }: Agreement): string[] {
  switch (outcome) {
    case 'agrees':
      return [`The models' own records agree with this report: ${detail}.`];
    case 'not_checked':
      return [`The models' own records were not compared: ${detail}.`];
    case 'differs':
      return [
        `!!! THE MODELS' OWN RECORDS DIFFER FROM THIS REPORT: ${detail}.`,
        ...indent(differences),
      ];
  }
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
