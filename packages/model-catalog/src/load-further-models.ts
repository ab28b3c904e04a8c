import type { ModelFacts } from './model-facts.ts';
import { parseCatalog } from './parse-catalog.ts';

/**
 * Loads the facts that are not built in: what hosts such as Bedrock, Azure, Hugging Face, Novita or
 * DeepInfra sell, and the rest of OpenRouter's list. They stay out of memory until they are asked for.
 *
 * @example
 * const catalog = createCatalog({ models: await loadFurtherModels() });
 * catalog.findModel('novita/deepseek/deepseek-v3-0324')?.price?.input; // 0.27
 */
export async function loadFurtherModels(): Promise<ModelFacts[]> {
  const { furtherData } = await import('./further-data.ts');
  return parseCatalog(furtherData);
}
