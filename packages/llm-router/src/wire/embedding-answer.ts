import type { EmbeddingResponse } from '@llm-router/core';

/**
 * An answer to an embedding request on OpenAI's wire. The official SDK asks for base64 where its caller
 * asks for nothing, and reads only what it asked for.
 */
export function embeddingAnswer(response: EmbeddingResponse, format: unknown): object {
  if (format !== 'base64') return response;
  const data = response.data.map(({ embedding, ...item }) => ({
    ...item,
    embedding: toBase64(embedding),
  }));
  return { ...response, data };
}

/** Numbers of 32 bits, the lowest byte first. */
function toBase64(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString('base64');
}
