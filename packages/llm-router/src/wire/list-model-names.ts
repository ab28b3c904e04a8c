import type { House } from '../house.ts';
import type { ModelName } from './wire-face.ts';

/** Every name of the configuration that a request may ask for, once: models, deployments, aliases. */
export function listModelNames({ rooms, models }: House): readonly ModelName[] {
  const owners = new Map<string, string>();
  const all = [...rooms.values()].map(({ deployment }) => deployment);
  for (const { model, provider } of all) if (!owners.has(model)) owners.set(model, provider);
  for (const { id, provider } of all) if (!owners.has(id)) owners.set(id, provider);
  for (const alias of Object.keys(models)) if (!owners.has(alias)) owners.set(alias, 'llm-router');
  return [...owners].map(([id, ownedBy]) => ({ id, ownedBy }));
}
