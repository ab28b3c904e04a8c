import { type ChatMessage, type ChatRequest, readOptions } from '@llm-router/core';
import { findModel, type ModelFacts } from '@llm-router/model-catalog';
import { type ContextFit, compareWindow } from './compare-window.ts';
import { countInput, type TokenCount } from './count-input.ts';
import { createMeasureText } from './measure-text.ts';
import { readMessage } from './message-parts.ts';
import { readChoice, readInput, readRequest } from './read-input.ts';
import { createTokenCorrection, type LearnedCorrection } from './token-correction.ts';
import { yieldToHost } from './yield-to-host.ts';

/** Whose tokens are counted. */
export interface CountTokensOptions {
  /** A model's id, in any spelling. */
  readonly model: string;
  /** Whose learned correction applies to messages and requests. @defaultValue none */
  readonly deployment?: string;
}

/** What came back for a request. */
export interface LearnTokensOptions {
  readonly model: string;
  /** Where the request was sent, by the name that later counts will use. */
  readonly deployment: string;
  /** The whole prompt, as the provider billed it. */
  readonly inputTokens: number;
}

/** What is to fit where. */
export interface FitsContextOptions extends CountTokensOptions {
  /** Share of the prompt to add for safety; 0 to 1. @defaultValue 0 exact, 0.05 calibrated, 0.15 estimated */
  readonly marginRatio?: number;
}

/** Counts tokens and remembers the texts that it has counted. */
export interface TokenCalculator {
  countTokens(
    input: string | readonly ChatMessage[] | ChatRequest,
    options: CountTokensOptions,
  ): Promise<TokenCount>;
  fitsContext(request: ChatRequest, options: FitsContextOptions): Promise<ContextFit>;
  /**
   * Learns from the usage of an answer how far counts for a deployment are off; answers what holds now.
   * Requests with and without tools are learned apart; those with pictures, sound or files, not at all.
   */
  learnTokens(
    input: readonly ChatMessage[] | ChatRequest,
    options: LearnTokensOptions,
  ): Promise<LearnedCorrection>;
}

/** The bounds of a {@link TokenCalculator}. */
export interface TokenCalculatorOptions {
  /** Characters of text kept with their counts, for each encoding; 0 keeps none. @defaultValue 4000000 */
  readonly memoCharacters?: number;
  /** Characters counted before the host gets a turn; 256 or more. @defaultValue 16384 */
  readonly sliceCharacters?: number;
  /** Deployments whose corrections are kept; 1 or more. @defaultValue 256 */
  readonly maxDeployments?: number;
  /** Lets the host go on with other work. @defaultValue one turn of its event loop */
  readonly yieldToHost?: () => Promise<void>;
  /** Where windows are looked up. @defaultValue the built-in catalog */
  readonly findModel?: (id: string) => ModelFacts | undefined;
}

const margins = { exact: 0, calibrated: 0.05, estimated: 0.15 } as const;

/**
 * Makes a token calculator with a memory of its own.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const { countTokens } = createTokenCalculator({ memoCharacters: 0 });
 * await countTokens('Hello', { model: 'gpt-4o' }); // { tokens: 1, method: 'exact', encoding: 'o200k_base' }
 */
export function createTokenCalculator(options: TokenCalculatorOptions = {}): TokenCalculator {
  const read = readOptions('createTokenCalculator', options, [
    'memoCharacters',
    'sliceCharacters',
    'maxDeployments',
    'yieldToHost',
    'findModel',
  ]);
  const factsOf = read.callback('findModel', findModel);
  const measure = createMeasureText({
    memoCharacters: read.number('memoCharacters', { default: 4_000_000, min: 0 }),
    sliceCharacters: read.number('sliceCharacters', { default: 16_384, min: 256, integer: true }),
    yieldToHost: read.callback('yieldToHost', yieldToHost),
  });

  // Each deployment may have two: with tools and without.
  const correction = createTokenCorrection(
    2 * read.number('maxDeployments', { default: 256, min: 1, integer: true }),
  );

  async function correctedCount(
    input: string | ChatRequest,
    { model, deployment }: CountTokensOptions,
  ): Promise<TokenCount> {
    const counted = await countInput(input, model, measure);
    if (deployment === undefined || typeof input === 'string') return counted;
    const tokens = correction.correct(correctionKey(deployment, input), counted.tokens);
    return tokens === counted.tokens ? counted : { ...counted, tokens, method: 'calibrated' };
  }

  return {
    async countTokens(input, choice) {
      readChoice('countTokens', choice, ['model', 'deployment']);
      return correctedCount(readInput('countTokens', input), choice);
    },
    async fitsContext(request, choice) {
      const chosen = readChoice('fitsContext', choice, ['model', 'deployment', 'marginRatio']);
      const counted = await correctedCount(readInput('fitsContext', request), choice);
      const ratio = { default: margins[counted.method], min: 0, max: 1 };
      const prompt = Math.ceil(counted.tokens * (1 + chosen.number('marginRatio', ratio)));
      return compareWindow(prompt, request, factsOf(choice.model));
    },
    async learnTokens(input, choice) {
      const chosen = readChoice('learnTokens', choice, ['model', 'deployment', 'inputTokens']);
      const { model, deployment } = choice;
      if (deployment === undefined) return chosen.fail('deployment', 'where the request was sent');
      const billed = chosen.optionalNumber('inputTokens', { min: 1 });
      if (billed === undefined) return chosen.fail('inputTokens', 'the tokens that were billed');
      const request = readRequest('learnTokens', input);
      const key = correctionKey(deployment, request);
      if (!hasMedia(request)) {
        const { tokens } = await countInput(request, model, measure);
        correction.observe(key, tokens, billed);
      }
      return correction.explain(key);
    },
  };
}

/** Tools are counted by rules of their own, which are off by amounts of their own. */
function correctionKey(deployment: string, { tools, functions }: ChatRequest): string {
  return `${(tools ?? functions ?? []).length > 0 ? 'tools' : 'text'} ${deployment}`;
}

function hasMedia({ messages }: ChatRequest): boolean {
  return messages
    .map(readMessage)
    .some(({ images, mediaTokens }) => images.length + mediaTokens > 0);
}
