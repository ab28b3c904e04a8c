import { readOptions } from '@llm-router/core';
import { byPriority } from './by-priority.ts';
import { checkPortable } from './check-portable.ts';
import type { PortableConfig } from './portable-config.ts';
import { hasAliases, writeAliases } from './write-aliases.ts';
import { writeGroup } from './write-group.ts';
import { type OnLoss, type Target, writeTarget } from './write-target.ts';

/** Options of `toPortkeyConfig`. */
export interface ToPortkeyOptions {
  /** Told of each part of the configuration that Portkey's cannot say. */
  readonly onLoss?: (loss: string) => void;
}

/**
 * Writes a configuration of the router's as Portkey's, for the header `x-portkey-config`. Keys stand
 * in it in the clear, since they are to be sent: do not print it.
 *
 * @throws RouterError `invalid_config` naming what cannot be meant, such as a provider that Portkey does
 * not know
 * @example
 * const headers = { 'x-portkey-config': JSON.stringify(toPortkeyConfig(config)) };
 */
export function toPortkeyConfig(
  config: PortableConfig,
  options: ToPortkeyOptions = {},
): Readonly<Record<string, unknown>> {
  const read = readOptions('toPortkeyConfig', options, ['onLoss']);
  const onLoss = read.callback<OnLoss>('onLoss', () => {});
  checkPortable(config);
  tellLosses(config, onLoss);
  const targets = config.deployments.map((deployment, index) =>
    writeTarget(deployment, index, onLoss),
  );
  const { node, steps } = hasAliases(config)
    ? writeAliases(config, targets)
    : writeGroup(config, targets, () => true);
  return { ...node, ...retryOf(config, steps), ...cacheOf(config, onLoss) };
}

/** The attempts of the whole call, shared out evenly over the targets that are asked in turn. */
function retryOf({ retry }: PortableConfig, steps: number): Target | undefined {
  if (retry?.maxAttempts === undefined) return undefined;
  const attempts = Math.max(0, Math.ceil(retry.maxAttempts / steps) - 1);
  if (attempts === 0) return undefined;
  const codes = retry.onStatusCodes;
  return { retry: { attempts, ...(codes && { on_status_codes: codes }) } };
}

function cacheOf({ cache }: PortableConfig, onLoss: OnLoss): Target | undefined {
  if (!cache) return undefined;
  if (cache.maxEntries !== undefined)
    onLoss('cache.maxEntries: the cache of the gateway is unbounded');
  const { ttlMs = 3_600_000 } = cache;
  return { cache: { mode: 'simple', max_age: Math.ceil(ttlMs / 1000) } };
}

const partsKnown = 'deployments models defaultModel strategy retry fallback cache breaker'.split(
  ' ',
);
const deploymentKnown = 'id provider model apiKey baseUrl headers priority weight timeoutMs'.split(
  ' ',
);

function tellLosses(config: PortableConfig, onLoss: OnLoss): void {
  const { retry = {}, breaker, strategy = 'fallback' } = config;
  if (strategy !== 'fallback' && strategy !== 'loadbalance' && strategy !== byPriority) {
    const name = typeof strategy === 'string' ? `'${strategy}'` : 'of your own';
    onLoss(`strategy ${name}: written as fallback, in the order of the priorities`);
  }
  for (const name of Object.keys(config)) {
    if (!partsKnown.includes(name)) onLoss(`${name}: Portkey's configuration has no word for it`);
  }
  config.deployments.forEach((deployment, index) => {
    for (const name of Object.keys(deployment)) {
      if (deploymentKnown.includes(name)) continue;
      onLoss(`deployments[${index}].${name}: Portkey's configuration has no word for it`);
    }
  });
  if (hasAliases(config)) {
    onLoss('models: what is none of the aliases is served as a request without a model is');
  } else if (config.defaultModel !== undefined) {
    onLoss('defaultModel: without aliases all deployments are written');
  }
  if (breaker) onLoss('breaker: the open gateway has none');
  const { baseMs = 1000, factor = 2, jitter = 'full' } = retry.backoff ?? {};
  if (retry.maxAttempts === undefined)
    onLoss('retry: without maxAttempts the gateway retries nothing');
  else if (retry.maxAttempts > 1 && (baseMs !== 1000 || factor !== 2 || jitter !== 'none')) {
    onLoss('retry.backoff: the gateway waits 1, 2, 4 … seconds, without jitter');
  }
}
