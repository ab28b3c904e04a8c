import type { ChatRequest, RequestAnalysis } from '@llm-router/core';
import type { WordKind } from './lexicon.ts';
import type { Task } from './read-task.ts';
import { countOf, type TextFeatures } from './text-features.ts';

/** English characters in a token, roughly. */
const charactersPerToken = 4;

/** A question of fewer words is mostly answered in a sentence. */
const shortWords = 10;

/** How many times longer an answer is with the reasoning that the request switches on. */
const reasoningFactor = 3;

/** What the length of an answer is judged by, beside the words of the task. */
export interface OutputEvidence {
  readonly task: Task;
  readonly needs: Omit<RequestAnalysis['requires'], 'contextTokens'>;
  /** Tokens of an answer of which nothing is known. */
  readonly usualTokens: number;
}

/** The tokens that one answer may take, if the request says so. */
export function outputLimit(request: ChatRequest): number | undefined {
  const limit: unknown = request.max_completion_tokens ?? request.max_tokens;
  return typeof limit === 'number' && limit > 0 ? limit : undefined;
}

/**
 * The tokens that one answer will probably take: what the text wishes in figures, else the usual size
 * of the kind of answer that it asks for, half-way (as a ratio) to the answers that the conversation
 * already holds. Never more than the request allows.
 */
export function expectOutput(
  request: ChatRequest,
  features: TextFeatures,
  evidence: OutputEvidence,
): number {
  const visible = saidLength(features, evidence.usualTokens) ?? likelyLength(features, evidence);
  const effort = request.reasoning_effort ?? 'none';
  const whole = visible * (effort === 'none' || effort === 'minimal' ? 1 : reasoningFactor);
  return Math.min(Math.max(1, Math.ceil(whole)), outputLimit(request) ?? Number.POSITIVE_INFINITY);
}

/** What the task itself says of the length. */
function saidLength(features: TextFeatures, usualTokens: number): number | undefined {
  if (features.wishedTokens > 0) return features.wishedTokens;
  return countOf(features, 'brief') > 0 ? usualTokens / 20 : undefined;
}

function likelyLength(features: TextFeatures, evidence: OutputEvidence): number {
  const { needs, task, usualTokens } = evidence;
  const words = lengthOfKind(features, evidence);
  // A call or an object to fill is short, whatever it is about.
  const isFilledIn = needs.tools || needs.structuredOutput;
  const tokens = isFilledIn ? Math.min(words, usualTokens / 4) : words;
  const before = task.answerCharacters / charactersPerToken;
  return before > 0 ? Math.sqrt(tokens * before) : tokens;
}

function lengthOfKind(features: TextFeatures, { task, needs, usualTokens }: OutputEvidence) {
  const asks = (kind: WordKind) => countOf(features, kind) > 0;
  const taskTokens = task.text.length / charactersPerToken;
  if (asks('condense')) return Math.min(2 * usualTokens, taskTokens / 4 + usualTokens / 10);
  if (asks('rewrite')) return taskTokens;
  if (asks('long')) return 5 * usualTokens;
  if (asks('deduce') || features.codeFences > 0) return 3 * usualTokens;
  if (asks('think') || asks('code') || asks('mathematics')) return 2 * usualTokens;
  if (features.words >= shortWords) return usualTokens;
  return needs.vision || needs.audio ? usualTokens / 2 : usualTokens / 8;
}
