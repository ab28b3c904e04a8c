import fc from 'fast-check';
import { createMedian } from '../src/median.ts';

test('the median is within one per cent of the exact lower median', () => {
  const value = fc.double({ min: 0.01, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      const median = createMedian();
      for (const one of values) median.add(one);
      const exact = [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;
      expect(Math.abs((median.read() ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.01);
    }),
  );
});

test('zeros count as zeros, and nothing has no median', () => {
  const median = createMedian();
  expect(median.read()).toBeUndefined();
  median.add(0);
  median.add(0);
  median.add(500);
  expect(median.read()).toBe(0);
});
