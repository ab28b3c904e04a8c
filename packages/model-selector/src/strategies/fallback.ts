import type { View } from '../view-candidate.ts';
import type { Judge } from './judge.ts';

/**
 * By `priority`, then ready before waiting before unhealthy, then in the order in which they were given:
 * that of the alias that was asked for, or else of the configuration.
 *
 * @param count how many were given
 */
export function fallback(views: readonly View[], count: number): Judge {
  const priorityOf = ({ candidate }: View) => candidate.deployment.priority;
  const hasPriorities = views.some((view) => priorityOf(view) !== priorityOf(views[0] ?? view));
  return (view) => {
    const { behind, index } = view;
    const priority = priorityOf(view);
    const place = count === 1 ? 'the only candidate' : `listed as no. ${index + 1} of ${count}`;
    return {
      keys: [priority, behind, index],
      reason: hasPriorities ? `priority ${priority} (lower goes first), ${place}` : place,
    };
  };
}
