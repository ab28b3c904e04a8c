import type { LoadBalancer, ModelSelector } from '@llm-router/core';
import { createLoadBalancer, createPrefixMemory } from '@llm-router/load-balancer';
import { createSelector } from '@llm-router/model-selector';
import { candidatesFrom } from './candidates-from.ts';
import type { House } from './house.ts';
import type { RouterConfig } from './router-config.ts';
import { targetOf } from './target.ts';

/** The selector of a configuration; one of the caller's own is made safe. */
export function buildSelector({ strategy = 'fallback' }: RouterConfig): ModelSelector {
  if (typeof strategy === 'object') {
    const choice = { name: 'strategy.select()', mayDrop: true };
    return {
      select: (context) =>
        candidatesFrom(choice, context.candidates, (candidates) =>
          strategy.select({ ...context, candidates }),
        ),
    };
  }
  // The gate drops who is unfit and says why, and the queue decides about waiting.
  return createSelector({ strategy, dropUnfit: false, demoteAfterMs: Number.POSITIVE_INFINITY });
}

/** What a balancer of the house looks at. */
type Sight = Pick<House, 'rooms' | 'admission' | 'sharedPools' | 'moneyKeys' | 'clock' | 'random'>;

/** The balancer of a configuration; one of the caller's own is made safe. */
export function buildBalancer(
  { balance = 'weighted' }: RouterConfig,
  { rooms, admission, sharedPools, moneyKeys, clock, random }: Sight,
): LoadBalancer {
  if (typeof balance === 'object') {
    const choice = { name: 'balance.order()', mayDrop: false };
    return {
      order: (candidates, context) =>
        candidatesFrom(choice, candidates, (given) => balance.order(given, context)),
    };
  }
  const ownChoice = { name: 'balance()', mayDrop: false };
  return createLoadBalancer({
    strategy:
      typeof balance === 'function'
        ? (equals, context) => candidatesFrom(ownChoice, equals, (given) => balance(given, context))
        : balance,
    random,
    load: (id) => rooms.get(id)?.stats.inFlight ?? 0,
    latencyMs: (id) => rooms.get(id)?.stats.latencyMs,
    headroom: (id) => admission.headroom([id, ...(rooms.get(id)?.deployment.pools ?? [])]),
    waitMs: (candidate, { tenant = 'default', request }) =>
      admission.check(targetOf(candidate, { tenant, request }, { sharedPools, moneyKeys }))
        ?.waitMs ?? 0,
    affinity: { memory: createPrefixMemory({ clock }) },
  });
}
