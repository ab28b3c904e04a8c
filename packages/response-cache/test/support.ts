import type { ChatCompletion, ChatRequest, FinishReason } from '@llm-router/core';

export function question(text: string, more: Partial<ChatRequest> = {}): ChatRequest {
  return { model: 'tiny', messages: [{ role: 'user', content: text }], ...more };
}

export function answer(
  text: string | null,
  reason: FinishReason = 'stop',
  more: Partial<ChatCompletion['choices'][number]['message']> = {},
): ChatCompletion {
  return {
    id: 'answer-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'tiny',
    choices: [choice(text, reason, more)],
    usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
  };
}

export function choice(
  text: string | null,
  reason: FinishReason = 'stop',
  more: Partial<ChatCompletion['choices'][number]['message']> = {},
): ChatCompletion['choices'][number] {
  return {
    index: 0,
    message: { role: 'assistant', content: text, refusal: null, ...more },
    finish_reason: reason,
    logprobs: null,
  };
}
