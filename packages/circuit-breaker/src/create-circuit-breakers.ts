import { type CircuitBreaker, RouterError } from '@llm-router/core';
import { type Circuit, type CircuitSnapshot, createCircuit } from './circuit.ts';
import { type CircuitBreakerOptions, readSettings } from './settings.ts';

/** All circuits at one moment, the least recently used first. Plain data. */
export interface CircuitBreakersSnapshot {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly circuits: readonly CircuitSnapshot[];
}

/** Circuit breakers by key, for example one for each deployment. */
export interface KeyedCircuitBreakers {
  /** The breaker of a key; it stands for the key, so it may be kept or asked for each time. */
  for(key: string): CircuitBreaker;
  /** Drops what is known of a key that has become another: a new account, a new address. No event tells of it. */
  forget(key: string): void;
  snapshot(): CircuitBreakersSnapshot;
}

/**
 * Makes circuit breakers. A circuit opens when too many requests have failed, lets a few probes
 * through after `openMs`, closes when one of them succeeds, and then takes its traffic up again
 * slowly. All of it is decided by the time when it is asked: there is no timer.
 *
 * The idea is Michael Nygard's, "Release It!", 2007; opossum counts and judges.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const breakers = createCircuitBreakers({ failureThreshold: 5, openMs: 30_000 });
 * const entry = breakers.for('openai/gpt-4o-mini').tryEnter();
 * if (entry.ok) await call().then(entry.permit.success, entry.permit.failure);
 */
export function createCircuitBreakers(options: CircuitBreakerOptions = {}): KeyedCircuitBreakers {
  const { maxKeys, ...settings } = readSettings(options);
  const { clock } = settings;
  const circuits = new Map<string, Circuit>();

  /** A map keeps its order of insertion: who is used goes to its end. */
  function circuitOf(key: string, now: number): Circuit {
    const known = circuits.get(key);
    if (known !== undefined) circuits.delete(key);
    else if (circuits.size >= maxKeys) forgetOne(now);
    const circuit = known ?? createCircuit(key, settings, now);
    circuits.set(key, circuit);
    return circuit;
  }

  /** The least recently used closed circuit, or the least recently used one where none is closed. */
  function forgetOne(now: number): void {
    let victim: string | undefined;
    for (const [key, circuit] of circuits) {
      victim ??= key;
      if (circuit.state(now) !== 'closed') continue;
      victim = key;
      break;
    }
    if (victim !== undefined) circuits.delete(victim);
  }

  function tryEnter(key: string): ReturnType<CircuitBreaker['tryEnter']> {
    const now = clock.now();
    return circuitOf(key, now).tryEnter(now);
  }

  async function fire<T>(key: string, work: () => Promise<T>): Promise<T> {
    const entry = tryEnter(key);
    if (!entry.ok) throw circuitOpen(key, entry.retryAfterMs);
    try {
      const result = await work();
      entry.permit.success();
      return result;
    } catch (error) {
      entry.permit.failure(error);
      throw error;
    }
  }

  return {
    for: (key) => ({
      get state() {
        const now = clock.now();
        return circuitOf(key, now).state(now);
      },
      tryEnter: () => tryEnter(key),
      fire: (work) => fire(key, work),
    }),
    forget: (key) => void circuits.delete(key),
    snapshot() {
      const at = clock.now();
      return { at, circuits: [...circuits.values()].map((circuit) => circuit.snapshot(at)) };
    },
  };
}

function circuitOpen(key: string, retryAfterMs: number): RouterError {
  const message = `The circuit of '${key}' admits nothing now: it has failed too often. Try again in ${Math.ceil(retryAfterMs)} ms, or use another deployment.`;
  return new RouterError('circuit_open', message, { retryable: true, retryAfterMs });
}
