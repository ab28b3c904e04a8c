import type { LoadBalancer } from '@llm-router/core';
import {
  type BalanceStrategy,
  createAffinityWorth,
  createLoadBalancer,
  createPrefixMemory,
} from '../src/index.ts';
import { candidates, conversation } from './candidates.ts';

it('is what the pipeline takes, and takes its own parts', () => {
  const names: readonly BalanceStrategy[] = [
    'round-robin',
    'weighted',
    'least-busy',
    'power-of-two',
    'latency',
    'headroom',
    'prefix-affinity',
  ];
  // @ts-expect-error there is no such strategy
  const unknown: BalanceStrategy = 'fair';
  const balancer: LoadBalancer = createLoadBalancer({
    strategy: 'prefix-affinity',
    load: () => 0,
    headroom: () => undefined,
    waitMs: ({ expected }, { tenant }) => expected.inputTokens + (tenant?.length ?? 0),
    affinity: { memory: createPrefixMemory(), worthMs: createAffinityWorth() },
  });
  expect(balancer.order(candidates('a'))).toHaveLength(1);
  expect(names).not.toContain(unknown);
  const inPrefix = () =>
    createLoadBalancer({
      strategy: 'prefix-affinity',
      waitMs: () => 0,
      // @ts-expect-error affinity does not lie within itself
      affinity: { inner: 'prefix-affinity' },
    });
  expect(inPrefix).toThrow('inner');
  // @ts-expect-error a prompt is recalled for a tenant
  expect(createPrefixMemory().recall(conversation('hello'))).toBeUndefined();
});
