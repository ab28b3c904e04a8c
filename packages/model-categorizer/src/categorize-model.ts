import { type Category, categories, invalidConfig } from '@llm-router/core';
import { findModel, type ModelFacts } from '@llm-router/model-catalog';
import { categorizeByRules } from './categorize-by-rules.ts';

/** How capable a model is, and how that is known. */
export interface ModelCategory {
  readonly category: Category;
  /** Tokens that prompt and answer may have together, where known. */
  readonly contextWindow?: number;
  readonly maxOutputTokens?: number;
  /** `override`: the caller said so. `catalog`: the rules with the catalog's facts. `rule`: the name alone. */
  readonly source: 'override' | 'catalog' | 'rule';
  /** One sentence for people. */
  readonly reason: string;
}

/**
 * Puts any model of any provider into `tiny`, `small`, `large` or `reasoning`. Facts that the caller
 * gives stand before those of the catalog; `facts.category` stands before every rule. An id never throws.
 *
 * @throws RouterError `invalid_config` where `facts.category` is no category
 * @example
 * categorizeModel('gpt-4o-mini').category; // 'small'
 */
export function categorizeModel(id: string, facts: Partial<ModelFacts> = {}): ModelCategory {
  const provider = facts.provider === undefined ? {} : { provider: facts.provider };
  const listed = findModel(id, provider);
  const known = { ...listed, ...facts };
  const { category } = known;
  if (category !== undefined && !categories.includes(category)) {
    throw invalidConfig('categorizeModel: category', category, `one of ${categories.join(', ')}`);
  }
  const outcome =
    category === undefined
      ? categorizeByRules(id, known)
      : { category, reason: 'the category that was given' };
  return {
    category: outcome.category,
    ...(known.contextWindow !== undefined && { contextWindow: known.contextWindow }),
    ...(known.maxOutputTokens !== undefined && { maxOutputTokens: known.maxOutputTokens }),
    source: category === undefined ? (listed === undefined ? 'rule' : 'catalog') : 'override',
    reason: outcome.reason,
  };
}
