import { createRandom } from '@llm-router/core';
import * as fc from 'fast-check';

describe('seeded random, for any seed', () => {
  it('stays from 0 to below 1 and repeats itself', () => {
    fc.assert(
      fc.property(fc.double(), (seed) => {
        const [first, second] = [createRandom(seed), createRandom(seed)];
        for (let index = 0; index < 50; index++) {
          const value = first();
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
          expect(second()).toBe(value);
        }
      }),
    );
  });
});
