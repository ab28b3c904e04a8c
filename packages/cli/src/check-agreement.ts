import type { Hit } from '@llm-router/simulator';
import type { Report } from './report.ts';

/** Whether the router's report and the simulated models' own record tell the same. */
export interface Agreement {
  /** `not_checked` where the two cannot be expected to agree; `detail` says why. */
  readonly outcome: 'agrees' | 'differs' | 'not_checked';
  readonly detail: string;
  /** One line for each number that differs. */
  readonly differences: readonly string[];
}

interface Sums {
  requests: number;
  answers: number;
  inputTokens: number;
  outputTokens: number;
  nanoUsd: number | null;
}

const compared = {
  requests: 'requests on the wire',
  answers: 'answers',
  inputTokens: 'tokens in',
  outputTokens: 'tokens out',
  nanoUsd: 'billionths of a dollar',
} as const;

/**
 * Holds the report against the record of the other side, number by number: for each model the
 * requests, and over those that were answered (status 200, outcome ok) tokens and dollars; over all
 * the 429s.
 */
export function checkAgreement(report: Report, hits: readonly Hit[]): Agreement {
  if (report.interrupted > 0) {
    return notChecked('the run was stopped, and answers on their way were not waited for');
  }
  if (hits[0] !== undefined && hits[0].number > 1) {
    return notChecked('there were more requests than the models remember');
  }
  const recorded = sumHits(hits);
  const reported = sumReport(report);
  const names = [...new Set([...recorded.keys(), ...reported.keys()])];
  const differences = names.flatMap((name) =>
    compare(name, reported.get(name) ?? nothing(), recorded.get(name) ?? nothing()),
  );
  const refused = hits.filter(({ status }) => status === 429).length;
  if (refused !== report.rateLimits.onWire) {
    differences.push(
      `429s: the report has ${report.rateLimits.onWire}, the models have ${refused}`,
    );
  }
  return differences.length === 0
    ? {
        outcome: 'agrees',
        detail: 'requests, 429s, tokens and dollars of every model',
        differences,
      }
    : { outcome: 'differs', detail: `${differences.length} numbers differ`, differences };
}

function notChecked(detail: string): Agreement {
  return { outcome: 'not_checked', detail, differences: [] };
}

function nothing(): Sums {
  return { requests: 0, answers: 0, inputTokens: 0, outputTokens: 0, nanoUsd: 0 };
}

function sumHits(hits: readonly Hit[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { model, status, outcome, inputTokens, outputTokens, nanoUsd } of hits) {
    const sum = sums.get(model) ?? nothing();
    sums.set(model, sum);
    sum.requests += 1;
    if (status !== 200 || outcome !== 'ok') continue;
    sum.answers += 1;
    sum.inputTokens += inputTokens;
    sum.outputTokens += outputTokens;
    sum.nanoUsd = sum.nanoUsd === null || nanoUsd === null ? null : sum.nanoUsd + nanoUsd;
  }
  return sums;
}

function sumReport({ deployments }: Report): Map<string, Sums> {
  return new Map(
    deployments.map(({ deployment, attempts, answers, inputTokens, outputTokens, cost }) => [
      deployment,
      { requests: attempts, answers, inputTokens, outputTokens, nanoUsd: cost.nanoUsd },
    ]),
  );
}

function compare(name: string, reported: Sums, recorded: Sums): string[] {
  const fields = Object.keys(compared) as (keyof typeof compared)[];
  return fields
    .filter((field) => reported[field] !== recorded[field])
    .map(
      (field) =>
        `${name}: ${compared[field]}: the report has ${reported[field]}, the model has ${recorded[field]}`,
    );
}
