import { addCosts, type Cost, unknownCost } from '@llm-router/core';
import { smooth } from './deployment-stats.ts';

/** What a router has done so far, whatever was configured meanwhile. */
export interface Totals {
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly cost: Cost;
  /** How much any deployment usually answers, in tokens; `undefined` before the first answer. */
  readonly usualOutputTokens: number | undefined;
  entered(): void;
  left(succeeded: boolean): void;
  answered(outputTokens: number): void;
  /** An attempt has ended: its money is spent, also where its caller has left. */
  spent(attempt: {
    readonly outcome: 'ok' | 'error' | 'aborted';
    readonly cost?: Cost | undefined;
  }): void;
}

const smoothing = 0.1;

export function createTotals(): Totals {
  let running = 0;
  let succeeded = 0;
  let failed = 0;
  let cost = addCosts([]);
  let outputTokens: number | undefined;

  return {
    get running() {
      return running;
    },
    get succeeded() {
      return succeeded;
    },
    get failed() {
      return failed;
    },
    get cost() {
      return cost;
    },
    get usualOutputTokens() {
      return outputTokens;
    },
    answered(tokens) {
      // An embedding has no output: it says nothing of how long answers are.
      if (tokens === 0) return;
      outputTokens = smooth(outputTokens, tokens, smoothing);
    },
    entered() {
      running += 1;
    },
    left(isSuccess) {
      running -= 1;
      if (isSuccess) succeeded += 1;
      else failed += 1;
    },
    spent({ outcome, cost: own = outcome === 'ok' ? unknownCost : undefined }) {
      if (own !== undefined) cost = addCosts([cost, own]);
    },
  };
}
