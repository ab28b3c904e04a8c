import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChunkDelta,
  invalidConfig,
  type ToolCall,
  type ToolCallDelta,
} from '@llm-router/core';

type ChunkChoice = ChatCompletionChunk['choices'][number];

/**
 * A stored answer as a stream: for each choice its role, its content and its end, and the usage last.
 * Put together again, the pieces are the answer. Audio and annotations have no form in a stream and are
 * left out.
 *
 * @throws RouterError `invalid_config` for what is no answer
 * @example
 * for await (const chunk of replay(completion)) send(chunk);
 */
export async function* replay(completion: ChatCompletion): AsyncIterable<ChatCompletionChunk> {
  if (!Array.isArray(completion?.choices) || !completion.choices.every(isChoice)) {
    throw invalidConfig(
      'replay: the completion',
      completion,
      'an answer with choices, each with a message',
    );
  }
  const { id, created, model, choices, usage } = completion;
  const { service_tier: tier, system_fingerprint: fingerprint } = completion;
  const frame = {
    id,
    object: 'chat.completion.chunk' as const,
    created,
    model,
    ...(tier !== undefined && { service_tier: tier }),
    ...(fingerprint !== undefined && { system_fingerprint: fingerprint }),
  };
  for (const choice of choices) {
    for (const piece of piecesOf(choice)) yield { ...frame, choices: [piece] };
  }
  if (usage !== undefined) yield { ...frame, choices: [], usage };
}

/** Whether the parts that are gone through are what they should be. */
function isChoice(choice: Partial<ChatCompletion['choices'][number]> | null): boolean {
  if (typeof choice?.message !== 'object' || choice.message === null) return false;
  const { tool_calls: calls } = choice.message;
  return !isPresent(calls) || Array.isArray(calls);
}

function piecesOf(choice: ChatCompletion['choices'][number]): ChunkChoice[] {
  const { index, message, finish_reason: reason, logprobs } = choice;
  const { content, refusal, tool_calls: toolCalls, function_call: functionCall } = message;
  const { reasoning_content: thoughts, reasoning, reasoning_details: details } = message;
  const deltas: ChunkDelta[] = [
    { role: message.role },
    ...(isPresent(thoughts) ? [{ reasoning_content: thoughts }] : []),
    ...(isPresent(reasoning) ? [{ reasoning }] : []),
    ...(isPresent(details) ? [{ reasoning_details: details }] : []),
    ...(isPresent(content) ? [{ content }] : []),
    ...(isPresent(refusal) ? [{ refusal }] : []),
    ...(isPresent(toolCalls) ? [{ tool_calls: toolCalls.map(toDelta) }] : []),
    ...(isPresent(functionCall) ? [{ function_call: functionCall }] : []),
  ];
  return [
    ...deltas.map((delta) => ({ index, delta, finish_reason: null })),
    { index, delta: {}, finish_reason: reason, ...(isPresent(logprobs) && { logprobs }) },
  ];
}

function toDelta(call: ToolCall, index: number): ToolCallDelta {
  return { index, ...call };
}

function isPresent<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
