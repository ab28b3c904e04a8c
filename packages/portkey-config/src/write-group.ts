import { byPriority } from './by-priority.ts';
import type { PortableConfig } from './portable-config.ts';
import type { Target } from './write-target.ts';

/** A part of the configuration, and how many targets one call can go through in it. */
export interface Written {
  readonly node: Target;
  readonly steps: number;
}

/** The chosen targets under the strategy of the whole. */
export function writeGroup(
  config: PortableConfig,
  targets: readonly Target[],
  isChosen: (index: number) => boolean,
): Written {
  const tiers = tiersOf(config, targets)
    .map((tier) => tier.filter(isChosen))
    .filter((tier) => tier.length > 0)
    .map((tier) => tier.map((index) => targets[index] as Target));
  const isDrawn = tiers.length === 1 && isListEmpty(config);
  const asked = tiers.flatMap((tier) => stepsOf(tier, isDrawn));
  const [first] = asked;
  if (asked.length === 1) return { node: first as Target, steps: 1 };
  return { node: { strategy: strategyOf(config), targets: asked }, steps: asked.length };
}

/** One tier as the gateway asks it: a drawing, and behind it each of those that can be drawn. */
function stepsOf(tier: readonly Target[], isDrawn: boolean): readonly Target[] {
  if (tier.length === 1) return tier;
  const drawing = { strategy: { mode: 'loadbalance' }, targets: tier };
  // What is never drawn is never asked.
  return isDrawn ? [drawing] : [drawing, ...tier.filter(({ weight }) => weight !== 0)];
}

/** No failure sends a request on: so a drawing of the gateway's behaves by itself. */
function isListEmpty({ fallback }: PortableConfig): boolean {
  return fallback?.enabled === false || fallback?.onStatusCodes?.length === 0;
}

function strategyOf(config: PortableConfig): Target {
  const codes = isListEmpty(config) ? [] : config.fallback?.onStatusCodes;
  return { mode: 'fallback', ...(codes && { on_status_codes: codes }) };
}

/** The places of the targets, in the order in which tiers of them are asked. */
function tiersOf(
  { strategy = 'fallback', deployments }: PortableConfig,
  targets: readonly Target[],
): readonly (readonly number[])[] {
  const places = targets.map((_, index) => index);
  if (strategy === 'loadbalance') return [places];
  const priorityOf = (index: number) => deployments[index]?.priority ?? 0;
  const order = places.sort((a, b) => priorityOf(a) - priorityOf(b));
  if (strategy !== byPriority) return order.map((index) => [index]);
  const priorities = [...new Set(order.map(priorityOf))];
  return priorities.map((priority) => order.filter((index) => priorityOf(index) === priority));
}
