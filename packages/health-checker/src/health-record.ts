import type { HealthOutcome } from '@llm-router/core';
import type { HealthSettings } from './settings.ts';

/** One failure as it is remembered. */
export interface HealthError {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly category?: string;
  readonly status?: number;
  readonly message?: string;
}

/** One key at one moment. Plain data. */
export interface HealthSnapshot {
  readonly key: string;
  readonly healthy: boolean;
  /** 0 to 1. */
  readonly score: number;
  /** Epoch milliseconds; only while unhealthy. */
  readonly unhealthyUntil?: number;
  readonly successes: number;
  /** Failures that counted. */
  readonly failures: number;
  /** Weighted average of the successes, in milliseconds; absent where none was told. */
  readonly latencyMs?: number;
  /** The latest failures, the oldest first, those that did not count included. */
  readonly errors: readonly HealthError[];
}

/** How one key has done. It moves on when it is asked. */
export interface HealthRecord {
  observe(outcome: HealthOutcome, now: number): void;
  isHealthy(now: number): boolean;
  score(now: number): number;
  snapshot(now: number): HealthSnapshot;
}

/**
 * Makes the record of a key that nothing is known of: healthy, score 1.
 *
 * The score is an exponentially weighted average of 1 for a success and 0 for a failure. What it lacks
 * to 1 also fades with time while healthy, by half each `halfLifeMs`, so that one who is no longer
 * asked because of a low score is not forgotten there.
 */
export function createHealthRecord(
  key: string,
  settings: HealthSettings,
  start: number,
): HealthRecord {
  const { smoothing, halfLifeMs, unhealthyBelow, healthyFrom, cooldownMs, historySize } = settings;
  let lack = 0;
  let lackAt = start;
  let unhealthyUntil: number | undefined;
  let successes = 0;
  let failures = 0;
  let latencyMs: number | undefined;
  const errors: HealthError[] = [];

  function score(now: number): number {
    moveOn(now);
    if (unhealthyUntil !== undefined) return 1 - lack;
    return 1 - lack * 0.5 ** ((now - lackAt) / halfLifeMs);
  }

  function setScore(value: number, at: number): void {
    lack = 1 - value;
    lackAt = at;
  }

  /** After the cooldown a key is healthy on trial: one failure that counts makes it unhealthy again. */
  function moveOn(now: number): void {
    if (unhealthyUntil === undefined || now < unhealthyUntil) return;
    const at = unhealthyUntil;
    unhealthyUntil = undefined;
    setScore(Math.max(unhealthyBelow, 1 - lack), at);
    announce(at, 'the cooldown has passed');
  }

  function announce(at: number, because: string): void {
    const to = unhealthyUntil === undefined ? 'healthy' : 'unhealthy';
    settings.announce({ type: 'health-changed', at, key, to, because });
  }

  function succeeded(now: number, tookMs: number | undefined): void {
    successes += 1;
    setScore(average(score(now), 1, smoothing), now);
    if (tookMs !== undefined && Number.isFinite(tookMs)) {
      latencyMs = latencyMs === undefined ? tookMs : average(latencyMs, tookMs, smoothing);
    }
    if (unhealthyUntil === undefined || 1 - lack < healthyFrom) return;
    unhealthyUntil = undefined;
    announce(now, 'it succeeds again');
  }

  function failed(now: number, because: string): void {
    failures += 1;
    setScore(average(score(now), 0, smoothing), now);
    if (unhealthyUntil === undefined && 1 - lack >= unhealthyBelow) return;
    const wasHealthy = unhealthyUntil === undefined;
    unhealthyUntil = now + cooldownMs;
    if (wasHealthy) announce(now, because);
  }

  return {
    score,
    isHealthy(now) {
      moveOn(now);
      return unhealthyUntil === undefined;
    },
    observe({ ok, latencyMs: tookMs, error }, now) {
      if (ok) {
        succeeded(now, tookMs);
        return;
      }
      const { category, status, message } = error ?? {};
      errors.push({
        at: now,
        ...(category !== undefined && { category }),
        ...(status !== undefined && { status }),
        ...(message !== undefined && { message }),
      });
      if (errors.length > historySize) errors.shift();
      if (settings.counts(error)) failed(now, message ?? 'it failed');
    },
    snapshot(now) {
      const shown = score(now);
      return {
        key,
        healthy: unhealthyUntil === undefined,
        score: shown,
        ...(unhealthyUntil !== undefined && { unhealthyUntil }),
        successes,
        failures,
        ...(latencyMs !== undefined && { latencyMs }),
        errors: [...errors],
      };
    },
  };
}

function average(old: number, sample: number, weight: number): number {
  return old + weight * (sample - old);
}
