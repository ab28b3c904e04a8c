import { addCosts, type Cost, type Ledger, unknownCost } from '@llm-router/core';
import type { BatchItem } from 'llm-router';
import { createMoves } from './count-moves.ts';
import { createDeploymentTallies } from './deployment-tallies.ts';
import { chooseExample } from './example.ts';
import { describeFailure } from './failure-reason.ts';
import type { FailureCount, Report } from './report.ts';

/** Counts finished items; it keeps sums, not items, so that any number of them fits. */
export interface Tally {
  add(item: BatchItem): void;
  report(wallMs: number): Report;
}

const longestMessage = 300;

/**
 * Makes a tally of a run of so many prompts: finished items in, a report out.
 *
 * @example
 * const tally = createTally(100);
 * for await (const item of router.batch(prompts)) tally.add(item);
 * const report = tally.report(clock.now() - startedAt);
 */
export function createTally(prompts: number): Tally {
  const counts = { answered: 0, failed: 0, interrupted: 0, firstAttempt: 0, afterRetry: 0 };
  const tokens = { input: 0, output: 0, answersWithoutUsage: 0 };
  const rateLimits = { seenByCaller: 0, onWire: 0 };
  const deployments = createDeploymentTallies();
  const moves = createMoves();
  const failures = new Map<string, { reason: string; count: number; message: string }>();
  let attemptsOfUnknownCost = 0;
  let cost: Cost = addCosts([]);
  let example: Ledger | undefined;

  function addAnswer({ attempts, servedBy, usage }: Ledger): void {
    counts.answered += 1;
    if (attempts.length <= 1) counts.firstAttempt += 1;
    else if (attempts[0]?.deployment === servedBy) counts.afterRetry += 1;
    tokens.input += usage?.inputTokens ?? 0;
    tokens.output += usage?.outputTokens ?? 0;
    if (usage === undefined) tokens.answersWithoutUsage += 1;
  }

  function addFailure(item: Extract<BatchItem, { ok: false }>): void {
    const { code, category, status, message } = item.error;
    if (code === 'aborted') {
      counts.interrupted += 1;
      return;
    }
    counts.failed += 1;
    if (status === 429) rateLimits.seenByCaller += 1;
    const reason = describeFailure(category ?? code, status);
    const known = failures.get(reason);
    if (known === undefined) {
      failures.set(reason, { reason, count: 1, message: message.slice(0, longestMessage) });
    } else {
      known.count += 1;
    }
  }

  function addLedger(ledger: Ledger): void {
    cost = addCosts([cost, ledger.cost]);
    for (const { error, outcome, cost: own } of ledger.attempts) {
      if (error?.status === 429) rateLimits.onWire += 1;
      const isCutOff = outcome === 'aborted' || error?.category === 'timeout';
      if (isCutOff && own === undefined) attemptsOfUnknownCost += 1;
    }
    deployments.add(ledger);
    moves.add(ledger);
    example = chooseExample(example, ledger);
  }

  return {
    add(item) {
      const ledger = item.ok ? item.result.ledger : item.error.ledger;
      if (item.ok) addAnswer(item.result.ledger);
      else addFailure(item);
      if (ledger !== undefined) addLedger(ledger);
    },
    report(wallMs) {
      const { answered, failed, interrupted, firstAttempt, afterRetry } = counts;
      const ended = answered + failed;
      return {
        prompts,
        answered,
        failed,
        interrupted,
        notStarted: prompts - ended - interrupted,
        successRate: ended === 0 ? null : answered / ended,
        wallMs: Math.round(wallMs),
        requestsPerSecond: wallMs > 0 ? roundTo(answered / (wallMs / 1000), 100) : 0,
        cost: {
          total: cost,
          perItem: share(cost, 1, answered),
          perThousand: share(cost, 1000, answered),
          perMillion: share(cost, 1_000_000, answered),
        },
        attemptsOfUnknownCost,
        tokens: {
          ...tokens,
          averageInput: answered === 0 ? null : roundTo(tokens.input / answered, 10),
          averageOutput: answered === 0 ? null : roundTo(tokens.output / answered, 10),
        },
        results: {
          firstAttempt,
          afterRetry,
          byFallback: answered - firstAttempt - afterRetry,
          failed: byCount<FailureCount>([...failures.values()]),
        },
        rateLimits: { ...rateLimits },
        deployments: deployments.report(),
        fallbacks: byCount(moves.fallbacks()),
        spills: byCount(moves.spills()),
        ...(example && { example }),
      };
    },
  };
}

/** What so many items cost if they cost what the others did. */
function share(total: Cost, items: number, of: number): Cost {
  if (total.nanoUsd === null || of === 0) return unknownCost;
  return { nanoUsd: Math.round((total.nanoUsd / of) * items), exactness: total.exactness };
}

function roundTo(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}

function byCount<T extends { readonly count: number }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => b.count - a.count);
}
