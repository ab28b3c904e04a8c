import type { LanguageModelV3Usage } from '@ai-sdk/provider';
import type { ChatCompletion, FinishReason, Usage } from '@llm-router/core';
import type { ChatResult } from 'llm-router';
import { ownName } from './call-options.ts';

/** Facts beside an answer, in the form that the AI SDK keeps them: plain JSON under the provider's name. */
export type Metadata = Record<string, Record<string, JsonValue>>;
type JsonValue = null | string | number | boolean | JsonValue[] | { [field: string]: JsonValue };

/** A part of an answer that both specifications know. */
export type Content =
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string; providerMetadata?: Metadata }
  | { type: 'tool-call'; toolCallId: string; toolName: string; input: string };

/** The reasoning, the text and the tool calls of an answer. */
export function toContent({ choices }: ChatCompletion): Content[] {
  const message = choices[0]?.message;
  if (message === undefined) return [];
  const { content, refusal, reasoning_content: thoughts, reasoning } = message;
  const text = content || refusal;
  const thought = thoughts || reasoning || '';
  const details = detailsOf(message.reasoning_details);
  return [
    ...(thought || details ? [{ type: 'reasoning', text: thought, ...details } as const] : []),
    ...(text ? [{ type: 'text', text } as const] : []),
    ...(message.tool_calls ?? []).flatMap((call) =>
      call.type === 'function'
        ? toToolCall(call.id, call.function.name, call.function.arguments)
        : [],
    ),
  ];
}

export function toToolCall(
  toolCallId: string,
  toolName: string,
  input: string,
): Extract<Content, { type: 'tool-call' }> {
  return { type: 'tool-call', toolCallId, toolName, input: input === '' ? '{}' : input };
}

/** Opaque reasoning travels with its part, so that the SDK hands it back in the next prompt. */
export function detailsOf(
  details: readonly unknown[] | null | undefined,
): { providerMetadata: Metadata } | undefined {
  if (!details || details.length === 0) return undefined;
  const plain = JSON.parse(JSON.stringify(details)) as JsonValue[];
  return { providerMetadata: { [ownName]: { reasoningDetails: plain } } };
}

/** Why an answer ended, in the words that both specifications know. */
export interface Finish {
  unified: 'stop' | 'length' | 'tool-calls' | 'content-filter' | 'other';
  raw: string | undefined;
}

const reasons: Readonly<Record<FinishReason, Finish['unified']>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool-calls',
  function_call: 'tool-calls',
  content_filter: 'content-filter',
};

export function toFinishReason({ choices }: ChatCompletion): Finish {
  const raw = choices[0]?.finish_reason;
  return { unified: (raw && reasons[raw]) ?? 'other', raw };
}

export function toUsage(usage: Usage | undefined): LanguageModelV3Usage {
  const { inputTokens, outputTokens, reasoningTokens } = usage ?? {};
  const read = usage?.cachedInputTokens;
  const written = usage?.cacheWriteInputTokens;
  return {
    inputTokens: {
      total: inputTokens,
      noCache: inputTokens === undefined ? undefined : inputTokens - (read ?? 0) - (written ?? 0),
      cacheRead: read,
      cacheWrite: written,
    },
    outputTokens: {
      total: outputTokens,
      text: outputTokens === undefined ? undefined : outputTokens - (reasoningTokens ?? 0),
      reasoning: reasoningTokens,
    },
  };
}

/** What the router decided, for `providerMetadata`. */
export function toMetadata({
  deployment,
  provider,
  model,
  cached,
  cost,
  ledger,
}: Pick<ChatResult, 'deployment' | 'provider' | 'model' | 'cost' | 'ledger'> & {
  readonly cached?: boolean;
}): Metadata {
  return {
    [ownName]: {
      deployment,
      provider,
      model,
      cached: cached ?? false,
      attempts: ledger.attempts.length,
      costUsd: cost.nanoUsd === null ? null : cost.nanoUsd / 1e9,
      costExactness: cost.exactness,
      ledgerId: ledger.id,
      losses: [...ledger.losses],
    },
  };
}
