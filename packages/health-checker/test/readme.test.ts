import { createVirtualClock } from '@llm-router/core';
import { createHealthChecker } from '../src/index.ts';

it('does what its README says', async () => {
  const printed: unknown[] = [];
  const clock = createVirtualClock();
  const health = createHealthChecker({ cooldownMs: 30_000, halfLifeMs: 60_000, clock });

  for (let count = 0; count < 4; count++) health.record('openai', { ok: false });
  printed.push(health.score('openai').toFixed(2), health.isHealthy('openai'));

  await clock.advance(30_000);
  printed.push(health.score('openai').toFixed(2), health.isHealthy('openai'));

  await clock.advance(60_000);
  printed.push(health.score('openai').toFixed(2));

  expect(printed).toEqual(['0.41', false, '0.50', true, '0.75']);
});

it('probes as its README says', async () => {
  const clock = createVirtualClock();
  const probed: string[] = [];
  const health = createHealthChecker({
    clock,
    probe: async (key) => {
      probed.push(key);
    },
  });
  health.startProbes(['openai', 'groq']);
  for (let count = 0; count < 4; count++) health.record('groq', { ok: false });
  await clock.advance(12_000);
  health.close();
  expect(probed).toEqual(['groq']);
});
