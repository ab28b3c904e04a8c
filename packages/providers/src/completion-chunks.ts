import type { ChatCompletion, ChatCompletionChunk, ChunkDelta } from '@llm-router/core';

/** A whole answer as the chunks of a stream, for servers that answer a stream request at once. */
export function toChunks(completion: ChatCompletion): readonly ChatCompletionChunk[] {
  const { choices, usage, ...rest } = completion;
  const envelope = { ...rest, object: 'chat.completion.chunk' } as const;
  const answer: ChatCompletionChunk = {
    ...envelope,
    choices: choices.map(({ index, message, finish_reason, logprobs }) => ({
      index,
      delta: toDelta(message),
      finish_reason,
      ...(logprobs && { logprobs }),
    })),
  };
  return usage === undefined ? [answer] : [answer, { ...envelope, choices: [], usage }];
}

function toDelta(message: ChatCompletion['choices'][number]['message']): ChunkDelta {
  const { role, content, refusal, tool_calls: calls, function_call: legacy } = message;
  const { reasoning, reasoning_content, reasoning_details } = message;
  return {
    role,
    content: content ?? '',
    ...(refusal && { refusal }),
    ...(calls && { tool_calls: calls.map((call, index) => ({ ...call, index })) }),
    ...(legacy && { function_call: legacy }),
    ...(reasoning && { reasoning }),
    ...(reasoning_content && { reasoning_content }),
    ...(reasoning_details && { reasoning_details }),
  };
}
