import { createLoadBalancer } from '../src/index.ts';
import { candidate, candidates, countFirsts, idsOf } from './candidates.ts';

const create = (maxGroups?: number) =>
  createLoadBalancer({
    strategy: 'round-robin',
    ...(maxGroups !== undefined && { maxGroups }),
  });

it('takes turns, and the others follow in the order of their turns', () => {
  const balancer = create();
  const orders = [1, 2, 3, 4].map(() => idsOf(balancer.order(candidates('a', 'b', 'c'))).join(''));
  expect(orders).toEqual(['abc', 'bca', 'cab', 'abc']);
});

it('puts each first exactly as often, however they arrive', () => {
  const balancer = create();
  const arrivals = [
    candidates('a', 'b', 'c'),
    candidates('c', 'a', 'b'),
    candidates('b', 'c', 'a'),
  ];
  let call = 0;
  const firsts = countFirsts(300, () => balancer.order(arrivals[call++ % 3] ?? []));
  expect(Object.fromEntries(firsts)).toEqual({ a: 100, b: 100, c: 100 });
});

it('gives each set of candidates its own turn', () => {
  const balancer = create();
  balancer.order(candidates('a', 'b'));
  expect(idsOf(balancer.order(candidates('a', 'c')))).toEqual(['a', 'c']);
  expect(idsOf(balancer.order(candidates('a', 'b')))).toEqual(['b', 'a']);
});

it('gives each named group its own turn', () => {
  const balancer = create();
  balancer.order(candidates('a', 'b'), { group: 'one' });
  expect(idsOf(balancer.order(candidates('a', 'b'), { group: 'two' }))).toEqual(['a', 'b']);
  expect(idsOf(balancer.order(candidates('a', 'b'), { group: 'one' }))).toEqual(['b', 'a']);
});

it('shares the turns of an absent member evenly and takes it back without a burst', () => {
  const balancer = create();
  const order = (...ids: string[]) => balancer.order(candidates(...ids), { group: 'g' });
  order('a', 'b', 'c');
  const without = countFirsts(100, () => order('b', 'c'));
  expect(Object.fromEntries(without)).toEqual({ b: 50, c: 50 });
  const again = countFirsts(3, () => order('a', 'b', 'c'));
  expect(Object.fromEntries(again)).toEqual({ a: 1, b: 1, c: 1 });
});

it('forgets the group used longest ago beyond its bound', () => {
  const balancer = create(2);
  const order = (group: string) => idsOf(balancer.order(candidates('a', 'b'), { group })).join('');
  order('one');
  order('two');
  order('one');
  order('three');
  expect(order('one')).toBe('ab');
  expect(order('two')).toBe('ab');
});

it('keeps its turn beside ranks: a better rank stays in front', () => {
  const balancer = create();
  const mixed = [candidate('x', {}, 1), candidate('a'), candidate('y', {}, 1), candidate('b')];
  expect(idsOf(balancer.order(mixed)).join('')).toBe('abxy');
  expect(idsOf(balancer.order(mixed)).join('')).toBe('bayx');
});
