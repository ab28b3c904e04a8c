import { createRandom, systemRandom } from '@llm-router/core';

const draw = (seed: number, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random());
};

/** Pearson's statistic of `count` draws in `buckets` equal parts. */
function chiSquare(values: readonly number[], buckets: number): number {
  const counts = new Array<number>(buckets).fill(0);
  for (const value of values) {
    const bucket = Math.floor(value * buckets);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  const expected = values.length / buckets;
  return counts.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
}

describe('seeded random', () => {
  it('gives the numbers of Mulberry32', () => {
    expect(draw(42, 3)).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
    expect(draw(1, 1)).toEqual([0.6270739405881613]);
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100));
    expect(draw(7, 100)).not.toEqual(draw(8, 100));
  });

  it('keeps each source apart from the others', () => {
    const [first, second] = [createRandom(7), createRandom(7)];
    first();
    first();
    expect(second()).toBe(draw(7, 1)[0]);
  });

  // 99 degrees of freedom: below 45 or above 177 in fewer than one of 100,000 fair samples.
  it.each([0, 1, 42, 2 ** 31, 4_294_967_295])('is roughly uniform with seed %p', (seed) => {
    const values = draw(seed, 100_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const statistic = chiSquare(values, 100);
    expect(statistic).toBeGreaterThan(45);
    expect(statistic).toBeLessThan(177);
  });

  it('shows no pattern from one number to the next', () => {
    const values = draw(3, 100_001);
    const pairs = values.slice(1).map((value, index) => {
      const before = values[index] ?? 0;
      return (Math.floor(before * 10) * 10 + Math.floor(value * 10)) / 100 + 0.001;
    });
    expect(chiSquare(pairs, 100)).toBeLessThan(177);
  });
});

describe('system random', () => {
  it('stays between 0 and 1 and varies', () => {
    const values = new Set(Array.from({ length: 100 }, () => systemRandom()));
    expect([...values].every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.size).toBeGreaterThan(90);
  });
});
