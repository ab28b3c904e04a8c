import { type Cost, type Price, priceUsage, type Usage, unknownCost } from '@llm-router/core';
import { findModel } from '@llm-router/model-catalog';

/**
 * What a request costs at a model's list price or at a price of one's own. A model whose price
 * nobody knows gives an unknown cost, never 0.
 *
 * @example
 * calculateCost({ inputTokens: 1000, outputTokens: 500, totalTokens: 1500 }, 'gpt-4o-mini'); // 450000 billionths of a dollar
 */
export function calculateCost(usage: Usage, model: string | Price): Cost {
  const price = typeof model === 'string' ? findModel(model)?.price : model;
  return price === undefined ? unknownCost : priceUsage(usage, price);
}
