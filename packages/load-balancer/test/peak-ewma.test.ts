import { createVirtualClock } from '@llm-router/core';
import fc from 'fast-check';
import { createPeakEwma } from '../src/index.ts';

it('knows nothing before the first answer', () => {
  expect(createPeakEwma().latencyMs('a')).toBeUndefined();
});

it('jumps to a peak at once and falls to 1/e of it in the decay time', async () => {
  const clock = createVirtualClock();
  const latencies = createPeakEwma({ clock, decayMs: 1000 });
  latencies.record('a', 100);
  latencies.record('a', 900);
  expect(latencies.latencyMs('a')).toBe(900);
  await clock.advance(1000);
  expect(latencies.latencyMs('a')).toBeCloseTo(900 / Math.E, 6);
});

it('approaches lower samples with time, not with their number', async () => {
  const clock = createVirtualClock();
  const latencies = createPeakEwma({ clock, decayMs: 1000 });
  latencies.record('a', 900);
  for (let sample = 0; sample < 50; sample++) latencies.record('a', 100);
  expect(latencies.latencyMs('a')).toBe(900);
  await clock.advance(1000);
  latencies.record('a', 100);
  expect(latencies.latencyMs('a')).toBeCloseTo(900 / Math.E + 100 * (1 - 1 / Math.E), 6);
});

it('ignores what is no duration', () => {
  const latencies = createPeakEwma({ clock: createVirtualClock() });
  for (const sample of [Number.NaN, -1, Number.POSITIVE_INFINITY]) latencies.record('a', sample);
  expect(latencies.snapshot()).toEqual({});
});

it('forgets the deployment heard of longest ago beyond its bound', () => {
  const latencies = createPeakEwma({ clock: createVirtualClock(), maxKeys: 2 });
  for (const id of ['a', 'b', 'a', 'c']) latencies.record(id, 10);
  expect(latencies.snapshot()).toEqual({ a: 10, c: 10 });
});

it('never leaves the range of what was recorded, downwards only by time', () => {
  const samples = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(samples, (list) => {
      const latencies = createPeakEwma({ clock: createVirtualClock() });
      for (const sample of list) latencies.record('a', sample);
      expect(latencies.latencyMs('a')).toBe(Math.max(...list));
    }),
  );
});
