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
  const { max_tokens: older, max_completion_tokens: newer } = request;
  const most = (given: number | null | undefined) =>
    Math.min(given ?? Number.POSITIVE_INFINITY, affordableTokens);
  // Some servers know only the older name: a limit keeps the name that the caller gave it.
  const isOlder = typeof older === 'number';
  const isNewer = typeof newer === 'number' || !isOlder;
  const smaller: ChatRequest = {
    ...request,
    ...(isOlder && { max_tokens: most(older) }),
    ...(isNewer && { max_completion_tokens: most(newer) }),
  };
  const isTheSame = smaller.max_tokens === older && smaller.max_completion_tokens === newer;
  return isTheSame ? undefined : smaller;
}

/** What was made of a request, as the ledger says it. */
export function shrunkInWords({
  max_completion_tokens: limit,
  max_tokens: older,
}: ChatRequest): string {
  return `the answer may have ${limit ?? older} tokens, since the account can pay for no more`;
}
