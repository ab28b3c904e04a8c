import type { EmbeddingRequest, EmbeddingResponse } from '@llm-router/core';
import { countOf, fieldsOf, isObject, listOf, textOf } from './json.ts';

/** The body of an embedding request. Vectors are always asked for as numbers, which is the default. */
export function buildEmbeddingBody(request: EmbeddingRequest): Readonly<Record<string, unknown>> {
  const { encoding_format: _format, ...body } = request;
  return body;
}

/** Vectors in the order of their inputs; `undefined` where the answer holds none. */
export function readEmbeddings(answer: unknown, model?: string): EmbeddingResponse | undefined {
  const raw = fieldsOf<'data' | 'model' | 'usage'>(answer);
  const data = listOf(raw.data).filter(isObject).map(readVector);
  if (data.length === 0 || data.some(({ embedding }) => embedding.length === 0)) return undefined;
  const usage = fieldsOf<'prompt_tokens' | 'total_tokens'>(raw.usage);
  const promptTokens = countOf(usage.prompt_tokens) ?? 0;
  return {
    object: 'list',
    model: textOf(raw.model) || (model ?? ''),
    data: data.sort((a, b) => a.index - b.index),
    usage: {
      prompt_tokens: promptTokens,
      total_tokens: countOf(usage.total_tokens) ?? promptTokens,
    },
  };
}

function readVector(item: object, position: number): EmbeddingResponse['data'][number] {
  const raw = fieldsOf<'index' | 'embedding'>(item);
  const numbers = listOf(raw.embedding).filter((value) => typeof value === 'number');
  return { object: 'embedding', index: countOf(raw.index) ?? position, embedding: numbers };
}
