import type { RequestAnalysis } from '@llm-router/core';

/** How far a deployment's own count of a prompt lies from our estimate. */
export interface InputOverhead {
  /** The tokens that the prompt should count there; at least 1. */
  expect(analysis: RequestAnalysis): number;
  /** @param inputTokens what the provider has billed for the prompt */
  learn(analysis: RequestAnalysis, inputTokens: number): void;
}

/** So many answers are looked back at: enough to stand above chance, few enough to follow a change. */
const mostSeen = 15;

/** Hidden prompts, as for tools, are smaller than this; of longer requests a share is believed. */
const alwaysBelieved = 1000;
const believedShare = 0.5;

/**
 * Learns from bills what an estimate cannot know: another tokenizer, and the prompt that a provider adds
 * around tools, of hundreds of tokens. Requests with tools and without are kept apart, and the median
 * of the last ones is taken, so that a strange one does no harm. Pictures and sound say nothing here.
 */
export function createInputOverhead(): InputOverhead {
  const withTools = createRecentMedian();
  const withoutTools = createRecentMedian();
  const kindOf = ({ requires }: RequestAnalysis) => (requires.tools ? withTools : withoutTools);
  const isCountable = ({ requires }: RequestAnalysis) => !requires.vision && !requires.audio;

  return {
    expect(analysis) {
      const { input } = analysis.tokens;
      const { median } = kindOf(analysis);
      if (median === 0 || !isCountable(analysis)) return input;
      const most = Math.max(alwaysBelieved, input * believedShare);
      const least = -input * believedShare;
      return Math.max(1, input + Math.round(Math.min(most, Math.max(least, median))));
    },
    learn(analysis, inputTokens) {
      // Some servers count nothing.
      if (inputTokens <= 0 || !isCountable(analysis)) return;
      kindOf(analysis).add(inputTokens - analysis.tokens.input);
    },
  };
}

function createRecentMedian() {
  const seen: number[] = [];
  let median = 0;
  return {
    get median() {
      return median;
    },
    add(value: number): void {
      seen.push(value);
      if (seen.length > mostSeen) seen.shift();
      median = [...seen].sort((a, b) => a - b)[Math.floor(seen.length / 2)] ?? 0;
    },
  };
}
