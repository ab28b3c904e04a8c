export type { AffinityOptions } from './affinity-options.ts';
export {
  type AffinityWorth,
  type AffinityWorthOptions,
  createAffinityWorth,
} from './affinity-worth.ts';
export { createLoadBalancer } from './create-load-balancer.ts';
export type { InnerStrategy } from './inner-strategy.ts';
export type { BalanceStrategy, LoadBalancerOptions } from './load-balancer-options.ts';
export type { OrderEquals } from './order.ts';
export { createPeakEwma, type PeakEwma, type PeakEwmaOptions } from './peak-ewma.ts';
export type { WaitOf } from './prefix-affinity.ts';
export {
  createPrefixMemory,
  type PrefixMemory,
  type PrefixMemoryOptions,
  type RecalledPrompt,
} from './prefix-memory.ts';
