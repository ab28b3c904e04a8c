import fc from 'fast-check';
import { createBench } from './support/bench.ts';

const keys = ['a', 'b'] as const;
const targetLists = [['a'], ['b'], ['a', 'b']] as const;

const visits = fc.array(
  fc.record({
    atMs: fc.integer({ min: 0, max: 3000 }),
    wants: fc.constantFrom(...targetLists),
    timeMs: fc.option(fc.integer({ min: 100, max: 4000 }), { nil: undefined }),
    holdMs: fc.integer({ min: 1, max: 500 }),
    priority: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 5, maxLength: 40 },
);
const blocks = fc.array(
  fc.record({
    atMs: fc.integer({ min: 0, max: 3000 }),
    key: fc.constantFrom(...keys),
    forMs: fc.integer({ min: 100, max: 4000 }),
  }),
  { maxLength: 8 },
);

test('whoever is refused before the deadline could not have gone, and whoever could not is', async () => {
  await fc.assert(
    fc.asyncProperty(visits, blocks, async (visits, blocks) => {
      const bench = createBench({ limits: { a: { maxConcurrent: 1 }, b: { maxConcurrent: 2 } } });
      const { clock, manager } = bench;
      const blockedUntil = { a: 0, b: 0 };
      const waiting = new Set<{ wants: readonly (typeof keys)[number][]; deadline: number }>();
      const wrong: string[] = [];
      let ended = 0;
      const isHopeless = ({
        wants,
        deadline,
      }: {
        wants: readonly (typeof keys)[number][];
        deadline: number;
      }) => wants.every((key) => blockedUntil[key] > deadline);

      for (const { atMs, wants, timeMs, holdMs, priority } of visits) {
        void clock.sleep(atMs).then(async () => {
          const deadline = timeMs === undefined ? Number.POSITIVE_INFINITY : clock.now() + timeMs;
          const one = { wants, deadline };
          waiting.add(one);
          const asked = manager.acquire(
            wants.map((key) => ({ key })),
            { deadline, priority },
          );
          try {
            const lease = await asked;
            waiting.delete(one);
            await clock.sleep(holdMs);
            lease.settle({});
          } catch {
            waiting.delete(one);
            if (clock.now() < deadline && !isHopeless(one))
              wrong.push('refused, and could have gone');
          }
          ended += 1;
        });
      }
      for (const { atMs, key, forMs } of blocks) {
        void clock.sleep(atMs + 0.5).then(async () => {
          const until = clock.now() + forMs;
          blockedUntil[key] = Math.max(blockedUntil[key], until);
          manager.block(key, until, 'told to wait');
          await clock.sleep(0.1);
          if ([...waiting].some(isHopeless)) wrong.push('left to wait in vain');
        });
      }
      await clock.advance(120_000);
      expect(wrong).toEqual([]);
      expect(ended).toBe(visits.length);
      expect(manager.snapshot().queued).toBe(0);
      expect(bench.sleeping()).toBe(0);
    }),
    { numRuns: 100 },
  );
}, 60_000);
