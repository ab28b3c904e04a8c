import type { EmbeddingModelV3CallOptions, EmbeddingModelV4CallOptions } from '@ai-sdk/provider';
import type { Router } from 'llm-router';
import { type Metadata, toMetadata } from './to-answer.ts';
import { readCall, toCallError } from './to-call-error.ts';
import { toOptions } from './to-chat-request.ts';

/** As many inputs as OpenAI takes in one request; the AI SDK makes several of a longer list. */
export const maxEmbeddingsPerCall = 2048;

/** Vectors in the form that both specifications know. */
export interface Embedded {
  embeddings: number[][];
  usage?: { tokens: number };
  providerMetadata: Metadata;
  warnings: never[];
}

/** Asks the router for vectors. */
export async function embed(router: Router, model: string, call: Call): Promise<Embedded> {
  const { values, abortSignal } = readCall(() => listed(call));
  const dimensions = 'dimensions' in call ? call.dimensions : undefined;
  const request = { model, input: values, ...(dimensions !== undefined && { dimensions }) };
  try {
    const result = await router.embed(request, toOptions(call));
    const { embeddings, usage } = result;
    return {
      embeddings: embeddings.map((vector) => [...vector]),
      ...(usage && { usage: { tokens: usage.inputTokens } }),
      providerMetadata: toMetadata(result),
      warnings: [],
    };
  } catch (error) {
    throw toCallError(error, { model, count: values.length }, abortSignal);
  }
}

type Call = EmbeddingModelV3CallOptions | EmbeddingModelV4CallOptions;

function listed(call: Call): Call {
  if (!Array.isArray(call.values)) throw new TypeError('values is no list');
  return call;
}
