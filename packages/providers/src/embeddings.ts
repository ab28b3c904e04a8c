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
  const embedding =
    typeof raw.embedding === 'string'
      ? readFloats(raw.embedding)
      : listOf(raw.embedding).filter((value) => typeof value === 'number');
  return { object: 'embedding', index: countOf(raw.index) ?? position, embedding };
}

/** Numbers as the 32-bit floats in base64 that some servers send unasked; none where it is no such. */
function readFloats(encoded: string): number[] {
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length % 4 !== 0) return [];
  const numbers = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
  return numbers.every(Number.isFinite) ? numbers : [];
}
