export {
  type Catalog,
  type CatalogOptions,
  createCatalog,
  type FindModelOptions,
  type ModelFilter,
} from './create-catalog.ts';
export { findModel, listModels } from './find-model.ts';
export { loadFurtherModels } from './load-further-models.ts';
export type { ModelCapabilities, ModelFacts } from './model-facts.ts';
export { type ModelList, type ReadModelListOptions, readModelList } from './read-model-list.ts';
