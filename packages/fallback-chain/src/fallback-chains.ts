import { invalidConfig } from '@llm-router/core';
import type { ChainCall, ChainProvider } from './chain-options.ts';

/** A link of a chain without its call. Plain data. */
export interface ProviderPlan {
  readonly name: string;
  readonly priority: number;
  readonly maxRetries: number;
  readonly baseDelayMs: number;
}

/**
 * Chains of open-weight models. `default` waits patiently for the best model; `failFast` is for agents,
 * which take many steps: models that reason go first, and each is left after one or two retries.
 */
export const fallbackChains: {
  readonly default: readonly ProviderPlan[];
  readonly failFast: readonly ProviderPlan[];
} = {
  default: [
    { name: 'kimi-k2', priority: 1, maxRetries: 2, baseDelayMs: 5000 },
    { name: 'glm-4.7', priority: 2, maxRetries: 3, baseDelayMs: 2000 },
    { name: 'llama-70b', priority: 3, maxRetries: 3, baseDelayMs: 1000 },
    { name: 'dolphin-3', priority: 4, maxRetries: 3, baseDelayMs: 1000 },
  ],
  failFast: [
    { name: 'kimi-k2-thinking', priority: 1, maxRetries: 1, baseDelayMs: 1000 },
    { name: 'glm-4.7', priority: 2, maxRetries: 1, baseDelayMs: 1000 },
    { name: 'llama-70b', priority: 3, maxRetries: 2, baseDelayMs: 1000 },
  ],
};

/**
 * Gives each plan its call.
 *
 * @throws RouterError `invalid_config` for what is no plan
 * @example
 * createFallbackChain({ providers: bindCalls(fallbackChains.default, (name) => callOf[name]) });
 */
export function bindCalls<Input, Output>(
  plans: readonly ProviderPlan[],
  callOf: (name: string) => ChainCall<Input, Output>,
): ChainProvider<Input, Output>[] {
  if (!Array.isArray(plans)) throw invalidConfig('bindCalls: plans', plans, 'a list of plans');
  if (typeof callOf !== 'function') throw invalidConfig('bindCalls: callOf', callOf, 'a function');
  return plans.map((plan: ProviderPlan, index) => {
    if (typeof plan?.name === 'string') return { ...plan, call: callOf(plan.name) };
    throw invalidConfig(`bindCalls: plans[${index}]`, plan, 'an object with a name');
  });
}
