import type { ChatRequest } from '@llm-router/core';

/** How many tokens the caller allows an answer, under either name; `undefined` where it does not say. */
export function outputLimit(request: ChatRequest | undefined): number | undefined {
  return request?.max_completion_tokens ?? request?.max_tokens ?? undefined;
}
