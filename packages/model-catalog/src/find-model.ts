import {
  type Catalog,
  createCatalog,
  type FindModelOptions,
  type ModelFilter,
} from './create-catalog.ts';
import type { ModelFacts } from './model-facts.ts';

let builtIn: Catalog | undefined;

/** The built-in catalog never changes; reading its table waits for the first question. */
function builtInCatalog(): Catalog {
  builtIn ??= createCatalog();
  return builtIn;
}

/**
 * Finds a model in the built-in catalog by any spelling of its id; `undefined` rather than the facts
 * of another model. Never throws for an id.
 *
 * @example
 * findModel('us.anthropic.claude-haiku-4-5-20251001-v1:0')?.contextWindow; // 200000
 */
export function findModel(id: string, options?: FindModelOptions): ModelFacts | undefined {
  return builtInCatalog().findModel(id, options);
}

/**
 * Lists the models of the built-in catalog that fit, ordered by provider and id.
 *
 * @example
 * listModels({ provider: 'groq', capabilities: { tools: true } });
 */
export function listModels(filter?: ModelFilter): ModelFacts[] {
  return builtInCatalog().listModels(filter);
}
