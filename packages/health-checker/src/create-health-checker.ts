import { type HealthChecker, type HealthOutcome, invalidConfig } from '@llm-router/core';
import { createHealthRecord, type HealthRecord, type HealthSnapshot } from './health-record.ts';
import { createProber } from './prober.ts';
import { type HealthCheckerOptions, readSettings } from './settings.ts';

/** All keys at one moment, the one whose outcome is oldest first. Plain data. */
export interface HealthCheckerSnapshot {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly keys: readonly HealthSnapshot[];
}

/** Scores keys by how they have done, and probes them where asked to. */
export interface ProbingHealthChecker extends HealthChecker {
  snapshot(): HealthCheckerSnapshot;
  /**
   * Probes a key now and records how it went; joins a probe that is running. Resolves to whether the key
   * has answered.
   *
   * @throws RouterError `invalid_config` without the option `probe`, `closed` after `close`
   */
  probe(key: string): Promise<boolean>;
  /** Probes the keys periodically from now on, one probe at a time for each. */
  startProbes(keys: readonly string[]): void;
  /** Ends the periodic probes of these keys, or of all. */
  stopProbes(keys?: readonly string[]): void;
  /** Ends all probes, those in flight too. Recording goes on. */
  close(): void;
}

/**
 * Makes a health checker. It scores and says what it thinks; it never refuses by itself. Nothing is
 * known of a key at first: it is healthy, with score 1.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const health = createHealthChecker({ cooldownMs: 30_000 });
 * health.record('openai/gpt-4o-mini', { ok: false });
 * health.score('openai/gpt-4o-mini'); // 0.8
 */
export function createHealthChecker(options: HealthCheckerOptions = {}): ProbingHealthChecker {
  const { maxKeys, ...settings } = readSettings(options);
  const { clock } = settings;
  const records = new Map<string, HealthRecord>();

  /** A map keeps its order of insertion: who is told of goes to its end. */
  function recordOf(key: string, now: number): HealthRecord {
    const known = records.get(key);
    if (known !== undefined) records.delete(key);
    else if (records.size >= maxKeys) forgetOne(now);
    const record = known ?? createHealthRecord(key, settings, now);
    records.set(key, record);
    return record;
  }

  /** The healthy key with the oldest outcome, or the oldest of all where none is healthy. */
  function forgetOne(now: number): void {
    let victim: string | undefined;
    for (const [key, record] of records) {
      victim ??= key;
      if (!record.isHealthy(now)) continue;
      victim = key;
      break;
    }
    if (victim !== undefined) records.delete(victim);
  }

  const health = {
    record(key: string, outcome: HealthOutcome): void {
      if (typeof outcome?.ok !== 'boolean') {
        throw invalidConfig('record: the outcome', outcome, 'an object such as { ok: true }');
      }
      const now = clock.now();
      recordOf(key, now).observe(outcome, now);
    },
    isHealthy: (key: string): boolean => records.get(key)?.isHealthy(clock.now()) ?? true,
    score: (key: string): number => records.get(key)?.score(clock.now()) ?? 1,
    snapshot(): HealthCheckerSnapshot {
      const at = clock.now();
      return { at, keys: [...records.values()].map((record) => record.snapshot(at)) };
    },
  };
  const prober = createProber(settings, health);

  return {
    ...health,
    probe: prober.probe,
    startProbes: prober.start,
    stopProbes: prober.stop,
    close: prober.close,
  };
}
