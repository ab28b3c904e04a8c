import { type ChatRequest, estimateTokens } from '@llm-router/core';

/** Prompts that can be gone through more than once. */
export interface PromptSource {
  /** Where they come from. */
  readonly origin: string;
  read(): AsyncIterable<ChatRequest | string>;
}

/** What is known of all prompts before the first is sent. */
export interface Survey {
  readonly prompts: number;
  /** By estimate. */
  readonly inputTokens: number;
  /** Assumed: {@link assumedOutputTokens} for each answer, or the request's own maximum. */
  readonly outputTokens: number;
  /** Prompts that ask for a model by name. */
  readonly namingModel: number;
}

/** An answer of a few paragraphs. */
export const assumedOutputTokens = 200;

/** Goes through all prompts once, keeping none of them. */
export async function surveyPrompts(source: PromptSource): Promise<Survey> {
  const survey = { prompts: 0, inputTokens: 0, outputTokens: 0, namingModel: 0 };
  for await (const prompt of source.read()) {
    const request = typeof prompt === 'string' ? toRequest(prompt) : prompt;
    const most = request.max_completion_tokens ?? request.max_tokens ?? assumedOutputTokens;
    survey.prompts += 1;
    survey.inputTokens += estimateTokens(request);
    survey.outputTokens += Math.min(assumedOutputTokens, Number(most) || assumedOutputTokens);
    survey.namingModel += request.model === undefined ? 0 : 1;
  }
  return survey;
}

function toRequest(prompt: string): ChatRequest {
  return { messages: [{ role: 'user', content: prompt }] };
}
