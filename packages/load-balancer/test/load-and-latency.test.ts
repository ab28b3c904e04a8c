import { createRandom } from '@llm-router/core';
import { createLoadBalancer } from '../src/index.ts';
import { candidates, chiSquare, countFirsts, idsOf } from './candidates.ts';

const critical = 13.82;
const three = candidates('a', 'b', 'c');
const from =
  <T>(table: Record<string, T>) =>
  (id: string) =>
    table[id] as T;

describe('least-busy', () => {
  it('puts the fewest requests in flight first', () => {
    const load = from({ a: 3, b: 1, c: 2 });
    const balancer = createLoadBalancer({ strategy: 'least-busy', load, random: createRandom(1) });
    expect(idsOf(balancer.order(three))).toEqual(['b', 'c', 'a']);
  });

  it('breaks ties at random and evenly', () => {
    const balancer = createLoadBalancer({
      strategy: 'least-busy',
      load: () => 2,
      random: createRandom(2),
    });
    const firsts = countFirsts(10_000, () => balancer.order(three));
    expect(chiSquare(firsts, { a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toBeLessThan(critical);
  });

  it('takes a count below 0 for 0, and one that is no number for the highest', () => {
    const load = from({ a: Number.NaN, b: 0, c: -5 });
    const balancer = createLoadBalancer({ strategy: 'least-busy', load, random: createRandom(3) });
    const firsts = countFirsts(1000, () => balancer.order(three));
    expect([...firsts.keys()].sort()).toEqual(['b', 'c']);
    expect(firsts.get('b')).toBeGreaterThan(400);
    expect(idsOf(balancer.order(three)).at(-1)).toBe('a');
  });

  it('spreads a stream of requests that never end evenly', () => {
    const busy = new Map<string, number>();
    const balancer = createLoadBalancer({
      strategy: 'least-busy',
      load: (id) => busy.get(id) ?? 0,
      random: createRandom(4),
    });
    for (let request = 0; request < 300; request++) {
      const id = balancer.order(three)[0]?.deployment.id ?? '';
      busy.set(id, (busy.get(id) ?? 0) + 1);
    }
    expect(Object.fromEntries(busy)).toEqual({ a: 100, b: 100, c: 100 });
  });
});

describe('latency', () => {
  it('puts the fastest of two random candidates first', () => {
    const latencyMs = from({ a: 100, b: 200, c: 300 });
    const balancer = createLoadBalancer({
      strategy: 'latency',
      latencyMs,
      random: createRandom(5),
    });
    const firsts = countFirsts(10_000, () => balancer.order(three));
    // Of the three pairs a wins two, b one and c none.
    expect(firsts.has('c')).toBe(false);
    const shares = chiSquare(firsts, { a: 2 / 3, b: 1 / 3 });
    expect(shares).toBeLessThan(10.83);
  });

  it('gives each of several equals the same share', () => {
    const balancer = createLoadBalancer({
      strategy: 'latency',
      latencyMs: () => 50,
      random: createRandom(6),
    });
    const firsts = countFirsts(10_000, () => balancer.order(three));
    expect(chiSquare(firsts, { a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toBeLessThan(critical);
  });

  it('prefers an unknown latency, so that it is learned', () => {
    const balancer = createLoadBalancer({
      strategy: 'latency',
      latencyMs: (id) => (id === 'b' ? undefined : 10),
      random: createRandom(7),
    });
    const firsts = countFirsts(3000, () => balancer.order(three));
    expect(firsts.get('b')).toBeGreaterThan(1800);
  });

  it('counts the requests that wait at a fast deployment', () => {
    const balancer = createLoadBalancer({
      strategy: 'latency',
      latencyMs: from({ a: 100, b: 150 }),
      load: from({ a: 1, b: 0 }),
      random: createRandom(8),
    });
    expect(idsOf(balancer.order(candidates('a', 'b')))).toEqual(['b', 'a']);
  });
});
