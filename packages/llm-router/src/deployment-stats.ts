import type { Usage } from '@llm-router/core';
import { type BurnRate, createBurnRate } from './burn-rate.ts';
import { createInputOverhead, type InputOverhead } from './input-overhead.ts';

/** What experience says about one deployment. */
export interface DeploymentStats {
  readonly succeeded: number;
  readonly failed: number;
  /** Attempts on the wire. */
  readonly inFlight: number;
  /** Smoothed; `undefined` before the first answer. */
  readonly latencyMs: number | undefined;
  /** How much it usually answers, in tokens; `undefined` before the first answer. */
  readonly usualOutputTokens: number | undefined;
  /** Its money or plan is used up until then, epoch milliseconds. */
  readonly exhaustedUntil: number;
  /** Nobody told until when: `exhaustedUntil` is an assumption. */
  readonly isExhaustionGuessed: boolean;
  /** How much it counts for a prompt. */
  readonly inputOverhead: InputOverhead;
  /** What its answers cost. */
  readonly burn: BurnRate;
  /** Its circuit stays open until then, epoch milliseconds. */
  readonly brokenUntil: number;
  started(): void;
  ended(): void;
  success(latencyMs: number, usage: Usage | undefined): void;
  failure(): void;
  /** @param isGuess whether nobody told until when. @defaultValue false */
  exhausted(until: number, isGuess?: boolean): void;
  broken(until: number): void;
  /** Its account or address is another one: what kept requests from it no longer counts. */
  beginAnew(): void;
}

const smoothing = 0.1;

export function createDeploymentStats(): DeploymentStats {
  let succeeded = 0;
  let failed = 0;
  let inFlight = 0;
  let latencyMs: number | undefined;
  let outputTokens: number | undefined;
  let exhaustedUntil = 0;
  let isExhaustionGuessed = false;
  let brokenUntil = 0;

  return {
    burn: createBurnRate(),
    inputOverhead: createInputOverhead(),
    get succeeded() {
      return succeeded;
    },
    get failed() {
      return failed;
    },
    get inFlight() {
      return inFlight;
    },
    get latencyMs() {
      return latencyMs;
    },
    get usualOutputTokens() {
      return outputTokens;
    },
    get exhaustedUntil() {
      return exhaustedUntil;
    },
    get isExhaustionGuessed() {
      return isExhaustionGuessed;
    },
    get brokenUntil() {
      return brokenUntil;
    },
    started() {
      inFlight += 1;
    },
    ended() {
      inFlight -= 1;
    },
    success(tookMs, usage) {
      succeeded += 1;
      latencyMs = smooth(latencyMs, tookMs, smoothing);
      if (usage === undefined) return;
      outputTokens = smooth(outputTokens, usage.outputTokens, Math.max(smoothing, 1 / succeeded));
    },
    failure() {
      failed += 1;
    },
    exhausted(until, isGuess = false) {
      if (until <= exhaustedUntil) return;
      exhaustedUntil = until;
      isExhaustionGuessed = isGuess;
    },
    broken(until) {
      brokenUntil = Math.max(brokenUntil, until);
    },
    beginAnew() {
      exhaustedUntil = 0;
      isExhaustionGuessed = false;
      brokenUntil = 0;
    },
  };
}

export function smooth(before: number | undefined, now: number, weight: number): number {
  return before === undefined ? now : before + (now - before) * weight;
}
