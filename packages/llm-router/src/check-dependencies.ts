import { invalidConfig, readOptions } from '@llm-router/core';
import type { RouterDependencies } from './router-config.ts';

const where = 'createRouter: dependencies';

/**
 * Refuses surroundings that cannot be meant.
 *
 * @throws RouterError `invalid_config`
 */
export function checkDependencies(dependencies: RouterDependencies): void {
  const names = ['clock', 'random', 'fetch', 'providers', 'analyze', 'cache'] as const;
  const read = readOptions<RouterDependencies>(where, dependencies, names);
  read.callback('fetch', undefined);
  read.callback('random', undefined);
  read.callback('analyze', undefined);
  const { clock, cache, providers = {} } = dependencies;
  if (clock !== undefined && !has(clock, ['now', 'sleep'])) {
    read.fail('clock', 'an object with now() and sleep()');
  }
  if (cache !== undefined && !has(cache, ['get', 'set', 'snapshot'])) {
    read.fail('cache', 'an object with get(), set() and snapshot()');
  }
  for (const [name, provider] of Object.entries(providers)) {
    if (has(provider, ['chat', 'stream'])) continue;
    const place = `${where}.providers['${name}']`;
    throw invalidConfig(place, provider, 'an object with chat() and stream()');
  }
}

function has(value: unknown, methods: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const object = value as { readonly [name: string]: unknown };
  return methods.every((method) => typeof object[method] === 'function');
}
