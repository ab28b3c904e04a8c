import { createBackoff } from '@llm-router/backoff';
import { createConcurrencyManager } from '@llm-router/concurrency-manager';
import {
  createAlarms,
  type Deployment,
  type Emitter,
  invalidConfig,
  isRouterError,
  type Limits,
  type Provider,
  RouterError,
  type RouterEvent,
  systemClock,
  systemRandom,
} from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { createProvider } from '@llm-router/providers';
import { createWeightedBalancer } from './balance.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkNames } from './check-names.ts';
import { checkConfig } from './config-schema.ts';
import { createDeploymentStats } from './deployment-stats.ts';
import type { House, Room } from './house.ts';
import type { DeploymentConfig, RouterConfig, RouterDependencies } from './router-config.ts';
import { selectorOf } from './select.ts';

const defaults = {
  maxAttempts: 6,
  totalMs: 600_000,
  attemptMs: 300_000,
  firstContentMs: 120_000,
  betweenContentMs: 60_000,
} as const;

/** No id of a deployment looks like these. */
const routerKey = 'the whole router';
const poolKey = (name: string) => `pool:${name}`;
const tenantKey = (name: string) => `tenant:${name}`;

/**
 * The default wiring, all in this one place.
 *
 * @throws RouterError `invalid_config`
 */
export function buildHouse(
  config: RouterConfig,
  dependencies: RouterDependencies,
  events: Emitter<RouterEvent>,
): House {
  checkConfig(config);
  checkDependencies(dependencies);
  const { clock = systemClock, random = systemRandom } = dependencies;
  const timeouts = {
    totalMs: config.timeouts?.totalMs ?? defaults.totalMs,
    attemptMs: config.timeouts?.attemptMs ?? defaults.attemptMs,
    firstContentMs: config.timeouts?.firstContentMs ?? defaults.firstContentMs,
    betweenContentMs: config.timeouts?.betweenContentMs ?? defaults.betweenContentMs,
  };
  const rooms = buildRooms(config, dependencies, timeouts.attemptMs);
  checkNames(config, rooms);
  const limits = limitsOf(config, rooms);
  const weights = Object.entries(config.tenants ?? {}).map(
    ([tenant, { weight = 1 }]) => [tenant, weight] as const,
  );
  const { retry = {}, fallback = {} } = config;

  return {
    rooms,
    models: config.models ?? {},
    defaultModel: config.defaultModel,
    selector: selectorOf(config.strategy),
    balancer: config.balance ?? createWeightedBalancer(random),
    admission: createConcurrencyManager({
      clock,
      limits,
      // Without a prototype: a tenant may be called 'constructor'.
      weights: Object.assign(Object.create(null), Object.fromEntries(weights)),
      onLearned(key, limit) {
        events.emit({ type: 'limit-learned', at: clock.now(), key, limit, confidence: 1 });
      },
    }),
    classify: classifyError,
    policy: {
      backoff: createBackoff({ random, ...retry.backoff }),
      ...(retry.onStatusCodes && { retryOnStatusCodes: retry.onStatusCodes }),
      ...(fallback.onStatusCodes && { fallbackOnStatusCodes: fallback.onStatusCodes }),
    },
    maxAttempts: retry.maxAttempts ?? defaults.maxAttempts,
    fallsBack: fallback.enabled ?? true,
    spillAfterMs: fallback.spillAfterMs ?? 0,
    timeouts,
    sharedPools: sharedPoolsOf(limits),
    clock,
    random,
    alarms: createAlarms(clock),
    events,
  };
}

function buildRooms(
  config: RouterConfig,
  dependencies: RouterDependencies,
  attemptMs: number,
): ReadonlyMap<string, Room> {
  const rooms = new Map<string, Room>();
  for (const [index, own] of config.deployments.entries()) {
    const id = own.id ?? freeId(`${own.provider}/${own.model}`, rooms);
    if (rooms.has(id)) {
      throw invalidConfig(`createRouter: deployments[${index}].id`, id, 'an id that no other has');
    }
    rooms.set(id, {
      deployment: toDeployment(id, own),
      provider: providerOf(own, index, dependencies),
      attemptMs: own.timeoutMs ?? attemptMs,
      stats: createDeploymentStats(),
    });
  }
  return rooms;
}

function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}#${number}`)) number += 1;
  return `${wanted}#${number}`;
}

function toDeployment(id: string, config: DeploymentConfig): Deployment {
  const { provider, model, category, price, contextWindow, maxOutputTokens, capabilities } = config;
  return {
    id,
    provider,
    model,
    pools: config.pool === undefined ? [] : [poolKey(config.pool)],
    priority: config.priority ?? 0,
    weight: config.weight ?? 1,
    tags: config.tags ?? [],
    ...(category && { category }),
    ...(price && { price }),
    ...(contextWindow !== undefined && { contextWindow }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(capabilities && { capabilities }),
  };
}

function providerOf(
  config: DeploymentConfig,
  index: number,
  { providers, fetch }: RouterDependencies,
): Provider {
  const own = providers !== undefined && Object.hasOwn(providers, config.provider);
  if (own) return providers[config.provider] as Provider;
  const { apiKey, baseUrl } = config;
  try {
    return createProvider(config.provider, {
      ...(apiKey !== undefined && { apiKey }),
      ...(baseUrl !== undefined && { baseUrl }),
      ...(fetch !== undefined && { fetch }),
    });
  } catch (error) {
    if (!isRouterError(error)) throw error;
    throw new RouterError(error.code, `createRouter: deployments[${index}]: ${error.message}`);
  }
}

function limitsOf(
  config: RouterConfig,
  rooms: ReadonlyMap<string, Room>,
): Readonly<Record<string, Limits>> {
  const limits: Record<string, Limits> = {};
  for (const [index, id] of [...rooms.keys()].entries()) {
    const own = config.deployments[index]?.limits;
    if (own) limits[id] = own;
  }
  for (const [name, shared] of Object.entries(config.pools ?? {})) limits[poolKey(name)] = shared;
  for (const [name, { limits: own }] of Object.entries(config.tenants ?? {})) {
    if (own) limits[tenantKey(name)] = own;
  }
  if (config.limits) limits[routerKey] = config.limits;
  return limits;
}

/** Limits of the router and of the tenant, where there are any. */
function sharedPoolsOf(limits: Readonly<Record<string, Limits>>): House['sharedPools'] {
  const ofAll = Object.hasOwn(limits, routerKey) ? [routerKey] : [];
  return (tenant) =>
    Object.hasOwn(limits, tenantKey(tenant)) ? [...ofAll, tenantKey(tenant)] : ofAll;
}
