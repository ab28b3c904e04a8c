import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { type LoggedChoice, type ReplayOptions, replayAdaptive } from '../src/index.ts';
import { analysisAt } from './synthetic.ts';

/** A log in which `b` was chosen with the given chance; qualities are chances by level. */
function drawLog(
  quality: Readonly<Record<'a' | 'b', readonly [simple: number, complex: number]>>,
  count: number,
  seed: number,
  chanceOfB = 0.5,
): LoggedChoice[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const level = random() < 0.5 ? 'simple' : 'complex';
    const deployment = random() < chanceOfB ? 'b' : 'a';
    const chance = quality[deployment][level === 'simple' ? 0 : 1];
    return {
      deployment,
      analysis: analysisAt(level),
      propensity: deployment === 'b' ? chanceOfB : 1 - chanceOfB,
      quality: random() < chance ? 1 : 0,
    };
  });
}

const crossed = { a: [0.9, 0.2], b: [0.3, 0.8] } as const;

it('says that adaptive beats every fixed choice where each is better at one level', () => {
  const report = replayAdaptive(drawLog(crossed, 3000, 1));
  expect(report.verdict).toBe('better');
  expect(report.adaptive.value).toBeGreaterThan(0.75);
  expect(report.always['a']?.value).toBeCloseTo(0.55, 1);
  expect(report.replayed).toBeLessThan(report.logged);
});

it('does not claim to beat the best fixed choice where that is always right', () => {
  const sure = { a: [0.5, 0.5], b: [0.9, 0.9] } as const;
  const { verdict, baseline } = replayAdaptive(drawLog(sure, 2000, 2));
  expect(baseline).toBe('b');
  expect(verdict).not.toBe('better');
  expect(replayAdaptive(drawLog(sure, 2000, 2), { baseline: 'a' }).verdict).toBe('better');
});

it('values fixed choices without bias however rarely they were logged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const { always } = replayAdaptive(drawLog(crossed, 4000, seed, 0.1));
      expect(Math.abs((always['a']?.value ?? 0) - 0.55)).toBeLessThan(0.05);
      expect(Math.abs((always['b']?.value ?? 0) - 0.55)).toBeLessThan(0.12);
    }),
    { numRuns: 20, seed: 8 },
  );
});

it('holds the true value of a fixed choice within at least nine of ten intervals', () => {
  const held = Array.from({ length: 100 }, (_, seed) => {
    const { low = 1, high = 0 } = replayAdaptive(drawLog(crossed, 300, seed + 1)).always['a'] ?? {};
    return low <= 0.55 && 0.55 <= high;
  });
  expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(90);
});

it('takes cost off the value where a point of quality has a price', () => {
  const log = drawLog({ a: [0.8, 0.8], b: [0.9, 0.9] }, 1000, 4).map((choice) => ({
    ...choice,
    nanoUsd: choice.deployment === 'b' ? 5_000 : 0,
    expectedNanoUsd: { a: 0, b: 5_000 },
  }));
  expect(replayAdaptive(log).baseline).toBe('b');
  const { always, baseline } = replayAdaptive(log, { pointNanoUsd: 10_000 });
  expect(baseline).toBe('a');
  expect(always['b']?.value).toBeCloseTo(0.4, 1);
});

it('is the same for the same log and seed', () => {
  const log = drawLog(crossed, 300, 5);
  expect(replayAdaptive(log, { seed: 9 })).toEqual(replayAdaptive(log, { seed: 9 }));
});

const log = drawLog(crossed, 200, 6);
it.each<[unknown, ReplayOptions, string]>([
  [log.slice(0, 50), {}, 'log is a list of 50; expected at least 100'],
  [log.map((choice) => ({ ...choice, propensity: 0 })), {}, 'log[0].propensity is 0'],
  [log.map((choice) => ({ ...choice, quality: '1' })), {}, "log[0].quality is '1'"],
  [log.map((choice) => ({ ...choice, deployment: 1 })), {}, 'log[0].deployment is 1'],
  [log, { baseline: 'z' }, "baseline is 'z'; expected one of a, b"],
  [log, { pointNanoUsd: 5 }, 'log[0].nanoUsd is undefined'],
])('refuses %#', (choices, options, message) => {
  expect(() => replayAdaptive(choices as LoggedChoice[], options)).toThrow(message);
});
