import type { Limits } from '@llm-router/core';
import type { House, Room } from './house.ts';
import type { RouterConfig } from './router-config.ts';

/** No id of a deployment looks like these. */
const routerKey = 'the whole router';
export const poolKey = (name: string): string => `pool:${name}`;
export const hedgeKey = 'second requests';
const tenantKey = (name: string) => `tenant:${name}`;

/** All limits of a configuration by the key under which the queue keeps them. */
export function limitsOf(
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
  if (config.hedge?.limits) limits[hedgeKey] = config.hedge.limits;
  return limits;
}

/** The keys that are limited in money. */
export function moneyKeysOf(limits: Readonly<Record<string, Limits>>): ReadonlySet<string> {
  const isMoney = ({ usdPerDay, rules = [] }: Limits) =>
    usdPerDay !== undefined || rules.some(({ unit }) => unit === 'nanoUsd');
  return new Set(Object.keys(limits).filter((key) => isMoney(limits[key] as Limits)));
}

/** Limits of the router and of the tenant, where there are any. */
export function sharedPoolsOf(limits: Readonly<Record<string, Limits>>): House['sharedPools'] {
  const ofAll = Object.hasOwn(limits, routerKey) ? [routerKey] : [];
  return (tenant) =>
    Object.hasOwn(limits, tenantKey(tenant)) ? [...ofAll, tenantKey(tenant)] : ofAll;
}
