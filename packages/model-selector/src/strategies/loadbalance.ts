import type { Judge } from './judge.ts';

/** All are equal; the balancer spreads them. Those that must wait, or are unhealthy, go behind. */
export const loadbalance: Judge = ({ candidate, behind }) => ({
  keys: [behind],
  reason: `weight ${candidate.deployment.weight}`,
});
