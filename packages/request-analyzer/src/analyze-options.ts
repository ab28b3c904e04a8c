import { type ChatRequest, estimateTokens, readOptions } from '@llm-router/core';

/** Where the levels begin, and what stands in for what is not known. */
export interface AnalyzeOptions {
  /** Score from which a request is `moderate`; 0 to 1. @defaultValue 0.375 */
  readonly moderateFrom?: number;
  /** Score from which a request is `complex`; `moderateFrom` to 1. @defaultValue 0.625 */
  readonly complexFrom?: number;
  /**
   * Reasoning score from which a request that is not simple wants a `reasoning` model; 0 to 1.
   * @defaultValue 0.6
   */
  readonly reasoningFrom?: number;
  /** Tokens of an answer of which nothing is known; above 0. @defaultValue 200 */
  readonly usualOutputTokens?: number;
  /** Counts the tokens of the prompt. @defaultValue core's `estimateTokens` */
  readonly countTokens?: (request: ChatRequest) => number;
}

const defaults: Required<AnalyzeOptions> = {
  moderateFrom: 0.375,
  complexFrom: 0.625,
  reasoningFrom: 0.6,
  usualOutputTokens: 200,
  countTokens: estimateTokens,
};

/**
 * Fills in the defaults.
 *
 * @throws RouterError `invalid_config`
 */
export function readAnalyzeOptions(options: AnalyzeOptions | undefined): Required<AnalyzeOptions> {
  if (options === undefined) return defaults;
  const read = readOptions('analyzeRequest', options, [
    'moderateFrom',
    'complexFrom',
    'reasoningFrom',
    'usualOutputTokens',
    'countTokens',
  ]);
  const share = { min: 0, max: 1 };
  const moderateFrom = read.number('moderateFrom', { ...share, default: defaults.moderateFrom });
  const complexFrom = read.number('complexFrom', { ...share, default: defaults.complexFrom });
  if (complexFrom < moderateFrom)
    read.fail('complexFrom', `at least moderateFrom, ${moderateFrom}`);
  return {
    moderateFrom,
    complexFrom,
    reasoningFrom: read.number('reasoningFrom', { ...share, default: defaults.reasoningFrom }),
    usualOutputTokens: read.number('usualOutputTokens', {
      default: defaults.usualOutputTokens,
      min: 0,
      exclusiveMin: true,
    }),
    countTokens: read.callback('countTokens', defaults.countTokens),
  };
}
