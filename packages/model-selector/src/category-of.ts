import { type Category, categories, type Deployment } from '@llm-router/core';
import { categorizeModel } from '@llm-router/model-categorizer';

/** The category of a deployment, and how much it can. */
export interface CategoryReader {
  categoryOf(deployment: Deployment): Category;
  /** 0 for `tiny` to 3 for `reasoning`. */
  capabilityOf(deployment: Deployment): number;
}

/** Reads the deployment's own category, else that of its model, once for each deployment. */
export function createCategoryReader(): CategoryReader {
  const known = new WeakMap<Deployment, Category>();

  function categoryOf(deployment: Deployment): Category {
    const before = known.get(deployment);
    if (before !== undefined) return before;
    const category = deployment.category ?? categorizeModel(deployment.model).category;
    known.set(deployment, category);
    return category;
  }

  return {
    categoryOf,
    capabilityOf: (deployment) => categories.indexOf(categoryOf(deployment)),
  };
}
