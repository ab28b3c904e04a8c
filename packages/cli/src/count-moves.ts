import type { Ledger } from '@llm-router/core';
import { describeFailure } from './failure-reason.ts';
import { createMedian, type Median } from './median.ts';
import type { FallbackCount, SpillCount } from './report.ts';

/** Counts the requests that did not stay where they were first meant to go, and why. */
export interface Moves {
  add(ledger: Ledger): void;
  fallbacks(): readonly FallbackCount[];
  spills(): readonly SpillCount[];
}

export function createMoves(): Moves {
  const fallbacks = new Map<string, { from: string; to: string; reason: string; count: number }>();
  const spills = new Map<string, { from: string; to: string; count: number; spared: Median }>();

  function addFallbacks({ attempts }: Ledger): void {
    for (const [index, { deployment: from, error }] of attempts.entries()) {
      const to = attempts[index + 1]?.deployment;
      if (to === undefined || to === from) continue;
      const reason = error ? describeFailure(error.category, error.status) : 'unknown';
      const key = JSON.stringify([from, to, reason]);
      const known = fallbacks.get(key);
      if (known === undefined) fallbacks.set(key, { from, to, reason, count: 1 });
      else known.count += 1;
    }
  }

  /** The ledger shows the candidates as they stood at the last admission. */
  function addSpills({ candidates }: Ledger): void {
    const chosen = candidates.find(({ verdict }) => verdict === 'chosen');
    if (chosen === undefined) return;
    const to = chosen.deployment;
    for (const { deployment: from, by, rank, waitMs } of candidates) {
      if (by !== 'limit' || waitMs === undefined || rank >= chosen.rank) continue;
      const key = JSON.stringify([from, to]);
      const spill = spills.get(key) ?? { from, to, count: 0, spared: createMedian() };
      spill.count += 1;
      spill.spared.add(waitMs);
      spills.set(key, spill);
    }
  }

  return {
    add(ledger) {
      addFallbacks(ledger);
      addSpills(ledger);
    },
    fallbacks: () => [...fallbacks.values()].map((row) => ({ ...row })),
    spills: () =>
      [...spills.values()].map(({ spared, ...row }) => ({
        ...row,
        medianSparedMs: Math.round(spared.read() ?? 0),
      })),
  };
}
