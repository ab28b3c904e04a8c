import type { OptionReader, Random } from '@llm-router/core';
import { createExpectedLatency } from './expected-latency.ts';
import { createHeadroom } from './headroom.ts';
import { keepWhole } from './keep-whole.ts';
import { createLeastBusy } from './least-busy.ts';
import type { LoadBalancerOptions } from './load-balancer-options.ts';
import type { OrderEquals } from './order.ts';
import { createPowerOfTwo } from './power-of-two.ts';
import { createRoundRobin } from './round-robin.ts';
import { createWeighted } from './weighted.ts';

/** The strategies that do not look at the request. */
export const innerStrategies = [
  'round-robin',
  'weighted',
  'least-busy',
  'power-of-two',
  'latency',
  'headroom',
] as const;

/** Who goes first where no prompt decides. A function of one's own is a strategy too. */
export type InnerStrategy = (typeof innerStrategies)[number] | OrderEquals;

/** The options that have a default, checked. */
export interface CheckedParts extends Pick<LoadBalancerOptions, 'load' | 'latencyMs' | 'headroom'> {
  readonly random: Random;
  readonly maxGroups: number;
}

/**
 * Makes a strategy; what it needs must be there. One of the caller's own is made safe.
 *
 * @throws RouterError `invalid_config`
 */
export function createInnerStrategy(
  strategy: InnerStrategy,
  { random, load, latencyMs, headroom, maxGroups }: CheckedParts,
  { fail }: OptionReader<LoadBalancerOptions>,
): OrderEquals {
  if (typeof strategy === 'function') {
    return (candidates, context) => keepWhole(strategy(candidates, context), candidates);
  }
  const missing = (name: keyof LoadBalancerOptions): never =>
    fail(name, `a function, for the strategy ${strategy}`);
  switch (strategy) {
    case 'round-robin':
      return createRoundRobin(maxGroups);
    case 'weighted':
      return createWeighted(random);
    case 'least-busy':
      return createLeastBusy(load ?? missing('load'), random);
    case 'power-of-two':
      return createPowerOfTwo(load ?? missing('load'), random);
    case 'latency':
      return createPowerOfTwo(
        createExpectedLatency(latencyMs ?? missing('latencyMs'), load ?? (() => 0)),
        random,
      );
    case 'headroom':
      return createHeadroom(headroom ?? missing('headroom'), random);
  }
}
