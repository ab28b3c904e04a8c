import type { ChatRequest, Provider } from '@llm-router/core';
import type { OpenRouterOptions } from './openrouter-options.ts';

/** The same provider, whose chat requests carry these preferences unless they bring their own. */
export function withPreferences(provider: Provider, preferences: OpenRouterOptions): Provider {
  const prefer = (request: ChatRequest): ChatRequest => ({ ...preferences, ...request });
  return {
    ...provider,
    chat: (request, call) => provider.chat(prefer(request), call),
    stream: (request, call) => provider.stream(prefer(request), call),
  };
}
