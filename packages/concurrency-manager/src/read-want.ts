import {
  type AcquireOptions,
  invalidConfig,
  isAbortSignal,
  type Need,
  RouterError,
  type Target,
} from '@llm-router/core';
import type { Want } from './waiter.ts';

const oneRequest: Need = Object.freeze({});

const callOptions: readonly string[] = [
  'need',
  'priority',
  'tenant',
  'signal',
  'deadline',
  'spillAfterMs',
  'ledgerId',
  'again',
  'onWait',
];

/**
 * Reads what is asked of the queue.
 *
 * @throws RouterError `invalid_config` for what cannot be meant, `no_candidate` for no target at all
 */
export function readWant(key: string | readonly Target[], call: AcquireOptions): Want {
  if (typeof key !== 'string' && !Array.isArray(key)) {
    throw invalidConfig('acquire: what to acquire', key, 'a key or a list of targets { key }');
  }
  if (typeof call !== 'object' || call === null) {
    throw invalidConfig('acquire: options', call, 'an object such as { priority: 1 }');
  }
  for (const name in call) {
    if (callOptions.includes(name)) continue;
    throw invalidConfig('acquire: option', name, `one of ${callOptions.join(', ')}`);
  }
  const targets = typeof key === 'string' ? [{ key }] : sortByRank(key);
  for (const name of ['priority', 'deadline', 'spillAfterMs'] as const) {
    if (Number.isNaN(call[name])) throw invalidConfig(`acquire: ${name}`, call[name], 'a number');
  }
  const { ledgerId } = call;
  if (ledgerId !== undefined && typeof ledgerId !== 'string') {
    throw invalidConfig('acquire: ledgerId', ledgerId, 'text');
  }
  if (targets.length === 0) {
    throw new RouterError('no_candidate', 'acquire: there is no target to wait for.');
  }
  if (call.signal !== undefined && !isAbortSignal(call.signal)) {
    throw invalidConfig('acquire: signal', call.signal, 'an AbortSignal');
  }
  return { targets, need: call.need ?? oneRequest, spillAfterMs: call.spillAfterMs ?? 0 };
}

function sortByRank(targets: readonly Target[]): readonly Target[] {
  for (const [index, target] of targets.entries()) {
    if (typeof target?.key === 'string') continue;
    throw invalidConfig(`acquire: target ${index}`, target, "an object such as { key: 'a' }");
  }
  const isSorted = targets.every(
    (target, index) => index === 0 || (targets[index - 1]?.rank ?? 0) <= (target.rank ?? 0),
  );
  return isSorted ? targets : [...targets].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}
