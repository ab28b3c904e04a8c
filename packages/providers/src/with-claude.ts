import type { ChatRequest, Provider } from '@llm-router/core';

const isClaude = ({ model = '' }: ChatRequest): boolean => /(?:^|\/)claude-/i.test(model);

/** A provider that serves Claude models beside its own, on Anthropic's wire. */
export function withClaude(own: Provider, claude: Provider): Provider {
  const servingOf = (request: ChatRequest) => (isClaude(request) ? claude : own);
  return {
    ...own,
    chat: (request, call) => servingOf(request).chat(request, call),
    stream: (request, call) => servingOf(request).stream(request, call),
  };
}
