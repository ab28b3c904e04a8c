import type { ChatRequest, RequestAnalysis } from '@llm-router/core';
import { type AnalyzeOptions, analyzeRequest } from '../src/index.ts';

/** The analysis of one prompt. */
export function ask(
  prompt: string,
  fields: Partial<ChatRequest> = {},
  options?: AnalyzeOptions,
): RequestAnalysis {
  return analyzeRequest({ messages: [{ role: 'user', content: prompt }], ...fields }, options);
}

export const scoreOf = (prompt: string): number => ask(prompt).complexity.score;
