import * as fc from 'fast-check';
import { createTokenCorrection } from '../src/token-correction.ts';

const tokens = fc.integer({ min: 1, max: 1_000_000 });
const counts = fc.uniqueArray(tokens, { minLength: 3, maxLength: 40 });

function missOf(
  correct: (counted: number) => number,
  pairs: readonly (readonly [number, number])[],
): number {
  const misses = pairs.map(([counted, billed]) => Math.abs(correct(counted) - billed) / billed);
  const sorted = misses.sort((a, b) => a - b);
  return sorted[(sorted.length - 1) / 2] as number;
}

it('finds any hidden prompt exactly', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 5000 }), tokens, (counted, hidden, next) => {
      const correction = createTokenCorrection(1);
      for (const one of counted) correction.observe('k', one, one + hidden);
      const { kind } = correction.explain('k');
      expect(kind).toBe('addition');
      expect(correction.correct('k', next)).toBe(next + hidden);
    }),
  );
});

it('never leaves a larger median error than it found, but for rounding', () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }));
  const odd = fc.array(pair, { maxLength: 31 }).filter(({ length }) => length % 2 === 1);
  fc.assert(
    fc.property(odd, (observed) => {
      const correction = createTokenCorrection(1);
      for (const [counted, billed] of observed) correction.observe('k', counted, billed);
      const before = missOf((counted) => counted, observed);
      const after = missOf((counted) => correction.correct('k', counted), observed);
      const smallest = Math.min(...observed.map(([, billed]) => billed));
      expect(after).toBeLessThanOrEqual(before + 1 / smallest);
    }),
    { interruptAfterTimeLimit: 20_000 },
  );
});
