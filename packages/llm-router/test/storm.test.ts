import { countRequests, drawStorm, findWrongs, overdrawn, playStorm } from './storm/index.ts';

// The same with 200 seeds and 2,000 calls each: npm run storm, in bench/.
describe('in a storm of faults, limits, aborts and updates', () => {
  // Seeds with updates (3), with second requests and little to retry with (5), with both (13).
  it.each([1, 3, 5, 13])(
    'every call ends once and in time, and nothing is left behind: seed %i',
    async (seed) => {
      expect(findWrongs(await playStorm(drawStorm(seed, 300)))).toEqual([]);
    },
  );

  it.each([6, 9])(
    'retries keep to a small budget where no circuit opens: seed %i',
    async (seed) => {
      const storm = drawStorm(seed, 600);
      const budget = { share: 0.02, perSecond: 0.2, burst: 3 };
      const config = {
        ...storm.config,
        breaker: false,
        retry: { maxAttempts: 6, budget },
      } as const;
      const aftermath = await playStorm({ ...storm, config, updates: [] });
      expect(countRequests(aftermath).retry).toBeGreaterThan(20);
      // Those that waited for their turn were counted before they started.
      expect(overdrawn(aftermath)).toBeLessThanOrEqual(2);
    },
  );

  it('the same seed gives the same storm', async () => {
    const [one, other] = [await playStorm(drawStorm(21, 150)), await playStorm(drawStorm(21, 150))];
    expect(one.endings.map(({ ledger }) => ledger)).toEqual(
      other.endings.map(({ ledger }) => ledger),
    );
  });
});
