import { isRouterError } from '@llm-router/core';
import { createLoadBalancer, type LoadBalancerOptions } from '../src/index.ts';
import { candidate, candidates, idsOf } from './candidates.ts';

it.each([
  [{ strategy: 'headroom' }, "strategy is 'headroom'; expected one of"],
  [{ strategy: 'prefix-affinity' }, 'this one comes later'],
  [{ strategy: 'fair' }, "expected one of 'round-robin', 'weighted', 'least-busy', 'latency'"],
  [{ strategy: 'least-busy' }, 'load is undefined; expected a function'],
  [{ strategy: 'latency' }, 'latencyMs is undefined; expected a function'],
  [{ random: 4 }, 'random is 4; expected a function'],
  [{ maxGroups: 0 }, 'maxGroups is 0'],
  [{ weights: {} }, "unknown option 'weights'"],
])('refuses %j', (options, message) => {
  let thrown: unknown;
  try {
    createLoadBalancer(options as LoadBalancerOptions);
  } catch (error) {
    thrown = error;
  }
  expect(isRouterError(thrown, 'invalid_config')).toBe(true);
  expect((thrown as Error).message).toContain(message);
});

it('takes a function as its strategy, with the context', () => {
  const groups: unknown[] = [];
  const balancer = createLoadBalancer({
    strategy: (list, { group }) => {
      groups.push(group);
      return [...list].reverse();
    },
  });
  expect(idsOf(balancer.order(candidates('a', 'b', 'c'), { group: 'g' }))).toEqual(['c', 'b', 'a']);
  expect(groups).toEqual(['g']);
});

it('mends the order of a function that loses, repeats, copies or invents', () => {
  const given = candidates('a', 'b', 'c', 'd');
  const balancer = createLoadBalancer({
    strategy: ([first, , third]) => [
      ...(third ? [{ ...third, rank: 7 }, third] : []),
      candidate('stranger'),
      ...(first ? [first] : []),
    ],
  });
  const ordered = balancer.order(given);
  expect(idsOf(ordered)).toEqual(['c', 'a', 'b', 'd']);
  expect(ordered[0]).toBe(given[2]);
});

it('answers nothing for nothing and one for one', () => {
  const balancer = createLoadBalancer();
  const one = candidates('a');
  expect(balancer.order([])).toEqual([]);
  expect(balancer.order(one)).toEqual(one);
});
