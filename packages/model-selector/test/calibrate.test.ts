import { isRouterError } from '@llm-router/core';
import {
  calibrate,
  createQualityScorer,
  type GradedOutcome,
  loadCalibration,
} from '../src/index.ts';
import { analysisOf } from './context.ts';
import { drawOutcomes, silent, telling } from './synthetic.ts';

const known = drawOutcomes(telling, 300, 1);
const calibration = calibrate(known);

/** The gain that is promised, on average, for unseen requests of one task. */
function promised(task: 'rhyme' | 'proof', from = calibration): number {
  const expectQuality = createQualityScorer(from);
  const gains = drawOutcomes(telling, 200, 2)
    .filter((outcome) => outcome.task === task)
    .map(({ request, analysis }) => {
      const said = expectQuality(request, analysis);
      return (said.get('strong') ?? 0) - (said.get('weak') ?? 0);
    });
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(isRouterError(error, 'invalid_config')).toBe(true);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

it('promises a gain where the strong model is better, and none where it is not', () => {
  expect(promised('proof')).toBeGreaterThan(0.5);
  expect(promised('proof')).toBeLessThan(0.9);
  expect(Math.abs(promised('rhyme'))).toBeLessThan(0.15);
  expect(calibration.report.signal).toBe('clear');
});

it('finds a point that is nearly as good as the strong model for about half of the money', () => {
  const { points, always } = calibration.report;
  const best = points.find(({ shares }) => (shares[1]?.value ?? 1) < 0.6);
  expect(best?.quality.value).toBeGreaterThan((always[1]?.quality.value ?? 1) - 0.06);
  expect(best?.nanoUsd?.value).toBeLessThan(0.65 * (always[1]?.nanoUsd?.value ?? 0));
  expect(best?.overMixing.low).toBeGreaterThan(0.05);
});

it('recovers about three quarters of the gap on average where half of the requests make all of it', () => {
  const { value = 0, low = 1, high = 0 } = calibration.report.averageGapRecovered ?? {};
  expect(value).toBeGreaterThan(0.66);
  expect(value).toBeLessThan(0.8);
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(high - low).toBeLessThan(0.3);
});

it('begins its report with always the last model and ends it with always the first', () => {
  const { points, always } = calibration.report;
  expect(points[0]?.shares.map(({ value }) => value)).toEqual([0, 1]);
  expect(points.at(-1)?.shares.map(({ value }) => value)).toEqual([1, 0]);
  expect(points[0]?.quality).toEqual(always[1]?.quality);
  expect(points.at(-1)?.quality).toEqual(always[0]?.quality);
});

it('learns the same from a log in which only one of the two answers was graded', () => {
  const partial = calibrate(drawOutcomes(telling, 900, 3, true), { models: ['weak', 'strong'] });
  expect(promised('proof', partial) - promised('rhyme', partial)).toBeGreaterThan(0.4);
  const [weak, strong] = partial.report.always;
  expect(weak?.quality.low).toBeLessThan(0.55);
  expect(weak?.quality.high).toBeGreaterThan(0.55);
  expect(strong?.quality.low).toBeLessThan(0.9);
  expect(strong?.quality.high).toBeGreaterThan(0.9);
});

it('makes up for answers that were graded where they were likely to be bad, if told the propensity', () => {
  const all = drawOutcomes(telling, 1200, 4);
  const random = (index: number) => ((index * 7919) % 1000) / 1000;
  const outcomes = all.map((outcome, index) => {
    const propensity = outcome.task === 'proof' ? 0.9 : 0.3;
    const { weak, strong } = outcome.answers;
    const answers = {
      ...(weak && random(index) < propensity && { weak: { ...weak, propensity } }),
    };
    return { ...outcome, answers: { ...answers, ...(strong && { strong }) } };
  });
  const { quality } = calibrate(outcomes).report.always[0] ?? {};
  expect(quality?.low).toBeLessThan(0.55);
  expect(quality?.high).toBeGreaterThan(0.55);
});

it('promises next to nothing where there is no signal, in most samples, and says so', () => {
  const made = Array.from({ length: 12 }, (_, seed) =>
    calibrate(drawOutcomes(silent, 150, 100 + seed)),
  );
  const flat = made.filter(({ report }) => report.signal === 'none');
  expect(flat.length).toBeGreaterThanOrEqual(8);
  for (const { report } of flat) {
    expect(report.summary).toContain('do not tell');
    const inner = report.points.slice(1, -1).map(({ threshold }) => threshold);
    expect(Math.max(...inner) - Math.min(...inner)).toBeLessThan(0.1);
  }
});

it('offers part of the requests to each model even where there is no signal', () => {
  const made = Array.from({ length: 6 }, (_, seed) =>
    calibrate(drawOutcomes(silent, 150, 100 + seed)),
  ).filter(({ report }) => report.signal === 'none');
  const split = made.filter(({ report }) =>
    report.points.some(({ shares }) => Math.abs((shares[1]?.value ?? 0) - 0.5) < 0.2),
  );
  expect(made.length).toBeGreaterThanOrEqual(3);
  expect(split.length).toBeGreaterThan(made.length / 2);
});

it('orders three models by cost and climbs to a dearer one only for what it promises', () => {
  const outcomes = drawOutcomes(telling, 300, 5).map((outcome) => ({
    ...outcome,
    answers: { ...outcome.answers, waste: { quality: 0.1, nanoUsd: 90_000 } },
  }));
  const { models, report } = calibrate(outcomes);
  expect(models).toEqual(['weak', 'strong', 'waste']);
  expect(report.averageGapRecovered).toBeNull();
  const middle = report.points.filter(({ threshold }) => threshold > 0.05);
  expect(middle.every(({ shares }) => shares[2]?.value === 0)).toBe(true);
});

it('is the same for the same outcomes and seed', () => {
  expect(calibrate(known)).toEqual(calibration);
});

it('survives JSON, stays under 400 KB and holds no word of a prompt', () => {
  const text = JSON.stringify(calibration);
  expect(loadCalibration(JSON.parse(text))).toEqual(calibration);
  expect(text.length).toBeLessThan(400_000);
  expect(text).not.toMatch(/lemma|lighthouse|ferry/);
});

it('takes costs as unknown where the outcomes tell none', () => {
  const outcomes = known.map((outcome) => ({
    ...outcome,
    answers: { weak: { quality: outcome.answers['weak']?.quality ?? 0 }, strong: { quality: 1 } },
  }));
  const { models, report } = calibrate(outcomes);
  expect(models).toEqual(['weak', 'strong']);
  expect(report.points.every(({ nanoUsd }) => nanoUsd === null)).toBe(true);
});

it('reads hostile prompts without throwing', () => {
  const texts = ['', '\ud800', '_'.repeat(50_000), 'a'.repeat(200_000), '1'.repeat(400), '日本語'];
  const expectQuality = createQualityScorer(calibration);
  for (const content of texts) {
    const said = expectQuality({ messages: [{ role: 'user', content }] }, analysisOf());
    expect([...said.values()].every(Number.isFinite)).toBe(true);
  }
  expect(expectQuality({ messages: [] }, analysisOf()).size).toBe(2);
});

const first = known[0];
it.each<[unknown, object, string]>([
  ['none', {}, "outcomes is 'none'; expected a list"],
  [[], {}, 'models is a list of 0; expected answers of 2 to 8 models'],
  [[null], {}, 'outcomes[0] is null'],
  [[{ ...first, request: {} }], {}, 'outcomes[0].request is an object; expected a request'],
  [[{ ...first, analysis: {} }], {}, 'outcomes[0].analysis'],
  [[{ ...first, answers: { a: { quality: 7 } } }], {}, "answers['a'].quality is 7"],
  [[{ ...first, answers: { a: { quality: 1, nanoUsd: -1 } } }], {}, "answers['a'].nanoUsd is -1"],
  [[{ ...first, answers: { a: { quality: 1, propensity: 0 } } }], {}, 'propensity is 0'],
  [known.slice(0, 10), {}, "graded answers of 'weak' is 10; expected at least 30"],
  [known, { models: ['weak', 'absent'] }, "graded answers of 'absent' is 0"],
  [known, { models: ['weak', 'weak'] }, 'each of them once'],
  [known, { seed: -1 }, 'seed is -1'],
  [known, { folds: 3 }, "unknown option 'folds'"],
])('refuses %#', (outcomes, options, message) => {
  expect(messageOf(() => calibrate(outcomes as GradedOutcome[], options))).toContain(message);
});

it.each<[string, unknown, string]>([
  ['no object', 7, 'calibration is 7'],
  ['another version', { ...calibration, version: 2 }, 'calibration.version is 2'],
  ['one model', { ...calibration, models: ['a'] }, 'calibration.models'],
  ['no scale', { ...calibration, scale: null }, 'calibration.scale is null'],
  ['few heads', { ...calibration, heads: [] }, 'calibration.heads is a list of 0'],
  [
    'few weights',
    { ...calibration, heads: calibration.heads.map((head) => ({ ...head, weights: [1] })) },
    'calibration.heads[0].weights is a list of 1',
  ],
  ['no points', { ...calibration, report: { points: [] } }, 'calibration.report.points'],
  [
    'a point without quality',
    { ...calibration, report: { points: [{ threshold: 0 }] } },
    'calibration.report.points[0].quality',
  ],
])('refuses to load %s', (_, json, message) => {
  expect(messageOf(() => loadCalibration(json))).toContain(message);
});
