import { fromCompletionUsage, type Ledger } from '@llm-router/core';
import type { ChatResult } from './router-config.ts';
import type { ChatAnswer } from './send-chat.ts';

/** An answer with what one wants to know about it. */
export function toResult({ completion, room }: ChatAnswer, ledger: Ledger): ChatResult {
  const { deployment } = room;
  return {
    text: completion.choices[0]?.message?.content ?? '',
    completion,
    usage: ledger.usage ?? (completion.usage && fromCompletionUsage(completion.usage)),
    cost: ledger.cost,
    model: deployment.model,
    provider: deployment.provider,
    deployment: deployment.id,
    cached: false,
    latencyMs: ledger.durationMs,
    ledger,
  };
}
