import type { ChatMessage, ChatRequest } from '@llm-router/core';
import type { ContextFit } from './compare-window.ts';
import type { TokenCount } from './count-input.ts';
import {
  type CountTokensOptions,
  createTokenCalculator,
  type FitsContextOptions,
  type LearnTokensOptions,
  type TokenCalculator,
} from './token-calculator.ts';
import type { LearnedCorrection } from './token-correction.ts';

let shared: TokenCalculator | undefined;

/** One memory for the whole process: a conversation's earlier turns are counted once. */
function sharedCalculator(): TokenCalculator {
  shared ??= createTokenCalculator();
  return shared;
}

/**
 * Counts the tokens of a text, of messages or of a whole request for a model.
 *
 * @throws RouterError `invalid_config`, `invalid_request`
 * @example
 * await countTokens([{ role: 'user', content: 'Hello' }], { model: 'gpt-4o' }); // 8 tokens, exact
 */
export function countTokens(
  input: string | readonly ChatMessage[] | ChatRequest,
  options: CountTokensOptions,
): Promise<TokenCount> {
  return sharedCalculator().countTokens(input, options);
}

/**
 * Whether a request and the answer that it asks for fit into a model's window.
 *
 * @throws RouterError `invalid_config`, `invalid_request`
 */
export function fitsContext(
  request: ChatRequest,
  options: FitsContextOptions,
): Promise<ContextFit> {
  return sharedCalculator().fitsContext(request, options);
}

/**
 * Learns from the usage of an answer how far counts for a deployment are off: from the third answer on,
 * counts that name the deployment are corrected where that has been worth it.
 *
 * @throws RouterError `invalid_config`, `invalid_request`
 * @example
 * await learnTokens(request, { model: 'kimi-k3', deployment: 'eu', inputTokens: usage.inputTokens });
 * await countTokens(next, { model: 'kimi-k3', deployment: 'eu' });
 */
export function learnTokens(
  input: readonly ChatMessage[] | ChatRequest,
  options: LearnTokensOptions,
): Promise<LearnedCorrection> {
  return sharedCalculator().learnTokens(input, options);
}
