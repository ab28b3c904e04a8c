import type { ChatMessage, ChatRequest } from '@llm-router/core';
import {
  type ContextFit,
  type CountTokensOptions,
  createTokenCalculator,
  type FitsContextOptions,
  type TokenCalculator,
  type TokenCount,
} from './token-calculator.ts';

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
