import type { Category, RequestAnalysis } from '@llm-router/core';
import type { AnalyzeOptions } from './analyze-options.ts';

type Level = RequestAnalysis['complexity']['level'];

/** The level of a score. */
export function levelOf(score: number, options: Required<AnalyzeOptions>): Level {
  if (score < options.moderateFrom) return 'simple';
  return score < options.complexFrom ? 'moderate' : 'complex';
}

/**
 * The category that should be enough. A simple request with tools, media or a schema wants `small`:
 * the tiniest models know words only.
 */
export function chooseCategory(
  level: Level,
  reasoningScore: number,
  wordsOnly: boolean,
  { reasoningFrom }: Required<AnalyzeOptions>,
): Category {
  if (level === 'simple') return wordsOnly ? 'tiny' : 'small';
  if (reasoningScore >= reasoningFrom) return 'reasoning';
  return level === 'moderate' ? 'small' : 'large';
}
