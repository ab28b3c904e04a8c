import { type Clock, readOptions, systemClock } from '@llm-router/core';

/** Latencies as the `latency` strategy wants them. */
export interface PeakEwma {
  /** One answer of a deployment took so long. A value that is no duration is ignored. */
  record(id: string, latencyMs: number): void;
  /** The estimate now, in milliseconds; `undefined` before the first answer. */
  latencyMs(id: string): number | undefined;
  /** All estimates now. */
  snapshot(): Readonly<Record<string, number>>;
}

export interface PeakEwmaOptions {
  /** Time in which an estimate falls to 1/e without answers; above 0. @defaultValue 10000 */
  readonly decayMs?: number;
  /** Deployments that are remembered; the longest unused is forgotten. @defaultValue 1000 */
  readonly maxKeys?: number;
  /** @defaultValue the host's time */
  readonly clock?: Clock;
}

interface Estimate {
  readonly valueMs: number;
  readonly at: number;
}

/**
 * Makes a moving average that jumps to every peak and forgets it slowly: a slow deployment is left at
 * once and tried again later. The weight of the past depends on time, not on the number of answers.
 * The idea is that of the peak EWMA balancer of Twitter's Finagle.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const latencies = createPeakEwma();
 * latencies.record('openai/gpt-4o-mini', 840);
 * createLoadBalancer({ strategy: 'latency', latencyMs: latencies.latencyMs });
 */
export function createPeakEwma(options: PeakEwmaOptions = {}): PeakEwma {
  const read = readOptions('createPeakEwma', options, ['decayMs', 'maxKeys', 'clock']);
  const decayMs = read.number('decayMs', { default: 10_000, min: 0, exclusiveMin: true });
  const maxKeys = read.number('maxKeys', { default: 1000, min: 1, integer: true });
  const { clock = systemClock } = options;
  const estimates = new Map<string, Estimate>();

  const keptShare = (at: number) => Math.exp(-Math.max(0, clock.now() - at) / decayMs);

  function latencyMs(id: string): number | undefined {
    const estimate = estimates.get(id);
    return estimate === undefined ? undefined : estimate.valueMs * keptShare(estimate.at);
  }

  return {
    record(id, sampleMs) {
      if (!Number.isFinite(sampleMs) || sampleMs < 0) return;
      const before = estimates.get(id);
      const kept = before === undefined ? 0 : keptShare(before.at);
      const valueMs = Math.max(sampleMs, (before?.valueMs ?? 0) * kept + sampleMs * (1 - kept));
      // Set anew, so that the deployment heard of longest ago stands first in the map.
      estimates.delete(id);
      estimates.set(id, { valueMs, at: clock.now() });
      const [oldest] = estimates.keys();
      if (estimates.size > maxKeys && oldest !== undefined) estimates.delete(oldest);
    },
    latencyMs,
    snapshot: () => Object.fromEntries([...estimates.keys()].map((id) => [id, latencyMs(id) ?? 0])),
  };
}
