import { createVirtualClock } from '@llm-router/core';
import * as fc from 'fast-check';
import { createHealthChecker } from '../src/index.ts';

type Step = { readonly ok: boolean } | { readonly waitMs: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ ok: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ waitMs: fc.integer({ min: 1, max: 5000 }) }) },
  ),
  { maxLength: 80, size: 'max' },
);

const setups = fc
  .record({
    smoothing: fc.double({ min: 0.01, max: 1, noNaN: true }),
    halfLifeMs: fc.integer({ min: 1, max: 20_000 }),
    unhealthyBelow: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    margin: fc.double({ min: 0, max: 1, noNaN: true }),
    cooldownMs: fc.integer({ min: 1, max: 8000 }),
  })
  .map(({ margin, ...setup }) => ({
    ...setup,
    healthyFrom: Math.min(1, setup.unhealthyBelow + margin * (1 - setup.unhealthyBelow)),
  }));

describe('a health checker, for any outcomes', () => {
  it('scores from 0 to 1, up with a success, down with a failure, never down with time', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        const clock = createVirtualClock();
        const health = createHealthChecker({ ...setup, clock });
        for (const step of sequence) {
          const before = health.score('a');
          if ('waitMs' in step) await clock.advance(step.waitMs);
          else health.record('a', step);
          const after = health.score('a');
          expect(after).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(1);
          if ('ok' in step && !step.ok) expect(after).toBeLessThanOrEqual(before);
          else expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        }
      }),
    );
  });

  it('is unhealthy only below the threshold, and never longer than the cooldown after a failure', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        const clock = createVirtualClock();
        const health = createHealthChecker({ ...setup, clock });
        let failedAt = Number.NEGATIVE_INFINITY;
        for (const step of sequence) {
          const wasHealthy = health.isHealthy('a');
          if ('waitMs' in step) await clock.advance(step.waitMs);
          else health.record('a', step);
          const now = clock.now();
          if ('ok' in step && !step.ok) failedAt = now;
          if (health.isHealthy('a')) continue;
          expect(now - failedAt).toBeLessThan(setup.cooldownMs);
          expect(health.score('a')).toBeLessThan(setup.healthyFrom);
          if (wasHealthy) expect(health.score('a')).toBeLessThan(setup.unhealthyBelow);
        }
      }),
    );
  });

  it('comes back to a full score by time alone', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        const clock = createVirtualClock();
        const health = createHealthChecker({ ...setup, clock });
        for (const step of sequence) {
          if ('waitMs' in step) await clock.advance(step.waitMs);
          else health.record('a', step);
        }
        await clock.advance(setup.cooldownMs + 20 * setup.halfLifeMs);
        expect(health.isHealthy('a')).toBe(true);
        expect(health.score('a')).toBeGreaterThan(0.999);
      }),
    );
  });

  it('gives the same answers however often it is asked in between', async () => {
    await fc.assert(
      fc.asyncProperty(setups, steps, async (setup, sequence) => {
        const clock = createVirtualClock();
        const asked = createHealthChecker({ ...setup, clock });
        const silent = createHealthChecker({ ...setup, clock });
        for (const step of sequence) {
          asked.snapshot();
          if ('waitMs' in step) {
            await clock.advance(step.waitMs);
          } else {
            asked.record('a', step);
            silent.record('a', step);
          }
        }
        expect(asked.snapshot()).toEqual(silent.snapshot());
      }),
    );
  });
});
