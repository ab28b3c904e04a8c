import { type Candidate, type ChatRequest, type Price, priceUsage } from '@llm-router/core';
import { outputLimit } from './output-limit.ts';

/** What a prompt and an answer of these sizes cost; `null` where the price does not tell. */
export function nanoUsdOf(inputTokens: number, outputTokens: number, price: Price): number | null {
  const usage = { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
  return priceUsage(usage, price).nanoUsd;
}

/**
 * What a request can cost at most, where the caller has said how long its answer may be; else what it
 * is expected to cost. `null`: its price is not known.
 */
export function mostNanoUsd(
  { deployment, expected }: Candidate,
  request: ChatRequest | undefined,
): number | null {
  const { nanoUsd, inputTokens } = expected;
  const outputTokens = outputLimit(request);
  if (nanoUsd === null || deployment.price === undefined) return nanoUsd;
  if (typeof outputTokens !== 'number') return nanoUsd;
  return Math.max(nanoUsd, nanoUsdOf(inputTokens, outputTokens, deployment.price) ?? 0);
}
