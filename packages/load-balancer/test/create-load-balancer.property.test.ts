import { type Candidate, createRandom } from '@llm-router/core';
import fc from 'fast-check';
import {
  type BalanceStrategy,
  createLoadBalancer,
  type InnerStrategy,
  type LoadBalancerOptions,
  type OrderEquals,
} from '../src/index.ts';
import { candidate, candidates, conversation, countFirsts, longText } from './candidates.ts';

const anyCandidate = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    weight: fc.oneof(fc.double(), fc.constantFrom(0, 1, 2)),
    rank: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ id, weight, rank }) => candidate(id, { weight }, rank));

const anyFigure = fc.func(fc.oneof(fc.double(), fc.constantFrom(0, 1)));

const inner = ['round-robin', 'weighted', 'least-busy', 'power-of-two', 'latency', 'headroom'];

/** A strategy of one's own that loses, repeats and turns round. */
const careless: OrderEquals = (list) => [...list.slice(1), ...list.slice(2)].reverse();

const anyOptions: fc.Arbitrary<LoadBalancerOptions> = fc.record({
  strategy: fc.constantFrom(...inner, 'prefix-affinity', careless) as fc.Arbitrary<BalanceStrategy>,
  random: fc.integer().map(createRandom),
  load: anyFigure,
  latencyMs: anyFigure,
  headroom: fc.func(fc.option(fc.double(), { nil: undefined })),
  waitMs: anyFigure,
  affinity: fc.record({
    inner: fc.constantFrom(...inner, careless) as fc.Arbitrary<InnerStrategy>,
    worthMs: anyFigure,
  }),
});

const anyRequest = fc.constantFrom(
  conversation(longText('alpha', 3500), 'go on'),
  conversation(longText('alpha', 3500), 'stop'),
  conversation('short'),
);

const count = (list: readonly Candidate[]) => {
  const counts = new Map<string, number>();
  for (const { patienceMs, ...item } of list) {
    const key = JSON.stringify(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

it('never loses, invents, changes or reorders ranks, whatever the strategy and the figures', () => {
  fc.assert(
    fc.property(
      anyOptions,
      fc.array(fc.tuple(fc.array(anyCandidate), anyRequest)),
      (options, calls) => {
        const balancer = createLoadBalancer(options);
        for (const [list, request] of calls) {
          const before = structuredClone(list);
          const ordered = balancer.order(Object.freeze(list), { request, tenant: 'acme' });
          expect(count(ordered)).toEqual(count(list));
          expect(list).toEqual(before);
          const ranks = ordered.map(({ rank }) => rank);
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        }
      },
    ),
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
