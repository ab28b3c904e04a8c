import {
  type ChatCompletion,
  fromCompletionUsage,
  type Ledger,
  type Usage,
} from '@llm-router/core';
import type { EmbeddingAnswer } from './embedding/embedded-answer.ts';
import type { Room } from './house.ts';
import type { ChatResult, EmbedResult } from './router.ts';
import type { ChatAnswer } from './whole-answer.ts';

/** An answer with what one wants to know about it. */
export function toResult({ completion, room }: ChatAnswer, ledger: Ledger): ChatResult {
  return {
    text: completion.choices[0]?.message.content ?? '',
    completion,
    usage: room === undefined ? noUsage : usageOf(completion, ledger),
    cost: ledger.cost,
    ...servedBy(room, completion),
    latencyMs: ledger.durationMs,
    ledger,
  };
}

/** Vectors with what one wants to know about them. */
export function toEmbedResult({ response, room }: EmbeddingAnswer, ledger: Ledger): EmbedResult {
  const { model, provider, id } = room.deployment;
  return {
    embeddings: response.data.map(({ embedding }) => embedding),
    response,
    usage: ledger.usage,
    cost: ledger.cost,
    model,
    provider,
    deployment: id,
    latencyMs: ledger.durationMs,
    ledger,
  };
}

/** A stored answer uses no tokens. */
const noUsage: Usage = { inputTokens: 0, outputTokens: 0, totalTokens: 0 };

function usageOf({ usage }: ChatCompletion, ledger: Ledger): Usage | undefined {
  return ledger.usage ?? (usage && fromCompletionUsage(usage));
}

function servedBy(room: Room | undefined, { model }: ChatCompletion) {
  if (room === undefined) return { model, provider: 'cache', deployment: 'cache', cached: true };
  const { deployment } = room;
  return {
    model: deployment.model,
    provider: deployment.provider,
    deployment: deployment.id,
    cached: false,
  };
}
