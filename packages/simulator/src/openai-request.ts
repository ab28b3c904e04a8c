import { type ChatMessage, estimateTokens } from '@llm-router/core';
import { readBearerToken } from './bearer-token.ts';
import { type Fields, isFields, isPresent, parseFields } from './fields.ts';
import { Mistake, readOrRefuse } from './mistake.ts';
import type { Ask, Incoming, Reading } from './wire.ts';

/** Reads a chat request as strictly as OpenAI where a client could get it wrong; the rest passes. */
export function readChatRequest(incoming: Incoming): Reading {
  return readOrRefuse(() => readAsk(incoming));
}

/** The key of a request: a bearer token, or Azure's `api-key`. */
export function readKey(incoming: Incoming): string | undefined {
  return readBearerToken(incoming) ?? incoming.headers.get('api-key');
}

function readAsk(incoming: Incoming): Ask {
  const body = parseFields(incoming.body);
  const { model } = body;
  if (typeof model !== 'string' || model === '') {
    throw new Mistake('The request names no model.', 'model', 'missing_required_parameter');
  }
  const inputTokens = countPrompt(body['messages']);
  const stream = readFlag(body, 'stream');
  const streamOptions = body['stream_options'];
  if (isPresent(streamOptions) && !stream) {
    throw new Mistake("'stream_options' needs 'stream': true.", 'stream_options', null);
  }
  const maxTokens = readMaximum(body, 'max_completion_tokens') ?? readMaximum(body, 'max_tokens');
  const tool = readForcedTool(body);
  const key = readKey(incoming);
  return {
    model,
    stream,
    includeUsage: isFields(streamOptions) && readFlag(streamOptions, 'include_usage'),
    inputTokens,
    body,
    ...(key !== undefined && { key }),
    ...(maxTokens !== undefined && { maxTokens }),
    ...(tool !== undefined && { tool }),
  };
}

function countPrompt(messages: unknown): number {
  if (messages === undefined) {
    const code = 'missing_required_parameter';
    throw new Mistake("The required parameter 'messages' is missing.", 'messages', code);
  }
  if (!Array.isArray(messages)) throw wrongType('messages', 'a list of messages');
  if (messages.length === 0) {
    throw new Mistake("'messages' is empty; it needs one at least.", 'messages', 'empty_array');
  }
  const stranger = messages.findIndex((message) => typeof message?.role !== 'string');
  if (stranger >= 0) throw wrongType(`messages[${stranger}].role`, 'a role');
  const tokens = estimate(messages as ChatMessage[]);
  if (tokens === undefined) {
    throw wrongType('messages', 'messages whose content is text or a list of parts');
  }
  return tokens;
}

/** Absent where the messages hold something that no prompt can hold. */
function estimate(messages: readonly ChatMessage[]): number | undefined {
  try {
    const tokens = estimateTokens(messages);
    return Number.isSafeInteger(tokens) && tokens > 0 ? tokens : undefined;
  } catch {
    return undefined;
  }
}

function readFlag(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (!isPresent(value)) return false;
  if (typeof value !== 'boolean') throw wrongType(name, 'true or false');
  return value;
}

function readMaximum(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (!isPresent(value)) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(name, 'an integer');
  if (value < 1) {
    throw new Mistake(
      `'${name}' is ${value}; it must be 1 or more.`,
      name,
      'integer_below_min_value',
    );
  }
  return value;
}

/** The tool of a `tool_choice` that leaves the model no other way. */
function readForcedTool(body: Fields): string | undefined {
  const choice = body['tool_choice'];
  const names = (Array.isArray(body['tools']) ? body['tools'] : []).map(nameOf);
  if (choice === 'required') {
    if (names[0] === undefined) {
      throw new Mistake("'tool_choice' is 'required' and no tool is given.", 'tool_choice', null);
    }
    return names[0];
  }
  const name = nameOf(choice);
  if (name !== undefined && !names.includes(name)) {
    throw new Mistake(
      `'tool_choice' names '${name}', which is none of the tools.`,
      'tool_choice',
      null,
    );
  }
  return name;
}

function nameOf(tool: unknown): string | undefined {
  const named = isFields(tool) ? tool['function'] : undefined;
  const name = isFields(named) ? named['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function wrongType(field: string, expected: string): Mistake {
  return new Mistake(
    `The value of '${field}' has the wrong type; expected ${expected}.`,
    field,
    'invalid_type',
  );
}
