import type { Judge } from './judge.ts';

/** By `priority`, then ready before waiting before unhealthy, then in the order of the configuration. */
export const fallback: Judge = ({ candidate, behind, index }) => {
  const { priority } = candidate.deployment;
  return {
    keys: [priority, behind, index],
    reason: `priority ${priority}, configured as no. ${index + 1}`,
  };
};
