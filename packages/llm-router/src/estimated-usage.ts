import {
  type ChatCompletion,
  type ChatRequest,
  type CompletionUsage,
  estimateTokens,
  fromCompletionUsage,
  type Usage,
} from '@llm-router/core';
import { isObject } from './invalid-request.ts';

/** What an answer used, by the look of it, where its provider does not say. */
export function estimatedUsage(
  request: ChatRequest,
  completion: ChatCompletion | undefined,
): Usage {
  const inputTokens = estimateTokens(request);
  const messages = completion?.choices.map(({ message }) => message) ?? [];
  const outputTokens = messages.reduce((sum, message) => sum + estimateTokens([message]), 0);
  return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
}

/** What is billed for an answer, also for one that is of no use. */
export function reportedUsage(answer: unknown): Usage | undefined {
  const usage = isObject(answer) ? answer['usage'] : undefined;
  return isUsage(usage) ? fromCompletionUsage(usage) : undefined;
}

/** Its counts are checked where they are read. */
function isUsage(value: unknown): value is CompletionUsage {
  return isObject(value);
}
