import type { Deployment } from '@llm-router/core';
import { findModel } from '@llm-router/model-catalog';
import { categorizeModel } from '@llm-router/model-categorizer';
import { takesPrefill } from '@llm-router/providers';
import type { DeploymentConfig } from './router-config.ts';

/** Servers of the caller's own: what a model costs and can do there, no catalog knows. */
const selfHosted: ReadonlySet<string> = new Set([
  'openai-compatible',
  'ollama',
  'lm-studio',
  'vllm',
]);

type Facts = Pick<
  Deployment,
  'category' | 'price' | 'contextWindow' | 'maxOutputTokens' | 'capabilities'
>;

/** What is known of a deployment: the configuration's word first, then the catalog's. */
export function factsOf(config: DeploymentConfig): Facts {
  const { provider, model } = config;
  const known = selfHosted.has(provider) ? undefined : findModel(model, { provider });
  const category = config.category ?? categorizeModel(model, known).category;
  const price = config.price ?? known?.price;
  const contextWindow = config.contextWindow ?? known?.contextWindow;
  const maxOutputTokens = config.maxOutputTokens ?? known?.maxOutputTokens;
  const prefill = takesPrefill(provider, model);
  const capabilities = {
    ...known?.capabilities,
    ...(prefill && { prefill }),
    ...config.capabilities,
  };
  return {
    category,
    ...(price && { price }),
    ...(contextWindow !== undefined && { contextWindow }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(Object.keys(capabilities).length > 0 && { capabilities }),
  };
}
