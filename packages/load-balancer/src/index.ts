export {
  type BalanceStrategy,
  createLoadBalancer,
  type LoadBalancerOptions,
} from './create-load-balancer.ts';
export type { BalanceContext, OrderEquals } from './order.ts';
export { createPeakEwma, type PeakEwma, type PeakEwmaOptions } from './peak-ewma.ts';
