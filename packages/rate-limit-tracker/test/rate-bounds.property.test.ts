import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { driveBounds } from './support/bounds-driver.ts';
import { createProviderBucket } from './support/provider-bucket.ts';

const start = 1_000_000;
const exactness = 1 + 1e-9;

interface Demand {
  /** Of the time in which the bucket would get one unit. */
  readonly gap: number;
  readonly amount: number;
}

const demand: fc.Arbitrary<Demand> = fc.record({
  gap: fc.oneof(
    fc.constant(0),
    fc.double({ min: 0, max: 2, noNaN: true }),
    fc.double({ min: 0, max: 20, noNaN: true }),
  ),
  amount: fc.integer({ min: 1, max: 8 }),
});

const bucket = fc.record({
  size: fc.integer({ min: 8, max: 60 }),
  /** From one unit in 50 s to one in 5 ms. */
  perMs: fc.integer({ min: 0, max: 4 }).map((power) => 2e-5 * 10 ** power),
});

const demands = fc.array(demand, { minLength: 40, maxLength: 200 });

test('the true rate lies between the bounds of any bucket that never fills up again, whatever is asked of it', () => {
  let bounded = 0;
  fc.assert(
    fc.property(bucket, demands, ({ size, perMs }, script) => {
      const provider = createProviderBucket(size, perMs);
      const { bounds, send } = driveBounds(provider);
      let now = start;
      let isRefused = false;
      for (const { gap, amount } of script) {
        const untilFull = (size - provider.level(now)) / perMs;
        // Before the first refusal it may be full for as long as it likes.
        now += isRefused ? Math.min(gap / perMs, untilFull * 0.9) : gap / perMs;
        if (!send(now, amount)) isRefused = true;
        expect(bounds.slowest).toBeLessThanOrEqual(perMs * exactness);
        expect(bounds.fastest * exactness).toBeGreaterThanOrEqual(perMs);
      }
      expect(bounds.contradictions).toBe(0);
      if (bounds.fastest < perMs * 1.5 && bounds.slowest > perMs * 0.5) bounded += 1;
    }),
    { numRuns: 400 },
  );
  expect(bounded).toBeGreaterThan(40);
});

test('whatever came before, rests included, a while of steady demand brings the true rate between the bounds', () => {
  fc.assert(
    fc.property(bucket, demands, ({ size, perMs }, script) => {
      const provider = createProviderBucket(size, perMs);
      const { bounds, send } = driveBounds(provider);
      let now = start;
      for (const { gap, amount } of script) {
        now += gap / perMs;
        send(now, amount);
      }
      for (let count = 0; count < 40 * size; count++) {
        now += 0.25 / perMs;
        send(now, 1);
      }
      expect(bounds.slowest).toBeLessThanOrEqual(perMs * exactness);
      expect(bounds.fastest).toBeGreaterThanOrEqual(perMs * 0.99);
      expect(bounds.fastest).toBeLessThanOrEqual(perMs * 1.5);
    }),
    { numRuns: 200 },
  );
});

test('who keeps to the wait of a bucket that gives some in a second is refused seldom, and gets most of it', () => {
  const quick = bucket.filter(({ perMs }) => perMs > 1 / 1000);
  fc.assert(
    fc.property(quick, ({ size, perMs }) => {
      const provider = createProviderBucket(size, perMs);
      const driver = driveBounds(provider);
      let now = start;
      let refused = 0;
      for (let count = 0; count < 4 * size; count++) {
        now += driver.bounds.waitMs(now, driver.accepted, 1);
        if (driver.send(now, 1)) continue;
        refused += 1;
        if (driver.bounds.rate(now) === undefined) now += Math.max(25, 0.5 / perMs);
      }
      expect(refused).toBeLessThanOrEqual(12);
      const shortestMs = (driver.accepted - size) / perMs;
      expect(now - start).toBeLessThan(shortestMs * 1.5 + 10 / perMs + 100);
    }),
  );
});

test('a bucket that counts something else is contradicted sooner or later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const random = createRandom(seed);
      const provider = createProviderBucket(4000, 3.6);
      const byTokens = driveBounds(provider);
      const asRequests = driveBounds({ ...provider, ask: () => byTokens.send(now, tokens) });
      let now = start;
      let tokens = 0;
      for (let count = 0; count < 3000 && asRequests.bounds.contradictions === 0; count++) {
        now += 20 + 60 * random();
        tokens = Math.round(100 + 900 * random());
        asRequests.send(now, 1);
      }
      expect(asRequests.bounds.contradictions).toBeGreaterThan(0);
      expect(byTokens.bounds.contradictions).toBe(0);
    }),
    { numRuns: 30 },
  );
});
