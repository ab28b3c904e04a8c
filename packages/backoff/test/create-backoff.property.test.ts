import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { createBackoff, type Jitter } from '../src/index.ts';

const kinds: readonly Jitter[] = ['none', 'full', 'equal', 'around', 'above', 'decorrelated'];

const shapes = fc.record({
  baseMs: fc.double({ min: 0, max: 1e5, noNaN: true }),
  factor: fc.double({ min: 1, max: 10, noNaN: true }),
  maxMs: fc.double({ min: 0, max: 1e7, noNaN: true }),
  ratio: fc.double({ min: 0, max: 1, noNaN: true }),
});
const attempts = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1e9 }));
const seeds = fc.integer();

/** The delay without jitter, by repeated multiplication rather than a power. */
function ceiling(shape: { baseMs: number; factor: number; maxMs: number }, attempt: number) {
  let delay = shape.baseMs;
  for (let step = 1; step < attempt && step < 1e5 && delay < shape.maxMs; step++) {
    if (shape.factor === 1 || delay === 0) break;
    delay *= shape.factor;
  }
  return Math.min(delay, shape.maxMs);
}

/** Allows for rounding in the last digits. */
const within = (value: number, low: number, high: number) =>
  value >= low * (1 - 1e-9) - 1e-9 && value <= high * (1 + 1e-9) + 1e-9;

describe('createBackoff, for all shapes', () => {
  const bounds: Record<Jitter, (full: number, ratio: number) => [number, number]> = {
    none: (full) => [full, full],
    full: (full) => [0, full],
    equal: (full) => [full / 2, full],
    around: (full, ratio) => [full * (1 - ratio), full * (1 + ratio)],
    above: (full, ratio) => [full, full * (1 + ratio)],
    decorrelated: () => [0, Number.POSITIVE_INFINITY],
  };

  it.each(kinds)('keeps %s within its bounds and the cap', (jitter) => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 60 }), seeds, (shape, attempt, seed) => {
        const delay = createBackoff({ ...shape, jitter, random: createRandom(seed) })(attempt);
        const [low, high] = bounds[jitter](ceiling(shape, attempt), shape.ratio);
        return within(delay, low, Math.min(high, shape.maxMs));
      }),
    );
  });

  it('keeps decorrelated between the base and three times the range of the step before', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 60 }), seeds, (shape, attempt, seed) => {
        const backoff = createBackoff({
          ...shape,
          jitter: 'decorrelated',
          random: createRandom(seed),
        });
        const widest = Math.min(shape.maxMs, shape.baseMs * 3 ** attempt);
        return within(backoff(attempt), Math.min(shape.baseMs, shape.maxMs), widest);
      }),
    );
  });

  it.each(kinds)('answers a finite number for any attempt and hint with %s', (jitter) => {
    const hints = fc.option(fc.double(), { nil: undefined });
    fc.assert(
      fc.property(shapes, attempts, seeds, hints, (shape, attempt, seed, retryAfterMs) => {
        const backoff = createBackoff({ ...shape, jitter, random: createRandom(seed) });
        const delay = backoff(attempt, retryAfterMs === undefined ? {} : { retryAfterMs });
        return Number.isFinite(delay) && delay >= 0;
      }),
    );
  });

  it('never shrinks from one retry to the next without jitter', () => {
    fc.assert(
      fc.property(shapes, attempts, (shape, attempt) => {
        const backoff = createBackoff({ ...shape, jitter: 'none' });
        return backoff(attempt + 1) >= backoff(attempt);
      }),
    );
  });

  it.each(kinds)('never comes back before a hint with %s', (jitter) => {
    const hints = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(shapes, attempts, seeds, hints, (shape, attempt, seed, retryAfterMs) => {
        const backoff = createBackoff({ ...shape, jitter, random: createRandom(seed) });
        return backoff(attempt, { retryAfterMs }) >= retryAfterMs;
      }),
    );
  });
});
