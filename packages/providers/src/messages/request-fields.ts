import type { ChatRequest } from '@llm-router/core';
import { listOf } from '../json.ts';
import { Untranslatable } from './untranslatable.ts';

/** What happens to a field of a request on the messages wire. */
type FieldRule =
  | { readonly is: 'spoken' }
  | {
      /** `lost`: left out and reported. `refused`: the request is not sent. */
      readonly is: 'lost' | 'refused';
      readonly because: string;
      /** Values that ask for nothing. */
      readonly unless?: (value: unknown) => boolean;
    };

const spoken: FieldRule = { is: 'spoken' };
const isOff = (value: unknown): boolean => value === false || value === 0;
const unknownHere = 'Anthropic has no such setting';

/** One rule for each field that {@link ChatRequest} has; the compiler sees that none is missing. */
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

/** Anthropic's own fields, which go out as they are. */
const ownFields = [
  'thinking',
  'cache_control',
  'container',
  'context_management',
  'inference_geo',
  'mcp_servers',
  'speed',
] as const;

/**
 * Judges every field of a request: what cannot be said is added to `losses`, and what must not be
 * left out throws. Answers Anthropic's own fields.
 *
 * @throws Untranslatable
 */
export function judgeFields(
  request: ChatRequest,
  losses: Set<string>,
): Readonly<Record<string, unknown>> {
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(request)) {
    if (value === undefined || value === null) continue;
    if ((ownFields as readonly string[]).includes(name)) {
      own[name] = value;
      continue;
    }
    // Merged with what is translated.
    if (name === 'output_config') continue;
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof ChatRequest] : undefined;
    if (rule === undefined) losses.add(`${name} was left out: Anthropic does not know this field`);
    else if (rule.is !== 'spoken' && !rule.unless?.(value)) {
      if (rule.is === 'refused')
        throw new Untranslatable(`${name} cannot be sent: ${rule.because}`);
      losses.add(`${name} was left out: ${rule.because}`);
    }
  }
  return own;
}
