import { createAbortScope, createAlarms, type HealthOutcome, RouterError } from '@llm-router/core';
import type { HealthSettings } from './settings.ts';

/** Sends probes: one when asked, or again and again. */
export interface Prober {
  probe(key: string): Promise<boolean>;
  start(keys: readonly string[]): void;
  stop(keys?: readonly string[]): void;
  close(): void;
}

/** What a prober needs to know and to tell. */
interface Health {
  record(key: string, outcome: HealthOutcome): void;
  isHealthy(key: string): boolean;
}

/** Makes a prober. It sleeps only between `start` and `stop` or `close`. */
export function createProber(settings: HealthSettings, health: Health): Prober {
  const { clock, random, probeIntervalMs, probeJitter, probeTimeoutMs } = settings;
  const alarms = createAlarms(clock);
  const closing = new AbortController();
  const running = new Map<string, Promise<boolean>>();
  const rounds = new Map<string, AbortController>();

  async function send(key: string): Promise<boolean> {
    const send = settings.probe;
    if (send === undefined) throw noProbe();
    if (closing.signal.aborted) throw new RouterError('closed', 'The health checker is closed.');
    const startedAt = clock.now();
    const scope = createAbortScope(alarms, {
      signal: closing.signal,
      deadline: startedAt + probeTimeoutMs,
      onDeadline: () =>
        new DOMException(`${key} did not answer within ${probeTimeoutMs} ms`, 'TimeoutError'),
    });
    try {
      await scope.race(send(key, { signal: scope.signal }));
      health.record(key, { ok: true, latencyMs: clock.now() - startedAt });
      return true;
    } catch (error) {
      if (closing.signal.aborted) return false;
      const classification = settings.classify?.(error, { now: clock.now() });
      health.record(key, { ok: false, ...(classification && { error: classification }) });
      return false;
    } finally {
      scope.end();
    }
  }

  function probe(key: string): Promise<boolean> {
    const already = running.get(key);
    if (already !== undefined) return already;
    const own = send(key).finally(() => running.delete(key));
    running.set(key, own);
    return own;
  }

  async function probeAgainAndAgain(key: string, stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      const spread = 1 + probeJitter * (2 * random() - 1);
      const isAwake = await clock.sleep(probeIntervalMs * spread, stopped).then(
        () => true,
        () => false,
      );
      if (!isAwake) return;
      if (settings.probeWhen !== 'always' && health.isHealthy(key)) continue;
      // Only a callback of the caller's can throw here; nobody is there to be told.
      await probe(key).catch(() => false);
    }
  }

  function stop(keys: readonly string[] = [...rounds.keys()]): void {
    for (const key of keys) {
      rounds.get(key)?.abort();
      rounds.delete(key);
    }
  }

  return {
    probe,
    start(keys) {
      if (settings.probe === undefined) throw noProbe();
      if (closing.signal.aborted) throw new RouterError('closed', 'The health checker is closed.');
      for (const key of keys) {
        if (rounds.has(key)) continue;
        const round = new AbortController();
        rounds.set(key, round);
        void probeAgainAndAgain(key, round.signal);
      }
    },
    stop,
    close() {
      stop();
      closing.abort();
    },
  };
}

function noProbe(): RouterError {
  return new RouterError(
    'invalid_config',
    "createHealthChecker: there is nothing to probe with; give the option 'probe', a function (key, { signal }) that throws where the key is not there.",
  );
}
