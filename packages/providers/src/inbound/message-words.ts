import type { FinishReason, Usage } from '@llm-router/core';

/** An answer as Anthropic's messages wire spells it. */
export interface Message {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly model: string;
  readonly content: readonly MessageBlock[];
  readonly stop_reason: StopReason | null;
  readonly stop_sequence: null;
  readonly usage: MessageUsage;
}

export type StopReason = 'end_turn' | 'max_tokens' | 'tool_use' | 'refusal';

export type MessageBlock =
  | { readonly type: 'text'; readonly text: string; readonly citations: null }
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | { readonly type: 'redacted_thinking'; readonly data: string }
  | {
      readonly type: 'tool_use';
      readonly id: string;
      readonly name: string;
      readonly input: object;
    };

/** Usage with the uncached rest of the prompt as its input, as Anthropic counts. */
export interface MessageUsage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly output_tokens: number;
}

const reasons: Readonly<Record<FinishReason, StopReason>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
  function_call: 'tool_use',
  content_filter: 'refusal',
};

/** The reason for the end, in Anthropic's words; that of a stop sequence is an `end_turn` too. */
export function toStopReason(reason: FinishReason | null | undefined): StopReason {
  return (reason && reasons[reason]) ?? 'end_turn';
}

export function toMessageUsage(usage: Usage | undefined): MessageUsage {
  const read = usage?.cachedInputTokens ?? 0;
  const written = usage?.cacheWriteInputTokens ?? 0;
  return {
    input_tokens: Math.max(0, (usage?.inputTokens ?? 0) - read - written),
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    output_tokens: usage?.outputTokens ?? 0,
  };
}

/** A message before anything of it was said. */
export function emptyMessage(id: string, model: string): Message {
  return {
    id: id === '' ? 'msg_routed' : id,
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: toMessageUsage(undefined),
  };
}
