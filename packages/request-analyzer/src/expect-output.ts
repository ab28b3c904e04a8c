import type { ChatRequest } from '@llm-router/core';
import type { WordKind } from './lexicon.ts';
import type { Task } from './read-task.ts';
import { countOf, type TextFeatures } from './text-features.ts';

/** English characters in a token, roughly. */
const charactersPerToken = 4;

/** The tokens that one answer may take, if the request says so. */
export function outputLimit(request: ChatRequest): number | undefined {
  return request.max_completion_tokens ?? request.max_tokens ?? undefined;
}

/**
 * The tokens that one answer will probably take: what the text wishes in figures, else the usual size
 * of the kind of answer that it asks for, never more than the request allows.
 */
export function expectOutput(
  request: ChatRequest,
  features: TextFeatures,
  task: Task,
  usualTokens: number,
): number {
  const taskTokens = task.text.length / charactersPerToken;
  const expected = Math.max(1, Math.ceil(usualFor(features, taskTokens, usualTokens)));
  return Math.min(expected, outputLimit(request) ?? Number.POSITIVE_INFINITY);
}

function usualFor(features: TextFeatures, taskTokens: number, usualTokens: number): number {
  const asks = (kind: WordKind) => countOf(features, kind) > 0;
  if (features.wishedTokens > 0) return features.wishedTokens;
  if (asks('brief')) return usualTokens / 10;
  if (asks('condense')) return Math.min(2 * usualTokens, taskTokens / 4 + usualTokens / 10);
  if (asks('rewrite')) return taskTokens;
  if (asks('long')) return 5 * usualTokens;
  if (asks('deduce') || features.codeFences > 0) return 3 * usualTokens;
  if (asks('think') || asks('code') || asks('mathematics')) return 2 * usualTokens;
  return features.words < 10 ? usualTokens / 2 : usualTokens;
}
