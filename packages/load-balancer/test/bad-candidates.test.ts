import { isRouterError } from '@llm-router/core';
import { createLoadBalancer, createPrefixMemory } from '../src/index.ts';

const strategies = ['weighted', 'round-robin', 'least-busy', 'latency', 'headroom'] as const;

describe.each([...strategies, 'prefix-affinity' as const])('%s', (strategy) => {
  const zero = () => 0;
  const balancer = createLoadBalancer({
    strategy,
    load: zero,
    latencyMs: zero,
    headroom: zero,
    waitMs: zero,
    affinity: { memory: createPrefixMemory() },
  });
  it.each<[unknown, unknown, RegExp]>([
    [undefined, {}, /^order: candidates is undefined; expected a list/],
    [new Map(), {}, /^order: candidates is an object/],
    [[null], {}, /^order: candidates\[0\] is null; expected an object with deployment/],
    [[{ rank: 0 }, {}], {}, /^order: candidates\[0\] is an object/],
    [[], null, /^order: context is null; expected an object/],
  ])('refuses %j by its place', (given, context, message) => {
    try {
      balancer.order(given as never, context as never);
    } catch (error) {
      expect(isRouterError(error, 'invalid_config') && error.message).toMatch(message);
      return;
    }
    throw new Error('it was taken');
  });
});
