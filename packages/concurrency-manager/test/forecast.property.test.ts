import { createRandom, createVirtualClock, type Limits, type Target } from '@llm-router/core';
import fc from 'fast-check';
import { createConcurrencyManager } from '../src/index.ts';

const holdMs = 400;

/** Told limits of one key, each of another kind. */
const someLimits: fc.Arbitrary<Limits> = fc.oneof(
  fc.record({
    requestsPerMinute: fc.integer({ min: 30, max: 600 }),
    burst: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    tokensPerMinute: fc.integer({ min: 6000, max: 60_000 }),
    burst: fc.constant(600),
  }),
  fc.record({ maxConcurrent: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ minIntervalMs: fc.integer({ min: 50, max: 900 }) }),
);

describe('the forecast', () => {
  test('comes true on one target, where all last equally long', async () => {
    await fc.assert(
      fc.asyncProperty(someLimits, fc.integer(), async (limits, seed) => {
        const clock = createVirtualClock();
        const random = createRandom(seed);
        const manager = createConcurrencyManager({ limits: { k: limits }, clock });
        const target: Target = { key: 'k' };
        const begin = async () => {
          const need = { inputTokens: 10 + Math.floor(random() * 500), outputTokens: 0 };
          const lease = await manager.acquire([target], { need });
          const startedAt = clock.now();
          await clock.sleep(holdMs);
          lease.settle({});
          return startedAt;
        };
        // The first shows how long a request lasts.
        await clock.run(begin());
        const all = Array.from({ length: 12 }, begin);
        await clock.advance(0);
        const now = clock.now();
        const foreseen = manager.waiting().map(({ startsInMs }) => now + startsInMs);
        const started = await clock.run(Promise.all(all));
        const waited = started.slice(started.length - foreseen.length);
        for (const [index, at] of foreseen.entries()) {
          const off = Math.abs(at - (waited[index] ?? Number.NaN));
          // Who holds a slot is taken to end at any time within the usual one.
          expect(off).toBeLessThanOrEqual(limits.maxConcurrent === undefined ? 1 : holdMs);
        }
      }),
      { numRuns: 60 },
    );
  });
});
