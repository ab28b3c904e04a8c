import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { type BalanceStrategy, createLoadBalancer } from '../src/index.ts';
import { candidates, countFirsts } from './candidates.ts';

/** The most requests on one of so many deployments, after as many requests that never end. */
function highestLoad(strategy: BalanceStrategy, members: number, seed: number): number {
  const busy = new Map<string, number>();
  const given = candidates(...Array.from({ length: members }, (_, index) => `d${index}`));
  const balancer = createLoadBalancer({
    strategy,
    load: (id) => busy.get(id) ?? 0,
    random: createRandom(seed),
  });
  const firsts = countFirsts(members, () => {
    const ordered = balancer.order(given);
    const id = ordered[0]?.deployment.id ?? '';
    busy.set(id, (busy.get(id) ?? 0) + 1);
    return ordered;
  });
  return Math.max(...firsts.values());
}

/** ln ln n / ln 2, with the constant that Mitzenmacher's theorem leaves open. */
const promised = (members: number) => Math.log(Math.log(members)) / Math.LN2 + 2;

it('keeps the highest load at O(log log n), which one random choice does not', () => {
  fc.assert(
    fc.property(fc.constantFrom(64, 128, 256), fc.nat(), (members, seed) => {
      expect(highestLoad('power-of-two', members, seed)).toBeLessThanOrEqual(promised(members));
    }),
    { numRuns: 15 },
  );
  const highest = [1, 2, 3, 4, 5].map((seed) => highestLoad('weighted', 512, seed));
  expect(highest.filter((load) => load > promised(512)).length).toBeGreaterThan(2);
});
