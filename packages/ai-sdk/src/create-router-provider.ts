import {
  type EmbeddingModelV3,
  type EmbeddingModelV4,
  type LanguageModelV3,
  type LanguageModelV4,
  NoSuchModelError,
  type ProviderV3,
  type ProviderV4,
} from '@ai-sdk/provider';
import type { Router } from 'llm-router';
import { embed, maxEmbeddingsPerCall } from './embed.ts';
import { generate } from './generate.ts';
import { stream } from './stream.ts';

const provider = 'llm-router';

/** What both specifications say alike of a model of the router. */
const facts = { provider, supportedUrls: {} } as const;

/**
 * The router as a provider of the AI SDK by specification V4, for `ai` 7. A model's id is what
 * `request.model` may be: a model, a deployment, an alias, a category or `auto`. Call the SDK with
 * `maxRetries: 0`; errors are marked as not to be retried in any case.
 *
 * @example
 * const routed = createRouterProvider(router);
 * const { text } = await generateText({ model: routed.languageModel('auto'), prompt, maxRetries: 0 });
 */
export function createRouterProvider(router: Router): ProviderV4 {
  const languageModel = (modelId: string): LanguageModelV4 => ({
    ...facts,
    specificationVersion: 'v4',
    modelId,
    doGenerate: (call) => generate(router, modelId, call),
    doStream: (call) => stream(router, modelId, call, 'interrupted'),
  });
  const embeddingModel = (modelId: string): EmbeddingModelV4 => ({
    specificationVersion: 'v4',
    provider,
    modelId,
    maxEmbeddingsPerCall,
    supportsParallelCalls: true,
    doEmbed: (call) => embed(router, modelId, call),
  });
  return { specificationVersion: 'v4', languageModel, embeddingModel, imageModel: noImages };
}

/**
 * The same by specification V3, for `ai` 6.
 *
 * @example
 * const routed = createRouterProviderV3(router);
 * const { text } = await generateText({ model: routed.languageModel('auto'), prompt, maxRetries: 0 });
 */
export function createRouterProviderV3(router: Router): ProviderV3 {
  const languageModel = (modelId: string): LanguageModelV3 => ({
    ...facts,
    specificationVersion: 'v3',
    modelId,
    doGenerate: (call) => generate(router, modelId, call),
    doStream: (call) => stream(router, modelId, call, 'error'),
  });
  const embeddingModel = (modelId: string): EmbeddingModelV3 => ({
    specificationVersion: 'v3',
    provider,
    modelId,
    maxEmbeddingsPerCall,
    supportsParallelCalls: true,
    doEmbed: (call) => embed(router, modelId, call),
  });
  return { specificationVersion: 'v3', languageModel, embeddingModel, imageModel: noImages };
}

function noImages(modelId: string): never {
  throw new NoSuchModelError({ modelId, modelType: 'imageModel' });
}
