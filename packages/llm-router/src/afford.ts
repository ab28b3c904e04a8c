import type { ChatRequest, ErrorClassification } from '@llm-router/core';
import type { Call, House } from './house.ts';

/** Fewer are hardly an answer. */
const leastTokens = 16;

/**
 * The request as the account can still pay for it, where the provider has said how many tokens that
 * are, the configuration wants it, and it has not been tried before.
 */
export function shrunkToAfford(
  { request, isShrunk }: Pick<Call, 'request' | 'isShrunk'>,
  { affordableTokens }: ErrorClassification,
  { shrinksOutput }: Pick<House, 'shrinksOutput'>,
): ChatRequest | undefined {
  if (
    !shrinksOutput ||
    isShrunk ||
    affordableTokens === undefined ||
    affordableTokens < leastTokens
  ) {
    return undefined;
  }
  const { max_tokens: older, max_completion_tokens: limit = older, ...rest } = request;
  if (limit !== undefined && limit !== null && limit <= affordableTokens) return undefined;
  return { ...rest, max_completion_tokens: affordableTokens };
}

export function shrunkInWords({ max_completion_tokens: limit }: ChatRequest): string {
  return `the answer may have ${limit} tokens, since the account can pay for no more`;
}
