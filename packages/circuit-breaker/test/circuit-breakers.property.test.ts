import { type CircuitPermit, createVirtualClock } from '@llm-router/core';
import * as fc from 'fast-check';
import { createCircuitBreakers, type FailureThreshold } from '../src/index.ts';

type Step =
  | { readonly do: 'enter' }
  | { readonly do: 'end'; readonly which: number; readonly how: 'success' | 'failure' | 'ignore' }
  | { readonly do: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant({ do: 'enter' as const }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('end' as const),
        which: fc.nat(20),
        how: fc.constantFrom(...(['success', 'failure', 'failure', 'ignore'] as const)),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        ms: fc.integer({ min: 1, max: 900 }),
      }),
    },
  ),
  { maxLength: 120, size: 'max' },
);

const thresholds: fc.Arbitrary<FailureThreshold> = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc.record({
    percentage: fc.integer({ min: 0, max: 99 }),
    volume: fc.integer({ min: 1, max: 6 }),
    windowMs: fc.integer({ min: 10, max: 2000 }),
  }),
);

const setups = fc.record({
  failureThreshold: thresholds,
  openMs: fc.integer({ min: 1, max: 400 }),
  halfOpenProbes: fc.integer({ min: 1, max: 3 }),
  probeTimeoutMs: fc.integer({ min: 1, max: 1500 }),
  rampMs: fc.constantFrom(0, 700),
});

const settings = { numRuns: 300 };

interface Entered {
  readonly permit: CircuitPermit;
  readonly at: number;
  readonly state: string;
  ended: boolean;
}

/** Plays the steps and hands every moment after a step to `check`. */
async function play(
  setup: Parameters<typeof createCircuitBreakers>[0] & object,
  sequence: readonly Step[],
  check: (moment: {
    breaker: ReturnType<ReturnType<typeof createCircuitBreakers>['for']>;
    entered: readonly Entered[];
    now: number;
  }) => void,
) {
  const clock = createVirtualClock();
  const breaker = createCircuitBreakers({ ...setup, clock }).for('a');
  const entered: Entered[] = [];
  for (const step of sequence) {
    if (step.do === 'enter') {
      const { state } = breaker;
      const entry = breaker.tryEnter();
      if (entry.ok) entered.push({ permit: entry.permit, at: clock.now(), state, ended: false });
    } else if (step.do === 'end') {
      const running = entered.filter(({ ended }) => !ended);
      const chosen = running[step.which % Math.max(1, running.length)];
      if (chosen) {
        chosen.ended = true;
        if (step.how === 'failure') chosen.permit.failure(new Error('down'));
        else chosen.permit[step.how]();
      }
    } else {
      await clock.advance(step.ms);
    }
    check({ breaker, entered, now: clock.now() });
  }
  return { clock, breaker };
}

describe('a circuit breaker, under any sequence of events', () => {
  it('gets back to closed in time once the target succeeds', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        const { clock, breaker } = await play(setup, sequence, () => {});
        const latest = clock.now() + Math.max(setup.openMs, setup.probeTimeoutMs);
        while (breaker.state !== 'closed') {
          const entry = breaker.tryEnter();
          if (entry.ok) entry.permit.success();
          else await clock.advance(entry.retryAfterMs);
          expect(clock.now()).toBeLessThanOrEqual(latest);
        }
      }),
      settings,
    );
  });

  it('takes all traffic again when it has been closed for the ramp', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        const { clock, breaker } = await play(setup, sequence, () => {});
        await clock.advance(2000);
        const probe = breaker.tryEnter();
        if (probe.ok) probe.permit.success();
        await clock.advance(setup.rampMs);
        for (let count = 0; count < 10; count++) expect(breaker.tryEnter().ok).toBe(true);
      }),
      settings,
    );
  });

  it('never has more probes in flight than allowed while half-open', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        let openedAt = 0;
        await play(setup, sequence, ({ breaker, entered, now }) => {
          if (breaker.state === 'open') openedAt = now;
          const inFlight = entered.filter(
            ({ state, ended, at }) =>
              state === 'half-open' && !ended && at > openedAt && at + setup.probeTimeoutMs > now,
          );
          expect(inFlight.length).toBeLessThanOrEqual(setup.halfOpenProbes);
        });
      }),
      settings,
    );
  });

  it('admits nothing while open and keeps its word about when it will be asked again', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        let until = 0;
        await play(setup, sequence, ({ breaker, now }) => {
          if (breaker.state !== 'open') {
            // It never leaves the open state early.
            expect(now).toBeGreaterThanOrEqual(until);
            return;
          }
          const entry = breaker.tryEnter();
          expect(entry.ok).toBe(false);
          if (entry.ok) return;
          expect(now + entry.retryAfterMs).toBeGreaterThanOrEqual(until);
          until = now + entry.retryAfterMs;
        });
      }),
      settings,
    );
  });

  it('opens exactly when a plain count of failures in a row says so', () => {
    const outcomes = fc.array(fc.constantFrom('success' as const, 'failure' as const), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), outcomes, (failureThreshold, sequence) => {
        const clock = createVirtualClock();
        const breaker = createCircuitBreakers({ failureThreshold, clock }).for('a');
        let inARow = 0;
        for (const outcome of sequence) {
          const entry = breaker.tryEnter();
          if (!entry.ok) break;
          if (outcome === 'success') entry.permit.success();
          else entry.permit.failure(new Error('down'));
          inARow = outcome === 'success' ? 0 : inARow + 1;
          expect(breaker.state).toBe(inARow >= failureThreshold ? 'open' : 'closed');
        }
      }),
    );
  });
});
