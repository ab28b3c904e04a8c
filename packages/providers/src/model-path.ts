import { Untranslatable } from './untranslatable.ts';

/** Where a host keeps its models. */
export interface ModelPlace {
  /** The path between the base URL and what a model's path begins with: the version, or nothing. */
  readonly root: string;
  /** What goes before the id of a model that names no place of its own. */
  readonly collection: string;
}

const usable = /^[\w@:-][\w.@:-]*(?:\/[\w@:-][\w.@:-]*)*$/;

/**
 * The path of a model. An id with a slash names its place itself: `tunedModels/a`, `endpoints/7`.
 *
 * @throws Untranslatable where there is no model, or an id that could lead elsewhere.
 */
export function modelPath(model: string | undefined, { root, collection }: ModelPlace): string {
  if (model === undefined || model === '') {
    throw new Untranslatable('the model is missing: it is a part of the address');
  }
  if (!usable.test(model)) {
    throw new Untranslatable(
      'the model cannot be a part of the address: expected letters, digits, and any of . _ - : @ /',
    );
  }
  return `${root}/${model.includes('/') ? model : `${collection}/${model}`}`;
}
