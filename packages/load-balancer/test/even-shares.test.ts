import { createRandom } from '@llm-router/core';
import { type BalanceStrategy, createLoadBalancer } from '../src/index.ts';
import { candidates, chiSquare, conversation, countFirsts, longText } from './candidates.ts';

const equals = candidates('a', 'b', 'c', 'd');
const quarters = { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };
/** Three degrees of freedom: by chance one run in a thousand is above it. The seed is fixed. */
const unlikely = 16.27;

const strategies: readonly BalanceStrategy[] = [
  'round-robin',
  'weighted',
  'least-busy',
  'power-of-two',
  'latency',
  'headroom',
  'prefix-affinity',
];

describe('four deployments that are equal in every figure', () => {
  it.each(strategies)('get the same share of 8,000 requests under %s', (strategy) => {
    const balancer = createLoadBalancer({
      strategy,
      random: createRandom(11),
      load: () => 3,
      latencyMs: () => 250,
      headroom: () => 0.5,
      waitMs: () => 0,
    });
    let number = 0;
    const firsts = countFirsts(8000, () => {
      number += 1;
      const request = conversation(longText(`tale-${number}`, 5000), 'go on');
      return balancer.order(equals, { request, tenant: 'default' });
    });
    expect(chiSquare(firsts, quarters)).toBeLessThan(unlikely);
  });
});
