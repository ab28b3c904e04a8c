import {
  type ChatMessage,
  type ChatRequest,
  estimateTokens,
  RouterError,
  readOptions,
} from '@llm-router/core';
import { findModel, type ModelFacts } from '@llm-router/model-catalog';
import { calibratedText } from './calibration.ts';
import { calibratedRequest, measureRequest } from './count-calibrated.ts';
import { countOpenAi } from './count-openai.ts';
import { createMeasureText } from './measure-text.ts';
import { modelProfile } from './model-profile.ts';
import { type Encoding, encodings, loadTokenizer } from './tokenizer.ts';
import { yieldToHost } from './yield-to-host.ts';

/** A number of tokens and how it is known. */
export interface TokenCount {
  readonly tokens: number;
  /**
   * `exact`: the maker's own tokenizer and published format. `calibrated`: fitted on recorded usage.
   * `estimated`: no tokenizer is known for the model.
   */
  readonly method: 'exact' | 'calibrated' | 'estimated';
  /** The tokenizer behind the number, or `none`. */
  readonly encoding: Encoding | 'none';
}

/** Whose tokens are counted. */
export interface CountTokensOptions {
  /** A model's id, in any spelling. */
  readonly model: string;
}

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
}

/** The bounds of a {@link TokenCalculator}. */
export interface TokenCalculatorOptions {
  /** Characters of text kept with their counts, for each encoding; 0 keeps none. @defaultValue 4000000 */
  readonly memoCharacters?: number;
  /** Characters counted before the host gets a turn; 256 or more. @defaultValue 65536 */
  readonly sliceCharacters?: number;
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
    'yieldToHost',
    'findModel',
  ]);
  const factsOf = read.callback('findModel', findModel);
  const measure = createMeasureText({
    memoCharacters: read.number('memoCharacters', { default: 4_000_000, min: 0 }),
    sliceCharacters: read.number('sliceCharacters', { default: 65_536, min: 256, integer: true }),
    yieldToHost: read.callback('yieldToHost', yieldToHost),
  });

  async function count(input: string | ChatRequest, model: string): Promise<TokenCount> {
    const profile = modelProfile(model);
    if (profile.kind === 'unknown') {
      return { tokens: estimateTokens(input), method: 'estimated', encoding: 'none' };
    }
    const { encoding } = profile;
    if (typeof input === 'string') {
      const text = await measure(input, encoding);
      if (profile.kind === 'openai') return { tokens: text.tokens, method: 'exact', encoding };
      const tokens = Math.max(0, Math.round(calibratedText(text, profile.calibration)));
      return { tokens, method: 'calibrated', encoding };
    }
    if (profile.kind === 'openai') {
      const { tokens, exact } = await countOpenAi(input, profile, model, measure);
      return { tokens, method: exact ? 'exact' : 'calibrated', encoding };
    }
    const request = await measureRequest(input, model, encoding, measure);
    const tokens = calibratedRequest(request, profile.calibration);
    return { tokens, method: 'calibrated', encoding };
  }

  return {
    async countTokens(input, choice) {
      readOptions('countTokens', choice, ['model']);
      return count(readInput('countTokens', input), readModel('countTokens', choice));
    },
    async fitsContext(request, choice) {
      const chosen = readOptions('fitsContext', choice, ['model', 'marginRatio']);
      const model = readModel('fitsContext', choice);
      const counted = await count(readInput('fitsContext', request), model);
      const ratio = { default: margins[counted.method], min: 0, max: 1 };
      const prompt = Math.ceil(counted.tokens * (1 + chosen.number('marginRatio', ratio)));
      return compare(prompt, request, factsOf(model));
    },
  };
}

function readModel(where: string, { model }: CountTokensOptions): string {
  if (typeof model === 'string' && model.trim() !== '') return model;
  throw new RouterError('invalid_config', `${where}: model is missing; expected a model's id.`);
}

function readInput(
  where: string,
  input: string | readonly ChatMessage[] | ChatRequest,
): string | ChatRequest {
  if (typeof input === 'string') return input;
  const request = isMessages(input) ? { messages: input } : input;
  const { messages } = (request ?? {}) as Partial<ChatRequest>;
  const whole = (message: ChatMessage) => typeof message === 'object' && message !== null;
  if (Array.isArray(messages) && messages.every(whole)) return request;
  throw new RouterError(
    'invalid_request',
    `${where}: the input has no messages; expected a text, a list of messages or a chat request.`,
  );
}

function isMessages(input: readonly ChatMessage[] | ChatRequest): input is readonly ChatMessage[] {
  return Array.isArray(input);
}

function compare(prompt: number, request: ChatRequest, facts: ModelFacts | undefined): ContextFit {
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

/**
 * Loads tokenizers ahead of the first count, which would wait up to half a second for them.
 *
 * @param names encodings (`o200k_base`) or ids of models; a model without a tokenizer needs none
 * @throws RouterError `invalid_config`
 */
export async function preloadTokenizers(names: readonly string[]): Promise<void> {
  if (!Array.isArray(names)) {
    throw new RouterError('invalid_config', 'preloadTokenizers: expected a list of names.');
  }
  for (const name of names) {
    const encoding = encodings.find((known) => known === name) ?? encodingOf(name);
    if (encoding !== undefined) await loadTokenizer(encoding);
  }
}

function encodingOf(model: string): Encoding | undefined {
  const profile = modelProfile(readModel('preloadTokenizers', { model }));
  return profile.kind === 'unknown' ? undefined : profile.encoding;
}
