import { type Category, categories, type Deployment, RouterError } from '@llm-router/core';
import type { House } from './house.ts';

/**
 * Which deployments a model name means: a deployment id, a model id, an alias, or a category and then
 * its neighbours. Absent or `auto` means all.
 *
 * @throws RouterError `model_not_found` with a list of what exists
 */
export function resolveModel(model: string | undefined, house: House): readonly Deployment[] {
  const all = [...house.rooms.values()].map(({ deployment }) => deployment);
  const name = model ?? house.defaultModel;
  if (name === undefined || name === 'auto') return all;
  const found = findByName(name, all, house.models) ?? findByCategory(name, all);
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

/** The wanted category first, then the others by their distance from it. */
function findByCategory(
  name: string,
  all: readonly Deployment[],
): readonly Deployment[] | undefined {
  const wanted = categories.indexOf(name as Category);
  if (wanted < 0) return undefined;
  const distance = ({ category }: Deployment) =>
    category === undefined ? categories.length : Math.abs(categories.indexOf(category) - wanted);
  return [...all].sort((a, b) => distance(a) - distance(b));
}
