import { addCosts, type Cost, type Ledger, unknownCost } from '@llm-router/core';
import { createMedian, type Median } from './median.ts';
import type { DeploymentReport } from './report.ts';

/** Sums by deployment. */
export interface DeploymentTallies {
  add(ledger: Ledger): void;
  /** Whoever answered most comes first. */
  report(): readonly DeploymentReport[];
}

interface Sums {
  attempts: number;
  answers: number;
  inputTokens: number;
  outputTokens: number;
  cost: Cost;
  readonly wait: Median;
  readonly latency: Median;
}

export function createDeploymentTallies(): DeploymentTallies {
  const tallies = new Map<string, Sums>();

  function sumsOf(deployment: string): Sums {
    const known = tallies.get(deployment);
    if (known !== undefined) return known;
    const sums = {
      attempts: 0,
      answers: 0,
      inputTokens: 0,
      outputTokens: 0,
      cost: addCosts([]),
      wait: createMedian(),
      latency: createMedian(),
    };
    tallies.set(deployment, sums);
    return sums;
  }

  return {
    add({ attempts, waits, usage }) {
      for (const attempt of attempts) {
        const sums = sumsOf(attempt.deployment);
        const isAnswer = attempt.outcome === 'ok';
        const cost = attempt.cost ?? (isAnswer ? unknownCost : addCosts([]));
        sums.attempts += 1;
        sums.cost = addCosts([sums.cost, cost]);
        if (!isAnswer) continue;
        sums.answers += 1;
        sums.inputTokens += usage?.inputTokens ?? 0;
        sums.outputTokens += usage?.outputTokens ?? 0;
        sums.wait.add(waits.reduce((sum, { forMs }) => sum + forMs, 0));
        sums.latency.add(attempt.durationMs);
      }
    },
    report() {
      const rows = [...tallies].map(([deployment, { wait, latency, ...sums }]) => ({
        deployment,
        ...sums,
        medianWaitMs: roundMs(wait.read()),
        medianLatencyMs: roundMs(latency.read()),
      }));
      return rows.sort((a, b) => b.answers - a.answers);
    },
  };
}

function roundMs(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.round(ms);
}
