import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChunkDelta,
  ToolCall,
  ToolCallDelta,
} from '@llm-router/core';

type ChunkChoice = ChatCompletionChunk['choices'][number];

/**
 * A stored answer as a stream: for each choice its role, its content and its end, and the usage last.
 * Put together again, the pieces are the answer. Audio and annotations have no form in a stream and are
 * left out.
 *
 * @example
 * for await (const chunk of replay(completion)) send(chunk);
 */
export async function* replay(completion: ChatCompletion): AsyncIterable<ChatCompletionChunk> {
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
