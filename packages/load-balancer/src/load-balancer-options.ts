import type { Random } from '@llm-router/core';
import type { AffinityOptions } from './affinity-options.ts';
import type { InnerStrategy } from './inner-strategy.ts';
import type { WaitOf } from './prefix-affinity.ts';

/** Who goes first among candidates of one rank. A function of one's own is a strategy too. */
export type BalanceStrategy = InnerStrategy | 'prefix-affinity';

export interface LoadBalancerOptions {
  /** @defaultValue `'weighted'` */
  readonly strategy?: BalanceStrategy;
  /** @defaultValue the host's chance */
  readonly random?: Random;
  /**
   * Requests in flight of a deployment; `least-busy` and `power-of-two` need it, `latency` takes it.
   * @defaultValue 0 for all
   */
  readonly load?: (id: string) => number;
  /** Latency of a deployment, `undefined` where unknown; `latency` needs it. See `createPeakEwma`. */
  readonly latencyMs?: (id: string) => number | undefined;
  /**
   * Share left of a deployment's tightest limit, 0 to 1, `undefined` where unknown; `headroom` needs
   * it.
   */
  readonly headroom?: (id: string) => number | undefined;
  /**
   * How long the request would wait for a candidate now, in milliseconds, `Infinity` for ever;
   * `prefix-affinity` needs it.
   */
  readonly waitMs?: WaitOf;
  /** Groups whose turn `round-robin` remembers; 1 or more. @defaultValue 1000 */
  readonly maxGroups?: number;
  /** What `prefix-affinity` is made of. */
  readonly affinity?: AffinityOptions;
}
