import {
  type Deployment,
  invalidConfig,
  isRouterError,
  isSecret,
  type Provider,
  RouterError,
} from '@llm-router/core';
import { createProvider } from '@llm-router/providers';
import { type Access, createAccess } from './access.ts';
import { type Account, createAccount } from './account.ts';
import { factsOf } from './deployment-facts.ts';
import { createDeploymentStats } from './deployment-stats.ts';
import { frozenCopy } from './frozen-copy.ts';
import type { Domains, Endpoint, Room } from './house.ts';
import { poolKey } from './limit-keys.ts';
import type { DeploymentConfig, RouterConfig, RouterDependencies } from './router-config.ts';

/**
 * A room for each deployment. One that was there before, under the same id for the same model, keeps
 * its experience.
 *
 * @throws RouterError `invalid_config`
 */
export function buildRooms(
  config: RouterConfig,
  dependencies: RouterDependencies,
  attemptMs: number,
  before: ReadonlyMap<string, Room> = new Map(),
): ReadonlyMap<string, Room> {
  const rooms = new Map<string, Room>();
  const domainsOf = createDomains();
  for (const [index, own] of config.deployments.entries()) {
    const id = own.id ?? freeId(`${own.provider}/${own.model}`, rooms);
    if (rooms.has(id)) {
      throw invalidConfig(`createRouter: deployments[${index}].id`, id, 'an id that no other has');
    }
    rooms.set(id, {
      // Selectors of the caller's own are shown it.
      deployment: frozenCopy(toDeployment(id, own)),
      provider: providerOf(own, index, dependencies),
      access: accessOf(before.get(id), own),
      attemptMs: own.timeoutMs ?? attemptMs,
      domains: domainsOf(id, own),
      stats: experienceOf(before.get(id), own) ?? createDeploymentStats(),
    });
  }
  return rooms;
}

/** Puts together who shares a key or an address; a key is kept nowhere else than at its provider. */
function createDomains(): (id: string, config: DeploymentConfig) => Domains {
  const accounts = new Map<string, Account>();
  const endpoints = new Map<string, Endpoint>();
  return (id, { provider, apiKey, baseUrl = provider }) => {
    // Without one of its own a deployment uses the provider's, from the environment.
    const key = isSecret(apiKey) ? apiKey.reveal() : (apiKey ?? '');
    const secret = [provider, baseUrl, key].join('\n');
    const account = accounts.get(secret) ?? createAccount();
    accounts.set(secret, account);
    const name = URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
    const endpoint = endpoints.get(name) ?? { name, deployments: [], silent: new Set() };
    endpoints.set(name, endpoint);
    endpoint.deployments.push(id);
    return { account, endpoint };
  };
}

function experienceOf(before: Room | undefined, { provider, model }: DeploymentConfig) {
  const isSame = before?.deployment.provider === provider && before.deployment.model === model;
  return isSame ? before?.stats : undefined;
}

function accessOf(before: Room | undefined, own: DeploymentConfig): Access {
  return before?.access.isTo(own) ? before.access : createAccess(own);
}

function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}#${number}`)) number += 1;
  return `${wanted}#${number}`;
}

function toDeployment(id: string, config: DeploymentConfig): Deployment {
  const { provider, model } = config;
  return {
    id,
    provider,
    model,
    pools: config.pool === undefined ? [] : [poolKey(config.pool)],
    priority: config.priority ?? 0,
    weight: config.weight ?? 1,
    tags: config.tags ?? [],
    ...factsOf(config),
  };
}

function providerOf(
  config: DeploymentConfig,
  index: number,
  { providers, fetch, clock }: RouterDependencies,
): Provider {
  const own = providers !== undefined && Object.hasOwn(providers, config.provider);
  if (own) return providers[config.provider] as Provider;
  const { apiKey, baseUrl, headers, options } = config;
  try {
    return createProvider(config.provider, {
      ...options,
      ...(apiKey !== undefined && { apiKey }),
      ...(baseUrl !== undefined && { baseUrl }),
      ...(headers !== undefined && { headers }),
      ...(fetch !== undefined && { fetch }),
      ...(clock !== undefined && { clock }),
    });
  } catch (error) {
    if (!isRouterError(error)) throw error;
    throw new RouterError(error.code, `createRouter: deployments[${index}]: ${error.message}`);
  }
}
