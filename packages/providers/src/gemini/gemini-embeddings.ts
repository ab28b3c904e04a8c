import type { EmbeddingRequest, EmbeddingResponse } from '@llm-router/core';
import { countOf, fieldsOf, isObject, listOf } from '../json.ts';
import { Untranslatable } from '../untranslatable.ts';
import type { GeminiProfile } from './gemini-profiles.ts';

type Body = Readonly<Record<string, unknown>>;

/** Gemini's own fields, which go out with each input. */
const ownFields = ['taskType', 'title'] as const;

/**
 * The body of an embedding request.
 *
 * @param place the model's path without the version
 * @throws Untranslatable for inputs in tokens.
 */
export function buildGeminiEmbedding(
  request: EmbeddingRequest,
  method: GeminiProfile['embeddings'],
  place: string,
  onLoss: (loss: string) => void,
): Body {
  const texts = (typeof request.input === 'string' ? [request.input] : request.input).map(
    (input) => {
      if (typeof input === 'string') return input;
      throw new Untranslatable('input in tokens cannot be sent: Gemini takes text only');
    },
  );
  if (request.user) onLoss('user was left out: Gemini has no such setting');
  const { dimensions: outputDimensionality } = request;
  const given = fieldsOf<(typeof ownFields)[number]>(request);
  const own = Object.fromEntries(
    ownFields.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  );
  const size = outputDimensionality === undefined ? {} : { outputDimensionality };
  if (method === 'predict') {
    const { taskType, ...rest } = own;
    const instance = { ...rest, ...(taskType !== undefined && { task_type: taskType }) };
    return { instances: texts.map((content) => ({ content, ...instance })), parameters: size };
  }
  return {
    requests: texts.map((text) => ({
      model: place,
      content: { parts: [{ text }] },
      ...size,
      ...own,
    })),
  };
}

/** Vectors in the order of their inputs, in any of Google's three forms; `undefined` without any. */
export function readGeminiEmbeddings(answer: unknown, model = ''): EmbeddingResponse | undefined {
  const raw = fieldsOf<'embeddings' | 'embedding' | 'predictions' | 'usageMetadata'>(answer);
  const predicted = listOf(raw.predictions).map((one) => fieldsOf<'embeddings'>(one).embeddings);
  const all = [...listOf(raw.embeddings), raw.embedding, ...predicted].filter(isObject);
  const data = all.map((one, index) => ({
    object: 'embedding' as const,
    index,
    embedding: listOf(fieldsOf<'values'>(one).values).filter((value) => typeof value === 'number'),
  }));
  if (data.length === 0 || data.some(({ embedding }) => embedding.length === 0)) return undefined;
  const told = countOf(fieldsOf<'promptTokenCount'>(raw.usageMetadata).promptTokenCount);
  const tokens = told ?? all.map(tokensOf).reduce((sum, count) => sum + count, 0);
  return { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

function tokensOf(embedding: object): number {
  const { statistics } = fieldsOf<'statistics'>(embedding);
  return countOf(fieldsOf<'token_count'>(statistics).token_count) ?? 0;
}
