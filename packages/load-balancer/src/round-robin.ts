import type { BalanceContext, Candidate } from '@llm-router/core';
import type { OrderEquals } from './order.ts';

/** When each member of a group last went first. */
interface Turns {
  count: number;
  readonly lastTurn: Map<string, number>;
}

/**
 * Whoever has waited longest goes first. With the same members each goes first once in every round,
 * however they arrive; a member that comes back takes one turn and falls in again.
 */
export function createRoundRobin(maxGroups: number): OrderEquals {
  const groups = new Map<string, Turns>();

  function turnsOf(key: string): Turns {
    const turns = groups.get(key) ?? { count: 0, lastTurn: new Map<string, number>() };
    // Set anew, so that the group used longest ago stands first in the map.
    groups.delete(key);
    groups.set(key, turns);
    const [oldest] = groups.keys();
    if (groups.size > maxGroups && oldest !== undefined) groups.delete(oldest);
    return turns;
  }

  return (candidates, context) => {
    const turns = turnsOf(keyOf(candidates, context));
    const lastTurn = ({ deployment }: Candidate) => turns.lastTurn.get(deployment.id) ?? 0;
    const ordered = [...candidates].sort((a, b) => lastTurn(a) - lastTurn(b));
    const [first] = ordered;
    if (first !== undefined) turns.lastTurn.set(first.deployment.id, ++turns.count);
    forgetAbsent(turns, candidates);
    return ordered;
  };
}

function keyOf(candidates: readonly Candidate[], { group }: BalanceContext): string {
  if (group !== undefined) return JSON.stringify([group, candidates[0]?.rank]);
  return JSON.stringify(candidates.map(({ deployment }) => deployment.id).sort());
}

/** A named group may change its members for ever: those that are away are kept only up to as many again. */
function forgetAbsent({ lastTurn }: Turns, candidates: readonly Candidate[]): void {
  if (lastTurn.size <= 2 * candidates.length) return;
  const present = new Set(candidates.map(({ deployment }) => deployment.id));
  for (const id of lastTurn.keys()) if (!present.has(id)) lastTurn.delete(id);
}
