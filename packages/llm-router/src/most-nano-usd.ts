import { type Candidate, type ChatRequest, priceUsage } from '@llm-router/core';

/**
 * What a request can cost at most, where the caller has said how long its answer may be; else what it
 * is expected to cost. `null`: its price is not known.
 */
export function mostNanoUsd(
  { deployment, expected }: Candidate,
  request: ChatRequest | undefined,
): number | null {
  const { nanoUsd, inputTokens } = expected;
  const outputTokens = request?.max_completion_tokens ?? request?.max_tokens;
  if (nanoUsd === null || deployment.price === undefined) return nanoUsd;
  if (typeof outputTokens !== 'number') return nanoUsd;
  const usage = { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
  return Math.max(nanoUsd, priceUsage(usage, deployment.price).nanoUsd ?? 0);
}
