import { type Category, categories, type Deployment, RouterError } from '@llm-router/core';
import type { House } from './house.ts';

/**
 * Which deployments a model name means: those of a deployment id, a model id or an alias. Absent,
 * `auto` and a category mean all.
 *
 * @throws RouterError `model_not_found` with a list of what exists
 */
export function resolveModel(model: string | undefined, house: House): readonly Deployment[] {
  const all = [...house.rooms.values()].map(({ deployment }) => deployment);
  const name = model ?? house.defaultModel;
  if (name === undefined || name === 'auto') return all;
  const found = findByName(name, all, house.models) ?? (isCategory(name) ? all : undefined);
  if (found !== undefined) return found;
  const known = [
    ...new Set([...all.flatMap(({ id, model: own }) => [id, own]), ...Object.keys(house.models)]),
  ];
  const shown = known.slice(0, 20).join(', ');
  const more = known.length > 20 ? ` and ${known.length - 20} more` : '';
  throw new RouterError(
    'model_not_found',
    `No deployment answers to the model '${name}'. There are: ${shown}${more}. Ask for one of them, or leave the model out to let the router choose.`,
  );
}

/** The deployments of that name, if any. */
export function findByName(
  name: string,
  all: readonly Deployment[],
  models: House['models'],
): readonly Deployment[] | undefined {
  const byId = all.filter(({ id }) => id === name);
  if (byId.length > 0) return byId;
  const byModel = all.filter(({ model }) => model === name);
  if (byModel.length > 0) return byModel;
  const alias = Object.hasOwn(models, name) ? models[name] : undefined;
  if (alias === undefined) return undefined;
  const named = alias.flatMap((id) => all.filter((one) => one.id === id || one.model === id));
  return [...new Set(named)];
}

/** The category that a request asks for by its name, where no deployment bears that name. */
export function wantedCategory(model: string | undefined, house: House): Category | undefined {
  const name = model ?? house.defaultModel;
  if (name === undefined || !isCategory(name)) return undefined;
  const all = [...house.rooms.values()].map(({ deployment }) => deployment);
  return findByName(name, all, house.models) === undefined ? name : undefined;
}

/** How far a deployment is from a category: 0 is the wanted one. */
export function distanceFrom(wanted: Category, { category }: Deployment): number {
  if (category === undefined) return categories.length;
  return Math.abs(categories.indexOf(category) - categories.indexOf(wanted));
}

const isCategory = (name: string): name is Category =>
  (categories as readonly string[]).includes(name);
