import type { LanguageModelV3Usage } from '@ai-sdk/provider';
import type { ChatRequest } from '@llm-router/core';
import type { Router } from 'llm-router';
import type { ModelCall, Warning } from './call-options.ts';
import {
  type Content,
  type Finish,
  type Metadata,
  toContent,
  toFinishReason,
  toMetadata,
  toUsage,
} from './to-answer.ts';
import { readCall, toCallError } from './to-call-error.ts';
import { toChatRequest } from './to-chat-request.ts';

/** A whole answer in the form that both specifications know. */
export interface Generated {
  content: Content[];
  finishReason: Finish;
  usage: LanguageModelV3Usage;
  providerMetadata: Metadata;
  request: { body: ChatRequest };
  response: { id: string; modelId: string; timestamp: Date };
  warnings: Warning[];
}

/** Asks the router for one answer. */
export async function generate(router: Router, model: string, call: ModelCall): Promise<Generated> {
  const { request, options, warnings } = readCall(() => toChatRequest(model, call));
  try {
    const result = await router.chat(request, options);
    const { id, created, model: modelId } = result.completion;
    return {
      content: toContent(result.completion),
      finishReason: toFinishReason(result.completion),
      usage: toUsage(result.usage),
      providerMetadata: toMetadata(result),
      request: { body: request },
      response: { id, modelId, timestamp: new Date(created * 1000) },
      warnings,
    };
  } catch (error) {
    throw toCallError(error, request, call.abortSignal);
  }
}
