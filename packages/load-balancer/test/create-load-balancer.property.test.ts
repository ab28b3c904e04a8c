import { type Candidate, createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { createLoadBalancer, type LoadBalancerOptions } from '../src/index.ts';
import { candidate, candidates, countFirsts } from './candidates.ts';

const anyCandidate = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    weight: fc.oneof(fc.double(), fc.constantFrom(0, 1, 2)),
    rank: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ id, weight, rank }) => candidate(id, { weight }, rank));

const anyFigure = fc.func(fc.oneof(fc.double(), fc.constantFrom(0, 1)));

const anyOptions: fc.Arbitrary<LoadBalancerOptions> = fc.record({
  strategy: fc.constantFrom('round-robin', 'weighted', 'least-busy', 'latency'),
  random: fc.integer().map(createRandom),
  load: anyFigure,
  latencyMs: anyFigure,
});

const count = (list: readonly Candidate[]) => {
  const counts = new Map<Candidate, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

it('never loses, invents, changes or reorders ranks, whatever the strategy and the figures', () => {
  fc.assert(
    fc.property(anyOptions, fc.array(anyCandidate), (options, list) => {
      const before = structuredClone(list);
      const ordered = createLoadBalancer(options).order(Object.freeze(list));
      expect(count(ordered)).toEqual(count(list));
      expect(list).toEqual(before);
      const ranks = ordered.map(({ rank }) => rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});

it('is exactly fair in every round of round robin', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 1, max: 8 }),
      fc.infiniteStream(fc.nat()),
      (members, rounds, chance) => {
        const balancer = createLoadBalancer({ strategy: 'round-robin' });
        const given = candidates(...Array.from({ length: members }, (_, index) => `d${index}`));
        const arrival = () => {
          const at = (chance.next().value ?? 0) % members;
          return [...given.slice(at), ...given.slice(0, at)];
        };
        const firsts = countFirsts(members * rounds, () => balancer.order(arrival()));
        expect([...firsts.values()]).toEqual(given.map(() => rounds));
      },
    ),
  );
});

it('gives the same order for the same seed', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(anyCandidate), (seed, list) => {
      const once = createLoadBalancer({ random: createRandom(seed) }).order(list);
      const again = createLoadBalancer({ random: createRandom(seed) }).order(list);
      expect(again).toEqual(once);
    }),
  );
});
