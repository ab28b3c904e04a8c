import { categories, invalidConfig, RouterError } from '@llm-router/core';
import type { Room } from './house.ts';
import { findByName } from './resolve-model.ts';
import type { RouterConfig } from './router-config.ts';

/**
 * Refuses aliases, a default model and models of agents that mean no deployment, and aliases that hide
 * a word of the router's own.
 *
 * @throws RouterError `invalid_config`
 */
export function checkNames(
  { models = {}, defaultModel, agents = {}, fallback = {} }: RouterConfig,
  rooms: ReadonlyMap<string, Room>,
): void {
  const all = [...rooms.values()].map(({ deployment }) => deployment);
  const words: readonly string[] = ['auto', ...categories];
  const known = [...new Set(all.flatMap(({ id, model }) => [id, model]))].slice(0, 20).join(', ');
  for (const [alias, names] of Object.entries(models)) {
    if (words.includes(alias)) throw hidesWord(alias);
    for (const [index, name] of names.entries()) {
      if (findByName(name, all, {}) !== undefined) continue;
      const place = `createRouter: models.${alias}[${index}]`;
      throw invalidConfig(place, name, `the id or the model of a deployment (${known})`);
    }
  }
  const expected = `a deployment, a model, an alias or a category (${known})`;
  const asked = [
    ...Object.entries(agents).map(([agent, name]) => [`agents.${agent}`, name] as const),
    ...listed(fallback),
  ];
  for (const [place, name] of [['defaultModel', defaultModel] as const, ...asked]) {
    if (name === undefined || words.includes(name)) continue;
    if (findByName(name, all, models) !== undefined) continue;
    throw invalidConfig(`createRouter: ${place}`, name, expected);
  }
}

/** Every name in the lists of fallbacks, with its place. */
function listed({
  contextLength,
  contentPolicy,
  default: last,
}: NonNullable<RouterConfig['fallback']>): readonly (readonly [string, string])[] {
  const lists = { contextLength, contentPolicy, default: last };
  return Object.entries(lists).flatMap(([list, names]) =>
    Array.isArray(names)
      ? names.map((name, index) => [`fallback.${list}[${index}]`, name] as const)
      : [],
  );
}

function hidesWord(alias: string): RouterError {
  const meaning = alias === 'auto' ? 'all deployments' : 'the category';
  return new RouterError(
    'invalid_config',
    `createRouter: models.${alias} hides the word '${alias}', which already means ${meaning}. Give the alias another name.`,
  );
}
