import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { climb } from '../src/calibration/climb.ts';
import { estimateMean } from '../src/calibration/estimate.ts';
import { readForm } from '../src/calibration/read-form.ts';
import { measureTrust } from '../src/calibration/trust.ts';
import { calibrate, createQualityScorer } from '../src/index.ts';
import { drawOutcomes, telling } from './synthetic.ts';

const unseen = drawOutcomes(telling, 2000, 77);

it('holds the truth within the interval of at least nine in ten points', () => {
  let held = 0;
  let points = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 1_000_000 }), (seed) => {
      const calibration = calibrate(drawOutcomes(telling, 150, seed));
      const expectQuality = createQualityScorer(calibration);
      const gains = unseen.map(({ request, analysis }) => {
        const said = expectQuality(request, analysis);
        return (said.get('strong') ?? 0) - (said.get('weak') ?? 0);
      });
      for (const { threshold, quality } of calibration.report.points) {
        const truth = unseen.reduce((sum, { task }, row) => {
          const model = (gains[row] ?? 0) >= threshold ? 'strong' : 'weak';
          return sum + telling.quality[model][task] / unseen.length;
        }, 0);
        points += 1;
        if (quality.low <= truth && truth <= quality.high) held += 1;
      }
    }),
    { numRuns: 12, seed: 5 },
  );
  expect(held / points).toBeGreaterThanOrEqual(0.9);
});

it('estimates a mean within its interval, the narrower the more values there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 }),
      (values) => {
        const few = estimateMean(values);
        const many = estimateMean([...values, ...values, ...values, ...values]);
        expect(few.low).toBeLessThan(few.value);
        expect(few.high).toBeGreaterThan(few.value);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      },
    ),
  );
});

it('never climbs further when more is asked for', () => {
  const qualities = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(qualities, fc.double({ min: -1, max: 1, noNaN: true }), (pair, threshold) => {
      expect(climb(pair, threshold + 0.1)).toBeLessThanOrEqual(climb(pair, threshold));
    }),
  );
});

it('never trusts predictions that run against the truth, nor more than their word', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: -3, max: 3, noNaN: true }), (seed, slope) => {
      const random = createRandom(seed);
      const predictions = Array.from({ length: 60 }, () => random());
      const truths = predictions.map((value) => slope * value + random() / 4);
      const { factor } = measureTrust(predictions, truths);
      expect(factor).toBeGreaterThanOrEqual(0);
      expect(factor).toBeLessThanOrEqual(1);
      if (slope < -1) expect(factor).toBe(0);
      if (slope > 1.5) expect(factor).toBeGreaterThan(0.9);
    }),
  );
});

it('leaves an order where predictions say little, and none where they are clearly wrong', () => {
  const factors = { doubtful: 0, contrary: 0 };
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: -0.3, max: 0, noNaN: true }), (seed, slope) => {
      const random = createRandom(seed);
      const predictions = Array.from({ length: 60 }, () => random());
      const truths = predictions.map((value) => slope * value + random());
      const { factor, evidence } = measureTrust(predictions, truths);
      if (evidence > 0) return;
      factors[evidence > -2 ? 'doubtful' : 'contrary'] += 1;
      expect(factor).toBe(evidence > -2 ? 0.01 : 0);
    }),
    { seed: 3 },
  );
  expect(factors.doubtful).toBeGreaterThan(5);
  expect(factors.contrary).toBeGreaterThan(5);
});

it('reads any text as the same number of finite numbers, blind to the case of words', () => {
  const { length } = readForm('').numbers;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { numbers, words } = readForm(text);
      expect(numbers).toHaveLength(length);
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect(new Set(words).size).toBe(words.length);
    }),
  );
  expect(readForm('The Old Bridge').words).toEqual(readForm('the old bridge').words);
});
