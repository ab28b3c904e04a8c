import type { ChatRequest } from '@llm-router/core';

/** A request for trials; whether it is streamed is the check's choice. */
export type TrialRequest = Omit<ChatRequest, 'stream'>;

const usual: TrialRequest = {
  model: 'trial-model',
  messages: [
    { role: 'system', content: 'Answer in one sentence.' },
    { role: 'user', content: [{ type: 'text', text: 'How old is the bridge?' }] },
  ],
  max_completion_tokens: 64,
};

/** Makes copies of the request, so that no check sees what another did to it. */
export function readTrialRequest(
  request: TrialRequest = usual,
  refuse: () => never,
): () => ChatRequest {
  if (!Array.isArray(request?.messages)) return refuse();
  const text = toJson(request) ?? refuse();
  return () => JSON.parse(text) as ChatRequest;
}

function toJson(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
