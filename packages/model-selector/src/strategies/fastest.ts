import type { Judge } from './judge.ts';

/**
 * The ready before the others; then those whose latency is unknown, all equal, so that the balancer
 * tries them in turn and it is learned; then by observed latency over health score.
 */
export const fastest: Judge = ({ behind, latencyMs }) => ({
  keys: [behind, latencyMs ?? -1],
  reason:
    latencyMs === undefined
      ? 'latency unknown: to be learned'
      : `about ${Math.round(latencyMs)} ms`,
});
