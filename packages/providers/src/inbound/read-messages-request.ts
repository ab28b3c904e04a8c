import type { ChatRequest, JsonSchema, ResponseFormat } from '@llm-router/core';
import { fieldsOf, isObject, textOf } from '../json.ts';
import { readThinking } from './read-thinking.ts';
import { readTools } from './read-tools.ts';
import { readSystem, readTurns } from './read-turns.ts';
import { unreadable } from './unreadable.ts';

/** A messages request in the language of the house. */
export interface MessagesRequest {
  readonly request: ChatRequest;
  /** What could not be said in it. */
  readonly losses: readonly string[];
}

const spoken = [
  'model',
  'messages',
  'system',
  'max_tokens',
  'tools',
  'tool_choice',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'thinking',
  'output_config',
  'output_format',
  'metadata',
  'service_tier',
  'stream',
] as const;

/** Left out, these would change what is asked. */
const refused = ['container', 'mcp_servers'];

type Raw = ReturnType<typeof fieldsOf<(typeof spoken)[number]>>;

/**
 * Reads a request of Anthropic's messages wire. Signed thinking stays with its issuer in
 * `reasoning_details`; markers of cacheable prefixes stay where they are.
 *
 * @example
 * const { request } = readMessagesRequest(await incoming.json());
 * const { completion } = await router.chat(request);
 *
 * @throws RouterError `invalid_request` naming the place and the mend
 */
export function readMessagesRequest(body: unknown): MessagesRequest {
  if (!isObject(body)) {
    throw unreadable('the body', 'is no object', 'give { model, max_tokens, messages }');
  }
  const losses = new Set<string>();
  judgeFields(body, losses);
  const raw: Raw = fieldsOf(body);
  const system = raw.system ?? undefined;
  const model = textOf(raw.model);
  const user = textOf(fieldsOf<'user_id'>(raw.metadata).user_id);
  const stop = textsOf(raw.stop_sequences, 'stop_sequences');
  const request: ChatRequest = {
    ...(model !== undefined && { model }),
    messages: [
      ...(system === undefined ? [] : readSystem(system, 'system', losses)),
      ...readTurns(raw.messages, losses),
    ],
    ...numberOf(raw, 'max_tokens'),
    ...numberOf(raw, 'temperature'),
    ...numberOf(raw, 'top_p'),
    ...numberOf(raw, 'top_k'),
    ...(stop.length > 0 && { stop }),
    ...readTools(raw.tools, raw.tool_choice),
    ...readFormat(raw),
    ...readThinking(raw.thinking, raw.output_config, losses),
    ...(user && { user }),
    ...tierOf(raw.service_tier),
    ...(raw.stream === true && { stream: true }),
  };
  return { request, losses: [...losses] };
}

function judgeFields(body: object, losses: Set<string>): void {
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined || value === null) continue;
    if ((spoken as readonly string[]).includes(name)) continue;
    if (refused.includes(name)) {
      throw unreadable(name, 'cannot be routed', 'send it to Anthropic itself');
    }
    losses.add(`${name.slice(0, 60)} was left out: it has no place in a routed request`);
  }
}

function numberOf<Name extends 'max_tokens' | 'temperature' | 'top_p' | 'top_k'>(
  raw: Raw,
  name: Name,
): { readonly [field in Name]?: number } {
  const value = raw[name];
  if (value === undefined || value === null) return {};
  if (typeof value !== 'number') throw unreadable(name, `is ${typeof value}`, 'give a number');
  return { [name]: value } as { readonly [field in Name]: number };
}

function textsOf(value: unknown, name: string): readonly string[] {
  if (value === undefined || value === null) return [];
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (!isTexts) throw unreadable(name, 'is no list of texts', "give it as ['...']");
  return value as readonly string[];
}

/** The form of the answer, in its present place or in that of the older beta. */
function readFormat(raw: Raw): { readonly response_format?: ResponseFormat } {
  const given = fieldsOf<'format'>(raw.output_config).format ?? raw.output_format;
  if (given === undefined || given === null) return {};
  const { type, schema } = fieldsOf<'type' | 'schema'>(given);
  if (type !== 'json_schema' || !isObject(schema)) {
    throw unreadable('output_config.format', 'is none that is known', 'give a json_schema');
  }
  const form = { name: 'answer', schema: schema as JsonSchema, strict: true };
  return { response_format: { type, json_schema: form } };
}

function tierOf(tier: unknown): { readonly service_tier?: string } {
  if (tier === 'auto') return { service_tier: 'auto' };
  return tier === 'standard_only' ? { service_tier: 'default' } : {};
}
