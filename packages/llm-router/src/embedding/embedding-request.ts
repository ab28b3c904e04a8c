import {
  type ChatRequest,
  type EmbeddingRequest,
  estimateTokens,
  type RequestAnalysis,
} from '@llm-router/core';
import type { House } from '../house.ts';
import { invalidRequest, isObject, shown } from '../invalid-request.ts';
import { wantedCategory } from '../resolve-model.ts';

/**
 * An embedding request as the pipeline sees it: a request for no output at all. It has to name its
 * model, since vectors of different models cannot be compared.
 *
 * @throws RouterError `invalid_request` naming the place and the mend
 */
export function toRoutedRequest(request: EmbeddingRequest, house: House): ChatRequest {
  if (!isObject(request)) {
    throw invalidRequest('the request', `is ${shown(request)}`, 'give { model, input }');
  }
  const model: unknown = request.model ?? house.defaultModel;
  if (typeof model !== 'string' || isAnyModel(model, house)) {
    const mend = 'name one, since vectors of different models cannot be compared';
    throw invalidRequest('request.model', `is ${shown(model)}`, mend);
  }
  checkInput(request.input);
  const texts = inputsOf(request).filter((input) => typeof input === 'string');
  const content = texts.map((text) => ({ type: 'text', text }) as const);
  return { model, messages: [{ role: 'user', content }], max_completion_tokens: 0 };
}

/** What is known of it: its tokens, and that it needs nothing else. */
export function analyzeEmbedding(request: EmbeddingRequest): RequestAnalysis {
  const input = inputsOf(request).reduce((sum, one) => sum + tokensOf(one), 0);
  return {
    complexity: { score: 0, level: 'simple' },
    reasoning: { score: 0, matches: [] },
    tokens: { input, expectedOutput: 0 },
    conversation: { turns: 1 },
    requires: {
      tools: false,
      vision: false,
      audio: false,
      structuredOutput: false,
      // The window is that of one input, not of all together.
      contextTokens: Math.max(...inputsOf(request).map(tokensOf)),
    },
    category: 'tiny',
    reasons: ['an embedding'],
  };
}

/** The inputs one by one: texts, or lists of token ids. */
export function inputsOf({ input }: EmbeddingRequest): readonly (string | readonly number[])[] {
  if (typeof input === 'string') return [input];
  return isTokens(input) ? [input] : input;
}

function isTokens(input: Exclude<EmbeddingRequest['input'], string>): input is readonly number[] {
  return typeof input[0] === 'number';
}

const tokensOf = (input: string | readonly number[]): number =>
  typeof input === 'string' ? estimateTokens(input) : input.length;

/** A category that no deployment bears as its own name means all of them. */
function isAnyModel(model: string, house: House): boolean {
  return model === '' || model === 'auto' || wantedCategory(model, house) !== undefined;
}

function checkInput(input: unknown): void {
  const mend = 'give a text, a list of texts, or token ids';
  if (typeof input === 'string') return;
  if (!Array.isArray(input)) throw invalidRequest('request.input', `is ${shown(input)}`, mend);
  if (input.length === 0) throw invalidRequest('request.input', 'is empty', mend);
  const isNumber = (value: unknown) => typeof value === 'number';
  if (input.every(isNumber)) return;
  const wrong = input.findIndex(
    (one) => typeof one !== 'string' && !(Array.isArray(one) && one.every(isNumber)),
  );
  if (wrong < 0) return;
  throw invalidRequest(`request.input[${wrong}]`, `is ${shown(input[wrong])}`, mend);
}
