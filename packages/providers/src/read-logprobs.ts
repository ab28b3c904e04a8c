import type { Logprobs } from '@llm-router/core';
import { fieldsOf, isObject } from './json.ts';

/** Log probabilities as they came, with absent lists as `null`; `null` where there are none. */
export function readLogprobs(value: unknown): Logprobs | null {
  if (!isObject(value)) return null;
  const { content, refusal } = fieldsOf<'content' | 'refusal'>(value);
  return { content: listOrNull(content), refusal: listOrNull(refusal) };
}

function listOrNull(value: unknown): Logprobs['content'] {
  return Array.isArray(value) ? value : null;
}
