import type { Usage } from '@llm-router/core';
import { assumedOutputTokens } from './analyze.ts';

/** What experience says about one deployment. */
export interface DeploymentStats {
  readonly succeeded: number;
  readonly failed: number;
  /** Smoothed; `undefined` before the first answer. */
  readonly latencyMs: number | undefined;
  /** How much it usually answers, in tokens. */
  readonly expectedOutputTokens: number;
  /** Its money or plan is used up until then, epoch milliseconds. */
  readonly exhaustedUntil: number;
  success(latencyMs: number, usage: Usage | undefined): void;
  failure(): void;
  exhausted(until: number): void;
}

const smoothing = 0.1;

export function createDeploymentStats(): DeploymentStats {
  let succeeded = 0;
  let failed = 0;
  let latency: number | undefined;
  let outputTokens = assumedOutputTokens;
  let exhaustedUntil = 0;

  return {
    get succeeded() {
      return succeeded;
    },
    get failed() {
      return failed;
    },
    get latencyMs() {
      return latency;
    },
    get expectedOutputTokens() {
      return Math.ceil(outputTokens);
    },
    get exhaustedUntil() {
      return exhaustedUntil;
    },
    success(latencyMs, usage) {
      succeeded += 1;
      latency = latency === undefined ? latencyMs : latency + (latencyMs - latency) * smoothing;
      if (usage === undefined) return;
      const weight = Math.max(smoothing, 1 / succeeded);
      outputTokens += (usage.outputTokens - outputTokens) * weight;
    },
    failure() {
      failed += 1;
    },
    exhausted(until) {
      exhaustedUntil = Math.max(exhaustedUntil, until);
    },
  };
}
