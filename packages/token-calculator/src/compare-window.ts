import type { ChatRequest } from '@llm-router/core';
import type { ModelFacts } from '@llm-router/model-catalog';

/** Whether a request fits, and by what number. */
export interface ContextFit {
  readonly fits: boolean;
  /** What has to fit: the prompt with its margin and the answer that was asked for. */
  readonly tokens: number;
  /** The window; absent where nobody knows it, and then everything fits. */
  readonly limit?: number;
  /** Tokens above the limit. */
  readonly over?: number;
}

/** Compares a prompt and the answer that its request asks for with a model's window. */
export function compareWindow(
  prompt: number,
  request: ChatRequest,
  facts: ModelFacts | undefined,
): ContextFit {
  const asked = request.max_completion_tokens ?? request.max_tokens ?? 0;
  const answer = Math.min(asked, facts?.maxOutputTokens ?? Number.POSITIVE_INFINITY);
  const limits = [
    { tokens: prompt + answer, limit: facts?.contextWindow },
    { tokens: prompt, limit: facts?.maxInputTokens },
  ];
  for (const { tokens, limit } of limits) {
    if (limit !== undefined && tokens > limit) {
      return { fits: false, tokens, limit, over: tokens - limit };
    }
  }
  const limit = facts?.contextWindow;
  return { fits: true, tokens: prompt + answer, ...(limit !== undefined && { limit }) };
}
