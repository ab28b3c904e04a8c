import type { ChatCompletionChunk, Provider, ToolCallDelta } from '@llm-router/core';

const envelope = { id: 'parrot-1', created: 1_700_000_000, model: 'parrot' };

/** A provider without a wire: says the same words, whole or one by one. */
export function parrot(words: readonly string[]): Provider {
  return {
    name: 'parrot',
    async chat(_request, { signal } = {}) {
      signal?.throwIfAborted();
      const message = { role: 'assistant', content: words.join(''), refusal: null } as const;
      const choice = { index: 0, message, finish_reason: 'stop', logprobs: null } as const;
      return { ...envelope, object: 'chat.completion', choices: [choice] };
    },
    async *stream(_request, { signal } = {}) {
      const object = 'chat.completion.chunk';
      for (const content of words) {
        signal?.throwIfAborted();
        const choice = { index: 0, delta: { content }, finish_reason: null };
        yield { ...envelope, object, choices: [choice] };
      }
      yield { ...envelope, object, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
    },
  };
}

/** A parrot that calls a tool instead: its arguments at once, or in these pieces as a stream. */
export function callingParrot(pieces: readonly string[]): Provider {
  const tool = { id: 'call-1', type: 'function' } as const;
  return {
    name: 'parrot',
    async chat(_request, { signal } = {}) {
      signal?.throwIfAborted();
      const calls = [{ ...tool, function: { name: 'fly', arguments: '{"to":"mast"}' } }];
      const message = { role: 'assistant', content: null, refusal: null } as const;
      const choice = { index: 0, message: { ...message, tool_calls: calls }, logprobs: null };
      const choices = [{ ...choice, finish_reason: 'tool_calls' as const }];
      return { ...envelope, object: 'chat.completion', choices };
    },
    async *stream(_request, { signal } = {}) {
      signal?.throwIfAborted();
      yield callPiece({ ...tool, function: { name: 'fly' } });
      for (const piece of pieces) yield callPiece({ function: { arguments: piece } });
      const end = { index: 0, delta: {}, finish_reason: 'tool_calls' } as const;
      yield { ...envelope, object: 'chat.completion.chunk', choices: [end] };
    },
  };
}

function callPiece(call: Omit<ToolCallDelta, 'index'>): ChatCompletionChunk {
  const delta = { tool_calls: [{ ...call, index: 0 }] };
  const choices = [{ index: 0, delta, finish_reason: null }];
  return { ...envelope, object: 'chat.completion.chunk', choices };
}
