import {
  type Candidate,
  type LoadBalancer,
  type OptionReader,
  type Random,
  readOptions,
  systemRandom,
} from '@llm-router/core';
import { createFastestOfTwo } from './fastest-of-two.ts';
import { keepWhole } from './keep-whole.ts';
import { createLeastBusy } from './least-busy.ts';
import type { OrderEquals } from './order.ts';
import { createRoundRobin } from './round-robin.ts';
import { createWeighted } from './weighted.ts';

const strategies = ['round-robin', 'weighted', 'least-busy', 'latency'] as const;

/** Names that are taken for strategies to come. */
const laterStrategies: readonly unknown[] = ['headroom', 'prefix-affinity'];

/** Who goes first among candidates of one rank. A function of one's own is a strategy too. */
export type BalanceStrategy = (typeof strategies)[number] | OrderEquals;

export interface LoadBalancerOptions {
  /** @defaultValue `'weighted'` */
  readonly strategy?: BalanceStrategy;
  /** @defaultValue the host's chance */
  readonly random?: Random;
  /** Requests in flight of a deployment; `least-busy` needs it, `latency` takes it. @defaultValue 0 for all */
  readonly load?: (id: string) => number;
  /** Latency of a deployment, `undefined` where unknown; `latency` needs it. See `createPeakEwma`. */
  readonly latencyMs?: (id: string) => number | undefined;
  /** Groups whose turn `round-robin` remembers; 1 or more. @defaultValue 1000 */
  readonly maxGroups?: number;
}

/**
 * Makes a load balancer: it orders candidates of equal rank and leaves the ranks as they are. It never
 * loses or invents a candidate.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const balancer = createLoadBalancer({ strategy: 'round-robin' });
 * const [first] = balancer.order(candidates, { group: 'openai' });
 */
export function createLoadBalancer(options: LoadBalancerOptions = {}): LoadBalancer {
  const read = readOptions('createLoadBalancer', options, [
    'strategy',
    'random',
    'load',
    'latencyMs',
    'maxGroups',
  ]);
  const orderEquals = orderOf(options, read);
  return {
    order: (candidates, context = {}) =>
      byRank(candidates).flatMap((equals) =>
        equals.length < 2 ? equals : orderEquals(equals, context),
      ),
  };
}

function orderOf(
  options: LoadBalancerOptions,
  read: OptionReader<LoadBalancerOptions>,
): OrderEquals {
  const maxGroups = read.number('maxGroups', { default: 1000, min: 1, integer: true });
  const random = read.callback('random', systemRandom);
  const load = read.callback('load', () => 0);
  const latencyMs = read.callback('latencyMs', () => undefined);
  const { strategy } = options;
  if (typeof strategy === 'function') {
    return (candidates, context) => keepWhole(strategy(candidates, context), candidates);
  }
  if (laterStrategies.includes(strategy)) {
    read.fail('strategy', `one of ${strategies.join(', ')}, or a function; this one comes later`);
  }
  switch (read.oneOf('strategy', strategies, 'weighted')) {
    case 'round-robin':
      return createRoundRobin(maxGroups);
    case 'weighted':
      return createWeighted(random);
    case 'least-busy':
      if (options.load === undefined) read.fail('load', 'a function, for the strategy least-busy');
      return createLeastBusy(load, random);
    case 'latency':
      if (options.latencyMs === undefined) {
        read.fail('latencyMs', 'a function, for the strategy latency');
      }
      return createFastestOfTwo(latencyMs, load, random);
  }
}

/** The candidates of each rank, best rank first, each in the given order. */
function byRank(candidates: readonly Candidate[]): Candidate[][] {
  const ranks = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const equals = ranks.get(candidate.rank);
    if (equals === undefined) ranks.set(candidate.rank, [candidate]);
    else equals.push(candidate);
  }
  return [...ranks].sort(([a], [b]) => a - b).map(([, equals]) => equals);
}
