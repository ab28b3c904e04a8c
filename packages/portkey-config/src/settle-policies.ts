import type { Warn } from './field-reader.ts';
import type { PortableConfig } from './portable-config.ts';
import type { Breaker } from './read-breaker.ts';
import type { Group, Leaf, Node } from './read-node.ts';

type Policies = Pick<PortableConfig, 'retry' | 'fallback' | 'cache' | 'breaker'>;

/**
 * The router has one retry, one fallback and one cache, where each target at the gateway may have its
 * own. The first said holds; what differs from it is told.
 */
export function settlePolicies(
  root: Node,
  leaves: readonly Leaf[],
  maxAttempts: number,
  breakers: readonly Breaker[],
  warn: Warn,
): Policies {
  const cache = settle('cache', leaves, ({ shared }) => shared.cache, warn);
  const [breaker, ...others] = breakers;
  for (const { place } of others) warn(place, 'the router has one breaker for all: left out');
  const fallback = settleFallback(root, warn);
  return {
    ...(maxAttempts > 0 && { retry: settleRetry(leaves, maxAttempts, warn) }),
    ...(fallback && { fallback }),
    ...(cache !== undefined && { cache }),
    ...(breaker && { breaker: breaker.options }),
  };
}

function settleRetry(
  leaves: readonly Leaf[],
  maxAttempts: number,
  warn: Warn,
): NonNullable<Policies['retry']> {
  const retry = settle('retry', leaves, ({ shared }) => shared.retry, warn);
  // Without retries nothing is listed: a failed target is left for good.
  if (retry === undefined || retry.attempts === 0) return { maxAttempts, onStatusCodes: [] };
  const { onStatusCodes, baseMs, factor } = retry;
  return { maxAttempts, onStatusCodes, backoff: { baseMs, factor, jitter: 'none' } };
}

function settle<T>(
  what: string,
  leaves: readonly Leaf[],
  read: (leaf: Leaf) => T | undefined,
  warn: Warn,
): T | undefined {
  const said = leaves.map(read);
  const first = said.find((one) => one !== undefined);
  const text = JSON.stringify(first);
  leaves.forEach(({ place }, index) => {
    if (JSON.stringify(said[index]) === text) return;
    warn(`${place}.${what}`, `the router has one ${what} for all: the first that is given holds`);
  });
  return first;
}

function settleFallback(root: Node, warn: Warn): PortableConfig['fallback'] {
  const groups = groupsOf(root);
  const inTurn = groups.filter(({ mode }) => mode === 'fallback');
  const [first, ...others] = inTurn;
  // A drawing does not fail over.
  if (first === undefined) {
    return groups.some(({ mode }) => mode === 'loadbalance') ? { onStatusCodes: [] } : undefined;
  }
  const codes = JSON.stringify(first.onStatusCodes);
  for (const { place, onStatusCodes } of others) {
    if (JSON.stringify(onStatusCodes) === codes) continue;
    const text = 'the router has one list for all: that of the outermost fallback holds';
    warn(`${place}.strategy.on_status_codes`, text);
  }
  return first.onStatusCodes && { onStatusCodes: first.onStatusCodes };
}

function groupsOf(node: Node): readonly Group[] {
  return node.kind === 'target' ? [] : [node, ...node.members.flatMap(groupsOf)];
}
