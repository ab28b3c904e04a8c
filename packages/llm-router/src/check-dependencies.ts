import { hasMethods, invalidConfig, readOptions } from '@llm-router/core';
import type { RouterDependencies } from './router-config.ts';

const where = 'createRouter: dependencies';

/**
 * Refuses surroundings that cannot be meant.
 *
 * @throws RouterError `invalid_config`
 */
export function checkDependencies(dependencies: RouterDependencies): void {
  const names = ['clock', 'random', 'fetch', 'providers', 'analyze', 'cache', 'logger'] as const;
  const read = readOptions<RouterDependencies>(where, dependencies, names);
  read.callback('fetch', undefined);
  read.callback('random', undefined);
  read.callback('analyze', undefined);
  read.object<RouterDependencies['clock']>('clock', ['now', 'sleep'], undefined);
  read.object<RouterDependencies['cache']>('cache', ['get', 'set', 'snapshot'], undefined);
  read.object<RouterDependencies['logger']>('logger', ['info', 'warn', 'error'], undefined);
  for (const [name, provider] of Object.entries(dependencies.providers ?? {})) {
    if (hasMethods(provider, ['chat', 'stream'])) continue;
    const place = `${where}.providers['${name}']`;
    throw invalidConfig(place, provider, 'an object with chat() and stream()');
  }
}
