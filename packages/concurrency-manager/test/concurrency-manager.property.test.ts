import fc from 'fast-check';
import { crowds, run } from './support/random-crowd.ts';

test('whoever comes, aborts, gives up or dies: no limit is broken, nobody is forgotten, nothing leaks', async () => {
  const sum = { granted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(crowds, async (crowd) => {
      const outcome = await run(crowd);
      sum.granted += outcome.granted;
      sum.refused += outcome.refused;
      const nothing = { broken: [], unanswered: 0, queued: 0, inFlight: 0, sleeping: 0 };
      expect(outcome).toMatchObject(nothing);
    }),
    { numRuns: 150 },
  );
  expect(sum.granted).toBeGreaterThan(2000);
  expect(sum.refused).toBeGreaterThan(500);
});
