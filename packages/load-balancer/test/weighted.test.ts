import { createRandom } from '@llm-router/core';
import { createLoadBalancer } from '../src/index.ts';
import { candidate, chiSquare, countFirsts, idsOf } from './candidates.ts';

/** Exceeded by chance once in a thousand, with 2 and 3 degrees of freedom. */
const critical = { two: 13.82, three: 16.27 };

it('puts each first in proportion to its weight over 10,000 draws', () => {
  const balancer = createLoadBalancer({ random: createRandom(7) });
  const weighted = [
    candidate('a', { weight: 1 }),
    candidate('b', { weight: 2 }),
    candidate('c', { weight: 3 }),
    candidate('d', { weight: 4 }),
  ];
  const firsts = countFirsts(10_000, () => balancer.order(weighted));
  expect(chiSquare(firsts, { a: 0.1, b: 0.2, c: 0.3, d: 0.4 })).toBeLessThan(critical.three);
});

it('draws the second in proportion among the rest', () => {
  const balancer = createLoadBalancer({ random: createRandom(8) });
  const weighted = [
    candidate('heavy', { weight: 1e12 }),
    candidate('a', { weight: 1 }),
    candidate('b', { weight: 1 }),
    candidate('c', { weight: 2 }),
  ];
  const seconds = countFirsts(10_000, () => balancer.order(weighted).slice(1));
  expect(chiSquare(seconds, { a: 0.25, b: 0.25, c: 0.5 })).toBeLessThan(critical.two);
});

it('keeps the proportion of weights that are tiny', () => {
  const balancer = createLoadBalancer({ random: createRandom(9) });
  const tiny = [
    candidate('a', { weight: 1e-9 }),
    candidate('b', { weight: 1e-9 }),
    candidate('c', { weight: 2e-9 }),
  ];
  const firsts = countFirsts(10_000, () => balancer.order(tiny));
  expect(chiSquare(firsts, { a: 0.25, b: 0.25, c: 0.5 })).toBeLessThan(critical.two);
});

it('puts weights of 0, below, and no number behind all others, at random among them', () => {
  const balancer = createLoadBalancer({ random: createRandom(10) });
  const idle = [
    candidate('a', { weight: 0 }),
    candidate('b', { weight: -3 }),
    candidate('c', { weight: Number.NaN }),
    candidate('busy', { weight: 0.001 }),
  ];
  const firsts = countFirsts(100, () => balancer.order(idle));
  expect([...firsts.keys()]).toEqual(['busy']);
  const seconds = countFirsts(10_000, () => balancer.order(idle).slice(1));
  expect(chiSquare(seconds, { a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toBeLessThan(critical.two);
});

it('bears a chance that gives its lowest and its highest number', () => {
  const pair = [candidate('a'), candidate('b', { weight: 5 })];
  for (const drawn of [0, 1 - Number.EPSILON / 2, 1]) {
    const balancer = createLoadBalancer({ random: () => drawn });
    expect(idsOf(balancer.order(pair)).sort()).toEqual(['a', 'b']);
  }
});
