import { createRandom } from '@llm-router/core';
import { createLoadBalancer } from '../src/index.ts';
import { candidates, chiSquare, countFirsts, idsOf } from './candidates.ts';

const create = (loads: Record<string, number>, seed: number) =>
  createLoadBalancer({
    strategy: 'power-of-two',
    load: (id) => loads[id] ?? 0,
    random: createRandom(seed),
  });

it('puts the less busy of two random candidates first', () => {
  const balancer = create({ a: 1, b: 2, c: 3 }, 1);
  const firsts = countFirsts(10_000, () => balancer.order(candidates('a', 'b', 'c')));
  // Of the three pairs a wins two, b one and c none.
  expect(firsts.has('c')).toBe(false);
  expect(chiSquare(firsts, { a: 2 / 3, b: 1 / 3 })).toBeLessThan(10.83);
});

it('always finds the less busy one of two', () => {
  const balancer = create({ a: 5, b: 4 }, 2);
  const firsts = countFirsts(100, () => balancer.order(candidates('a', 'b')));
  expect(Object.fromEntries(firsts)).toEqual({ b: 100 });
});

it('gives each of several equals the same share', () => {
  const balancer = create({}, 3);
  const firsts = countFirsts(10_000, () => balancer.order(candidates('a', 'b', 'c')));
  expect(chiSquare(firsts, { a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toBeLessThan(13.82);
});

it('reads the load of each candidate once', () => {
  const asked: string[] = [];
  const balancer = createLoadBalancer({
    strategy: 'power-of-two',
    load: (id) => asked.push(id),
    random: createRandom(4),
  });
  balancer.order(candidates('a', 'b', 'c', 'd'));
  expect(asked.sort()).toEqual(['a', 'b', 'c', 'd']);
});

it('takes a load that is no number for the highest', () => {
  const balancer = create({ a: Number.NaN, b: 1_000_000 }, 5);
  expect(idsOf(balancer.order(candidates('a', 'b')))).toEqual(['b', 'a']);
});
