import type { ChatRequest } from '@llm-router/core';
import type { FieldRule, FieldRules } from '../field-rules.ts';
import { listOf } from '../json.ts';

const spoken: FieldRule = { is: 'spoken' };
const isOff = (value: unknown): boolean => value === false || value === 0;
const unknownHere = 'Anthropic has no such setting';

const rules: Readonly<Record<keyof ChatRequest, FieldRule>> = {
  model: spoken,
  messages: spoken,
  tools: spoken,
  tool_choice: spoken,
  parallel_tool_calls: spoken,
  response_format: spoken,
  max_tokens: spoken,
  max_completion_tokens: spoken,
  temperature: spoken,
  top_p: spoken,
  top_k: spoken,
  stop: spoken,
  reasoning_effort: spoken,
  user: spoken,
  safety_identifier: spoken,
  service_tier: spoken,
  stream: spoken,
  // Usage always comes.
  stream_options: spoken,
  seed: { is: 'lost', because: 'answers cannot be repeated' },
  frequency_penalty: { is: 'lost', because: unknownHere, unless: isOff },
  presence_penalty: { is: 'lost', because: unknownHere, unless: isOff },
  logit_bias: {
    is: 'lost',
    because: unknownHere,
    unless: (value) => Object.keys(Object(value)).length === 0,
  },
  logprobs: { is: 'lost', because: 'Anthropic tells no probabilities', unless: isOff },
  top_logprobs: { is: 'lost', because: 'Anthropic tells no probabilities', unless: isOff },
  verbosity: { is: 'lost', because: unknownHere },
  prompt_cache_key: { is: 'lost', because: 'the cache goes by cache_control markers' },
  metadata: { is: 'lost', because: 'Anthropic keeps no metadata but a user id' },
  store: { is: 'lost', because: 'Anthropic stores no answers', unless: isOff },
  prediction: { is: 'lost', because: unknownHere },
  n: { is: 'refused', because: 'there is one answer to a request', unless: (value) => value === 1 },
  modalities: {
    is: 'refused',
    because: 'answers are text',
    unless: (value) => listOf(value).every((kind) => kind === 'text'),
  },
  audio: { is: 'refused', because: 'answers are text' },
  web_search_options: {
    is: 'refused',
    because: "searching is a tool of Anthropic's own; give that in tools",
  },
  functions: { is: 'refused', because: 'it is the old form; use tools' },
  function_call: { is: 'refused', because: 'it is the old form; use tool_choice' },
};

/** How Anthropic's wire takes the fields of a request. */
export const messagesFields: FieldRules = {
  vendor: 'Anthropic',
  rules,
  own: [
    'thinking',
    'cache_control',
    'container',
    'context_management',
    'inference_geo',
    'mcp_servers',
    'speed',
  ],
  merged: ['output_config'],
};
