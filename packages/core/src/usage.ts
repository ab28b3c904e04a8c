import type { CompletionUsage } from './chat.ts';

/** Tokens of one request, in one shape for every provider. */
export interface Usage {
  /** The whole prompt: uncached, cache read and cache write together. */
  readonly inputTokens: number;
  /** Everything produced, reasoning included. */
  readonly outputTokens: number;
  readonly totalTokens: number;
  /** The part of `inputTokens` that was read from the provider's prompt cache. */
  readonly cachedInputTokens?: number;
  /** The part of `inputTokens` that was written to the provider's prompt cache. */
  readonly cacheWriteInputTokens?: number;
  /** The part of `outputTokens` that was reasoning. */
  readonly reasoningTokens?: number;
}

/**
 * Reads OpenAI's usage shape; absent details stay absent, and a missing total is the sum. Counts that
 * are no numbers of at least 0, or beyond belief, are no usage: `undefined`.
 */
export function fromCompletionUsage(usage: CompletionUsage): Usage | undefined {
  if (!isCount(usage.prompt_tokens) || !isCount(usage.completion_tokens)) return undefined;
  const cached = usage.prompt_tokens_details?.cached_tokens;
  const cacheWrite = usage.prompt_tokens_details?.cache_write_tokens;
  const reasoning = usage.completion_tokens_details?.reasoning_tokens;
  return {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    totalTokens: isCount(usage.total_tokens)
      ? usage.total_tokens
      : usage.prompt_tokens + usage.completion_tokens,
    ...(isCount(cached) && { cachedInputTokens: cached }),
    ...(isCount(cacheWrite) && { cacheWriteInputTokens: cacheWrite }),
    ...(isCount(reasoning) && { reasoningTokens: reasoning }),
  };
}

/** No answer has so many; one that says so must not spoil the accounts for days. */
const mostTokens = 100_000_000;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= mostTokens;
}
