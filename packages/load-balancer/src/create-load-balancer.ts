import {
  type BalanceContext,
  type Candidate,
  invalidConfig,
  type LoadBalancer,
  type OptionReader,
  readOptions,
  systemRandom,
} from '@llm-router/core';
import { readAffinityOptions } from './affinity-options.ts';
import { createInnerStrategy, innerStrategies } from './inner-strategy.ts';
import type { LoadBalancerOptions } from './load-balancer-options.ts';
import type { OrderEquals } from './order.ts';
import { orderWithinRanks } from './order-within-ranks.ts';
import { createPrefixAffinity } from './prefix-affinity.ts';
import { createPrefixMemory } from './prefix-memory.ts';

const strategies = [...innerStrategies, 'prefix-affinity'] as const;
const figures = ['load', 'latencyMs', 'headroom', 'waitMs'] as const;

/**
 * Makes a load balancer: it orders candidates of equal rank and leaves the ranks as they are. It never
 * loses or invents a candidate.
 *
 * @throws RouterError `invalid_config`, also of `order` for what is no list of candidates
 * @example
 * const balancer = createLoadBalancer({ strategy: 'round-robin' });
 * const [first] = balancer.order(candidates, { group: 'openai' });
 */
export function createLoadBalancer(options: LoadBalancerOptions = {}): LoadBalancer {
  const names = ['strategy', 'random', ...figures, 'maxGroups', 'affinity'] as const;
  const order = orderBy(options, readOptions('createLoadBalancer', options, names));
  return {
    order(candidates, context = {}) {
      checkOrder(candidates, context);
      return order(candidates, context);
    },
  };
}

function checkOrder(candidates: readonly Candidate[], context: BalanceContext): void {
  if (!Array.isArray(candidates)) {
    throw invalidConfig('order: candidates', candidates, 'a list of candidates');
  }
  for (let index = 0; index < candidates.length; index++) {
    const candidate: Candidate | undefined = candidates[index];
    const isRanked = typeof candidate?.rank === 'number' && typeof candidate.expected === 'object';
    if (isRanked && typeof candidate.deployment?.id === 'string') continue;
    const expected = 'an object with deployment, rank and expected';
    throw invalidConfig(`order: candidates[${index}]`, candidate, expected);
  }
  if (typeof context !== 'object' || context === null) {
    throw invalidConfig('order: context', context, 'an object such as { group }');
  }
}

function orderBy(
  options: LoadBalancerOptions,
  read: OptionReader<LoadBalancerOptions>,
): OrderEquals {
  for (const figure of figures) read.callback(figure, undefined);
  const parts = {
    ...options,
    random: read.callback('random', systemRandom),
    maxGroups: read.number('maxGroups', { default: 1000, min: 1, integer: true }),
  };
  const { waitMs, affinity = {} } = options;
  const { memory, inner, ...formula } = readAffinityOptions(affinity);
  const strategy =
    typeof options.strategy === 'function'
      ? options.strategy
      : read.oneOf('strategy', strategies, 'weighted');
  if (strategy === 'prefix-affinity') {
    return createPrefixAffinity({
      ...formula,
      inner: createInnerStrategy(inner, parts, read),
      memory: memory ?? createPrefixMemory(),
      waitMs: waitMs ?? read.fail('waitMs', 'a function, for the strategy prefix-affinity'),
    });
  }
  const orderEquals = createInnerStrategy(strategy, parts, read);
  return (candidates, context) => orderWithinRanks(candidates, context, orderEquals);
}
