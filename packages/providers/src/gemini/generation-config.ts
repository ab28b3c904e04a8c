import type { ChatRequest } from '@llm-router/core';
import { fieldsOf, isObject } from '../json.ts';
import type { GeminiTraits } from './gemini-traits.ts';
import { planThinking } from './thinking-config.ts';

/** Everything of a request that Gemini keeps in `generationConfig`; its own fields go before ours. */
export function buildGenerationConfig(
  request: ChatRequest,
  traits: GeminiTraits,
  losses: Set<string>,
): Readonly<Record<string, unknown>> {
  const { generationConfig: own } = fieldsOf<'generationConfig'>(request);
  const thinkingConfig = planThinking(request, traits, losses);
  const config: Record<string, unknown> = {
    maxOutputTokens: request.max_completion_tokens ?? request.max_tokens,
    temperature: request.temperature,
    topP: request.top_p,
    topK: request.top_k,
    candidateCount: request.n,
    seed: request.seed,
    stopSequences: stopSequences(request),
    frequencyPenalty: request.frequency_penalty,
    presencePenalty: request.presence_penalty,
    ...probabilities(request, losses),
    ...formatOf(request, losses),
    thinkingConfig,
    ...(isObject(own) ? own : {}),
  };
  return Object.fromEntries(
    Object.entries(config).filter(([, value]) => value !== undefined && value !== null),
  );
}

function stopSequences({ stop }: ChatRequest): readonly string[] | undefined {
  const wanted = typeof stop === 'string' ? [stop] : (stop ?? []);
  return wanted.length > 0 ? wanted : undefined;
}

function probabilities({ logprobs, top_logprobs: top }: ChatRequest, losses: Set<string>): object {
  if (logprobs) return { responseLogprobs: true, logprobs: top || undefined };
  if (top) losses.add('top_logprobs was left out: it needs logprobs');
  return {};
}

/** JSON Schema goes out as it is. */
function formatOf({ response_format: wanted }: ChatRequest, losses: Set<string>): object {
  if (!wanted || wanted.type === 'text') return {};
  const responseMimeType = 'application/json';
  if (wanted.type !== 'json_schema') return { responseMimeType };
  const { schema, description } = wanted.json_schema;
  if (schema === undefined) {
    if (description) losses.add('description of response_format was left out: it has no schema');
    return { responseMimeType };
  }
  const described = description === undefined ? schema : { description, ...schema };
  return { responseMimeType, responseJsonSchema: described };
}
