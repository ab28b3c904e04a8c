import type { CompletionUsage } from '@llm-router/core';
import { countOf, fieldsOf, isObject } from '../json.ts';

/** Collects the usage of one answer; counts grow, so that the last one of each kind holds. */
export interface GeminiUsage {
  add(usage: unknown): void;
  /** In OpenAI's shape; `undefined` while the size of the prompt is unknown. */
  read(): CompletionUsage | undefined;
}

type Count =
  | 'promptTokenCount'
  | 'toolUsePromptTokenCount'
  | 'cachedContentTokenCount'
  | 'candidatesTokenCount'
  | 'thoughtsTokenCount'
  | 'totalTokenCount';

/** Makes a collector for one answer. */
export function createGeminiUsage(): GeminiUsage {
  const merged: Record<string, unknown> = {};
  return {
    add(usage) {
      if (isObject(usage)) Object.assign(merged, usage);
    },
    read: () => toCompletionUsage(merged),
  };
}

/**
 * The prompt includes what was cached, and what Gemini's own tools read. Thoughts are counted beside
 * the answer. A count of 0 is not sent, so that an absent one is 0.
 */
function toCompletionUsage(usage: object): CompletionUsage | undefined {
  const raw = fieldsOf<Count>(usage);
  const asked = countOf(raw.promptTokenCount);
  if (asked === undefined) return undefined;
  const prompt = asked + (countOf(raw.toolUsePromptTokenCount) ?? 0);
  const cached = countOf(raw.cachedContentTokenCount);
  const thoughts = countOf(raw.thoughtsTokenCount);
  const completion = (countOf(raw.candidatesTokenCount) ?? 0) + (thoughts ?? 0);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: Math.max(countOf(raw.totalTokenCount) ?? 0, prompt + completion),
    ...(cached !== undefined && {
      prompt_tokens_details: { cached_tokens: Math.min(cached, prompt) },
    }),
    ...(thoughts !== undefined && { completion_tokens_details: { reasoning_tokens: thoughts } }),
  };
}
