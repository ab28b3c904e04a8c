import { createRandom } from '@llm-router/core';
import { createLoadBalancer } from '../src/index.ts';
import { candidates, chiSquare, countFirsts, idsOf } from './candidates.ts';

/** Exceeded by chance once in a thousand, with 2 degrees of freedom. */
const critical = 13.82;

const three = candidates('a', 'b', 'c');

const create = (shares: Record<string, number | undefined>, seed: number) =>
  createLoadBalancer({
    strategy: 'headroom',
    headroom: (id) => shares[id],
    random: createRandom(seed),
  });

it('puts the largest share left first', () => {
  expect(idsOf(create({ a: 0.2, b: 0.9, c: 0.5 }, 1).order(three))).toEqual(['b', 'c', 'a']);
});

it.each([
  [{ a: 0.5, b: 0.5, c: 0.5 }],
  [{}],
  [{ a: 0, b: 0, c: 0 }],
  [{ a: 0.5, b: 0.5 }],
  [{ a: 3, b: 1, c: 2 }],
  [{ a: -3, b: 0, c: -1 }],
])('shares out %j evenly', (shares) => {
  const balancer = create(shares, 2);
  const firsts = countFirsts(10_000, () => balancer.order(three));
  expect(chiSquare(firsts, { a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toBeLessThan(critical);
});

it('takes an unknown share for the mean of the known ones with room', () => {
  const four = candidates('full', 'low', 'unknown', 'empty');
  const balancer = create({ full: 0.8, low: 0.2, empty: 0 }, 3);
  expect(idsOf(balancer.order(four))).toEqual(['full', 'unknown', 'low', 'empty']);
});

it('puts an unknown share before one that is used up', () => {
  const balancer = create({ a: 0 }, 4);
  const firsts = countFirsts(200, () => balancer.order(candidates('a', 'b')));
  expect(Object.fromEntries(firsts)).toEqual({ b: 200 });
});

it('takes what is no number for unknown, and what is out of range for its end', () => {
  const four = candidates('nan', 'above', 'half', 'below');
  const balancer = create({ nan: Number.NaN, above: 40, half: 0.5, below: -3 }, 5);
  expect(idsOf(balancer.order(four))).toEqual(['above', 'nan', 'half', 'below']);
});

it('uses the limits of all alike, in proportion to their size', () => {
  const limits: Record<string, number> = { a: 100, b: 300, c: 600 };
  const left = { ...limits };
  const balancer = createLoadBalancer({
    strategy: 'headroom',
    headroom: (id) => (left[id] ?? 0) / (limits[id] ?? 1),
    random: createRandom(6),
  });
  for (let request = 0; request < 500; request++) {
    const id = balancer.order(three)[0]?.deployment.id ?? '';
    left[id] = (left[id] ?? 0) - 1;
  }
  expect(left['a']).toBeCloseTo(50, -0.5);
  expect(left['b']).toBeCloseTo(150, -0.5);
  expect(left['c']).toBeCloseTo(300, -0.5);
});
