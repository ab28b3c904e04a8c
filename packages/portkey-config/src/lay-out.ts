import { isSecret } from '@llm-router/core';
import type { Warn } from './field-reader.ts';
import type { Group, Leaf, Node } from './read-node.ts';

/** A target with its turn: all of one tier are asked before those of the next. */
export interface Laid {
  readonly leaf: Leaf;
  readonly tier: number;
  readonly weight?: number;
}

/**
 * Lays a tree of targets out as the router knows them: in tiers, with weights within one. Groups of one
 * kind come out as they are; where kinds are mixed, what the router does differently is told.
 */
export function layOut(root: Node, warn: Warn): readonly Laid[] {
  if (root.kind === 'group' && root.mode === 'conditional') return sideBySide(root, 0, warn);
  return lay(root, 0, root.weight, warn);
}

/** Each member by itself: a request is for one of them. */
function sideBySide({ members }: Group, tier: number, warn: Warn): readonly Laid[] {
  return members.flatMap((one) => lay(one, tier, one.weight, warn));
}

function lay(node: Node, tier: number, weight: number | undefined, warn: Warn): readonly Laid[] {
  if (node.kind === 'target')
    return [{ leaf: node, tier, ...(weight !== undefined && { weight }) }];
  const { members, mode, place } = node;
  switch (mode) {
    case 'single':
      if (members.length > 1) warn(`${place}.targets`, 'mode single uses the first alone');
      return members.slice(0, 1).flatMap((one) => lay(one, tier, weight ?? one.weight, warn));
    case 'fallback':
      return inTurn(node, tier, weight, warn);
    case 'loadbalance':
      return byWeight(node, tier, weight, warn);
    case 'conditional':
      warn(
        `${place}.strategy`,
        'only the outermost strategy decides by the model: here any is asked',
      );
      return sideBySide(node, tier, warn);
  }
}

function inTurn(
  { members, place }: Group,
  tier: number,
  weight: number | undefined,
  warn: Warn,
): readonly Laid[] {
  let next = tier;
  return members.flatMap((one, index) => {
    if (isDrawing(one) && !areAll(one.members, members.slice(index + 1))) {
      const isLast = index === members.length - 1;
      const rest = isLast ? 'fails' : 'asks the next target';
      warn(one.place, `here all of the group are asked before ${place} ${rest}, not only one`);
    }
    const laid = lay(one, next, index === 0 ? (weight ?? one.weight) : one.weight, warn);
    next = Math.max(next, ...laid.map((each) => each.tier + 1));
    return laid;
  });
}

function byWeight(
  { members, place }: Group,
  tier: number,
  weight: number | undefined,
  warn: Warn,
): readonly Laid[] {
  const all = sum(members.map((one) => one.weight ?? 1));
  if (members.some((one) => one.kind === 'group')) {
    warn(place, 'its members are groups: weights decide who is asked first, the rest come after');
  }
  if (all === 0 && members.length > 0) warn(place, 'all weights are 0: here any one is asked');
  return members.flatMap((one) => {
    const own = one.weight ?? 1;
    // A group within a group has its share of the whole; of the outermost the weights stay as given.
    const given = one.kind === 'group' ? own : one.weight;
    const share = weight === undefined || all === 0 ? given : (weight * own) / all;
    return lay(one, tier, share, warn);
  });
}

/** Requests on the wire that one call can cost: as at the gateway, and room to ask whole groups. */
export function costOf(node: Node): number {
  if (node.kind === 'target') {
    return node.deployment === undefined ? 0 : 1 + (node.shared.retry?.attempts ?? 0);
  }
  const { members, mode } = node;
  if (mode === 'fallback') {
    return sum(
      members.map((one, index) =>
        isDrawing(one) && !areAll(one.members, members.slice(index + 1))
          ? sum(one.members.map(costOf))
          : costOf(one),
      ),
    );
  }
  const costs = members.map(costOf);
  return mode === 'single' ? (costs[0] ?? 0) : Math.max(0, ...costs);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/**
 * Each target once: the same once more comes after the others in any case, since a request goes round.
 * Of one that is never drawn the later place counts.
 */
export function withoutCopies(laid: readonly Laid[]): readonly Laid[] {
  const seen = new Set<string>();
  return laid.filter(({ leaf, tier, weight }) => {
    const text = identityOf(leaf);
    const comesAgain = () =>
      laid.some((other) => other.tier > tier && identityOf(other.leaf) === text);
    if (seen.has(text) || (weight === 0 && comesAgain())) return false;
    seen.add(text);
    return true;
  });
}

function isDrawing(node: Node): node is Group {
  return node.kind === 'group' && node.mode === 'loadbalance' && node.members.length > 1;
}

/** The idiom for a drawing that fails over: behind it, all that can be drawn. */
function areAll(drawn: readonly Node[], later: readonly Node[]): boolean {
  const targets = later.flatMap((one) => (one.kind === 'target' ? [identityOf(one)] : []));
  return drawn.every(
    (one) => one.weight === 0 || (one.kind === 'target' && targets.includes(identityOf(one))),
  );
}

/** The same text for the same target, wherever it stands. It holds a key: it is not for showing. */
export function identityOf({ name, deployment }: Leaf): string {
  const key = deployment?.apiKey;
  return JSON.stringify([name, { ...deployment, apiKey: isSecret(key) ? key.reveal() : key }]);
}
