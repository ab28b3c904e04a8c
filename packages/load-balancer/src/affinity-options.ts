import { readOptions } from '@llm-router/core';
import { type AffinityWorth, createAffinityWorth } from './affinity-worth.ts';
import { type InnerStrategy, innerStrategies } from './inner-strategy.ts';
import type { PrefixMemory } from './prefix-memory.ts';

export interface AffinityOptions {
  /** Who goes first where nobody knows the prompt. @defaultValue `'least-busy'`, which needs `load` */
  readonly inner?: InnerStrategy;
  /** Who has seen which prompts. @defaultValue `createPrefixMemory()` */
  readonly memory?: PrefixMemory;
  /** How long a cached prompt is worth waiting for. @defaultValue `createAffinityWorth()` */
  readonly worthMs?: AffinityWorth;
  /**
   * Whoever is put first counts as sent to. `false`: you say who really was, with
   * `memory.recall(request, tenant)?.sentTo(id)`, and give the `memory`.
   *
   * @defaultValue true
   */
  readonly assumeSent?: boolean;
}

/** The options with their defaults; only the memory, which takes room, may be absent. */
export interface CheckedAffinity extends Required<Omit<AffinityOptions, 'memory'>> {
  readonly memory: PrefixMemory | undefined;
}

/**
 * Checks the options.
 *
 * @throws RouterError `invalid_config`
 */
export function readAffinityOptions(options: AffinityOptions): CheckedAffinity {
  const names = ['inner', 'memory', 'worthMs', 'assumeSent'] as const;
  const read = readOptions('createLoadBalancer: affinity', options, names);
  const { inner } = options;
  const assumeSent = read.boolean('assumeSent', true);
  const memory = read.object<PrefixMemory | undefined>('memory', ['recall'], undefined);
  if (!assumeSent && memory === undefined) {
    read.fail('memory', 'one of createPrefixMemory, which you tell who was sent to');
  }
  return {
    inner: typeof inner === 'function' ? inner : read.oneOf('inner', innerStrategies, 'least-busy'),
    memory,
    worthMs: read.callback('worthMs', undefined) ?? createAffinityWorth(),
    assumeSent,
  };
}
