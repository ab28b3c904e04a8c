import type { ChatRequest } from '@llm-router/core';
import type { FieldRule, FieldRules } from '../field-rules.ts';
import { listOf } from '../json.ts';

const spoken: FieldRule = { is: 'spoken' };
const unknownHere = 'Gemini has no such setting';
const isOff = (value: unknown): boolean => value === false;

const rules: Readonly<Record<keyof ChatRequest, FieldRule>> = {
  model: spoken,
  messages: spoken,
  tools: spoken,
  tool_choice: spoken,
  response_format: spoken,
  max_tokens: spoken,
  max_completion_tokens: spoken,
  temperature: spoken,
  top_p: spoken,
  top_k: spoken,
  n: spoken,
  seed: spoken,
  stop: spoken,
  frequency_penalty: spoken,
  presence_penalty: spoken,
  logprobs: spoken,
  top_logprobs: spoken,
  reasoning_effort: spoken,
  stream: spoken,
  // Usage always comes.
  stream_options: spoken,
  parallel_tool_calls: {
    is: 'lost',
    because: 'Gemini always may call several tools at once',
    unless: (value) => value === true,
  },
  logit_bias: {
    is: 'lost',
    because: unknownHere,
    unless: (value) => Object.keys(Object(value)).length === 0,
  },
  verbosity: { is: 'lost', because: unknownHere },
  user: { is: 'lost', because: unknownHere },
  safety_identifier: { is: 'lost', because: unknownHere },
  prompt_cache_key: { is: 'lost', because: 'the cache goes by cachedContent, or by itself' },
  metadata: { is: 'lost', because: unknownHere },
  store: { is: 'lost', because: 'Gemini stores no answers', unless: isOff },
  service_tier: {
    is: 'lost',
    because: unknownHere,
    unless: (value) => value === 'auto' || value === 'default',
  },
  prediction: { is: 'lost', because: unknownHere },
  modalities: {
    is: 'refused',
    because: 'answers are text',
    unless: (value) => listOf(value).every((kind) => kind === 'text'),
  },
  audio: { is: 'refused', because: 'answers are text' },
  web_search_options: {
    is: 'refused',
    because: "searching is a tool of Gemini's own; give { googleSearch: {} } in tools",
  },
  functions: { is: 'refused', because: 'it is the old form; use tools' },
  function_call: { is: 'refused', because: 'it is the old form; use tool_choice' },
};

/** How Gemini's wire takes the fields of a request. */
export const geminiFields: FieldRules = {
  vendor: 'Gemini',
  rules,
  own: ['safetySettings', 'cachedContent', 'labels'],
  merged: ['generationConfig'],
};
