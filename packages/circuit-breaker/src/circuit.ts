import type { CircuitBreaker, CircuitPermit } from '@llm-router/core';
import { createEngine, type Engine } from './engine.ts';
import { createProbeSlots, type ProbeSlots } from './probe-slots.ts';
import { createRamp, type Ramp } from './ramp.ts';
import type { CircuitSettings } from './settings.ts';

export type CircuitState = CircuitBreaker['state'];

/** One circuit at one moment. Plain data. */
export interface CircuitSnapshot {
  readonly key: string;
  readonly state: CircuitState;
  /** Epoch milliseconds; only while open. */
  readonly openUntil?: number;
  /** Outcomes in the window, or since the last success where failures are counted in a row. */
  readonly requests: number;
  readonly failures: number;
  /** Probes in flight; 0 unless half-open. */
  readonly probes: number;
  /** Share of the traffic that is let through while closed, above 0 and up to 1. */
  readonly share: number;
}

/** The state of one key. It moves on when it is asked. */
export interface Circuit {
  state(now: number): CircuitState;
  tryEnter(now: number): ReturnType<CircuitBreaker['tryEnter']>;
  snapshot(now: number): CircuitSnapshot;
}

type Phase =
  | { readonly state: 'closed'; readonly engine: Engine; readonly ramp?: Ramp }
  | { readonly state: 'open'; until: number }
  | { readonly state: 'half-open'; readonly engine: Engine; readonly probes: ProbeSlots };

/** Makes a closed circuit. */
export function createCircuit(key: string, settings: CircuitSettings, now: number): Circuit {
  const { clock, failureThreshold, unprovenThreshold, openMs } = settings;
  let isProven = false;
  let phase: Phase = {
    state: 'closed',
    engine: createEngine(key, failureThreshold, { now, halfOpen: false }),
  };

  function become(next: Phase, at: number, because: string): void {
    const from = phase.state;
    phase = next;
    settings.announce({ type: 'circuit-changed', at, key, from, to: next.state, because });
  }

  function phaseAt(at: number): Phase {
    if (phase.state === 'open' && at >= phase.until) {
      const engine = createEngine(key, failureThreshold, { now: at, halfOpen: true });
      const probes = createProbeSlots(settings.halfOpenProbes, settings.probeTimeoutMs);
      become({ state: 'half-open', engine, probes }, at, 'its time had passed');
    }
    return phase;
  }

  /** What the provider stated, within bounds, and never less than the configured time. */
  function openUntil(at: number, error: unknown): number {
    const statedMs = readStatedWait(error);
    return at + Math.max(openMs, Math.min(statedMs, settings.maxOpenMs));
  }

  function succeeded(engine: Engine): void {
    const at = clock.now();
    const current = phaseAt(at);
    // Sent through an earlier phase: old news.
    if (current.state === 'open' || current.engine !== engine) return;
    isProven = true;
    engine.succeed(at);
    if (current.state === 'half-open') {
      const ramp = createRamp(at, settings.rampMs);
      become({ state: 'closed', engine, ramp }, at, 'a probe succeeded');
    }
  }

  function failed(engine: Engine, error: unknown): void {
    if (!settings.counts(error)) return;
    const at = clock.now();
    const current = phaseAt(at);
    if (current.state === 'open') {
      // A request from before may know that the provider wants to be left alone for longer.
      if (readStatedWait(error) > 0) current.until = Math.max(current.until, openUntil(at, error));
      return;
    }
    if (current.engine !== engine) return;
    const { requests, failures } = engine.tally(at);
    const isHopeless = !isProven && failures + 1 >= unprovenThreshold;
    if (!engine.fail(at) && !isHopeless) return;
    const because =
      current.state === 'half-open'
        ? 'a probe failed'
        : `${failures + 1} of ${requests + 1} requests failed`;
    become({ state: 'open', until: openUntil(at, error) }, at, because);
  }

  function permit(engine: Engine, leave: () => void): CircuitPermit {
    let ended = false;
    const end = (report: () => void) => {
      if (ended) return;
      ended = true;
      leave();
      report();
    };
    return {
      success: () => end(() => succeeded(engine)),
      failure: (error) => end(() => failed(engine, error)),
      ignore: () => end(() => {}),
    };
  }

  return {
    state: (at) => phaseAt(at).state,
    tryEnter(at) {
      const current = phaseAt(at);
      if (current.state === 'open') return { ok: false, retryAfterMs: current.until - at };
      if (current.state === 'closed') {
        const waitMs = current.ramp?.tryPass(at) ?? 0;
        if (waitMs > 0) return { ok: false, retryAfterMs: waitMs };
        return { ok: true, permit: permit(current.engine, () => {}) };
      }
      const leave = current.probes.take(at);
      if (leave !== undefined) return { ok: true, permit: permit(current.engine, leave) };
      // A probe may end at any time; the circuit's own pace is the best guess.
      return { ok: false, retryAfterMs: Math.min(openMs, current.probes.firstExpiry(at) - at) };
    },
    snapshot(at) {
      const current = phaseAt(at);
      const { state } = current;
      if (current.state === 'open') {
        const none = { requests: 0, failures: 0, probes: 0, share: 0 };
        return { key, state, openUntil: current.until, ...none };
      }
      const tally = current.engine.tally(at);
      if (current.state === 'half-open') {
        return { key, state, ...tally, probes: current.probes.taken(at), share: 0 };
      }
      return { key, state, ...tally, probes: 0, share: current.ramp?.share(at) ?? 1 };
    },
  };
}

/** The wait in milliseconds that an error carries, 0 where it carries none. */
function readStatedWait(error: unknown): number {
  try {
    const { retryAfterMs } = error as { readonly retryAfterMs?: unknown };
    return typeof retryAfterMs === 'number' && retryAfterMs > 0 ? retryAfterMs : 0;
  } catch {
    // What has no fields, or none that can be read, states none.
    return 0;
  }
}
