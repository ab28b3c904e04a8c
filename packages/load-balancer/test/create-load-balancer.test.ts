import { isRouterError } from '@llm-router/core';
import { createLoadBalancer, type LoadBalancerOptions } from '../src/index.ts';
import { candidate, candidates, idsOf } from './candidates.ts';

it.each([
  [{ strategy: 'fair' }, "strategy is 'fair'; expected one of 'round-robin', 'weighted', "],
  [{ strategy: 'fair' }, "'power-of-two', 'latency', 'headroom', 'prefix-affinity'"],
  [{ strategy: 'least-busy' }, 'load is undefined; expected a function'],
  [{ strategy: 'power-of-two' }, 'load is undefined; expected a function'],
  [{ strategy: 'headroom' }, 'headroom is undefined; expected a function'],
  [{ strategy: 'prefix-affinity', load: () => 0 }, 'waitMs is undefined; expected a function'],
  [{ strategy: 'prefix-affinity', waitMs: () => 0 }, 'load is undefined; expected a function'],
  [{ waitMs: 3 }, 'waitMs is 3; expected a function'],
  [{ headroom: 'all' }, "headroom is 'all'; expected a function"],
  [{ affinity: null }, 'affinity is null; expected an object of options'],
  [{ affinity: { ttlMs: 5 } }, "affinity: unknown option 'ttlMs'"],
  [{ affinity: { inner: 'prefix-affinity' } }, "affinity: inner is 'prefix-affinity'"],
  [{ affinity: { worthMs: 100 } }, 'affinity: worthMs is 100; expected a function'],
  [{ affinity: { memory: {} } }, 'affinity: memory is an object'],
  [{ affinity: { assumeSent: 'no' } }, "affinity: assumeSent is 'no'; expected true or false"],
  [{ affinity: { assumeSent: false } }, 'affinity: memory is undefined; expected one of'],
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

it.each<readonly [unknown]>([
  [undefined],
  [null],
  [7],
  ['abc'],
  [[null, undefined, {}, { deployment: null }]],
])('takes %j from a function for no proposal', (proposed) => {
  const given = candidates('a', 'b');
  const strategy = () => proposed as typeof given;
  expect(createLoadBalancer({ strategy }).order(given)).toEqual(given);
});

it('answers nothing for nothing and one for one', () => {
  const balancer = createLoadBalancer();
  const one = candidates('a');
  expect(balancer.order([])).toEqual([]);
  expect(balancer.order(one)).toEqual(one);
});
