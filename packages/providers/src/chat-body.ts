import type { ChatMessage, ChatRequest } from '@llm-router/core';
import { isThoughtDetail } from './gemini/thought-details.ts';
import { isObject } from './json.ts';
import { isThinkingDetail } from './messages/thinking-details.ts';
import type { ProviderProfile } from './provider-profile.ts';
import { createToolCallIds, type ToolCallIds } from './tool-call-ids.ts';

export interface ChatBodyOptions {
  readonly profile: ProviderProfile;
  readonly stream: boolean;
  /** Whether a stream is asked for its usage. */
  readonly includeUsage: boolean;
  /** Called once for each part of the request that is left out. */
  readonly onLoss: (loss: string) => void;
}

/**
 * The JSON body for one chat request: the request itself, less what the server refuses, in the names
 * that it knows. Fields that this package does not know pass through.
 */
export function buildChatBody(
  request: ChatRequest,
  options: ChatBodyOptions,
): Readonly<Record<string, unknown>> {
  const { profile } = options;
  const losses = new Set<string>();
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(request)) {
    // A null is the default at OpenAI, and an error at stricter servers.
    if (value === undefined || value === null || streamFields.has(name)) continue;
    if ((profile.refusedFields as readonly string[]).includes(name)) {
      losses.add(name);
      continue;
    }
    body[profile.renamedFields[name as keyof ChatRequest] ?? name] = value;
  }
  nameOutputLimit(body, profile.outputLimit);
  body['messages'] = readMessages(request.messages, profile, losses);
  if (request.tools && !profile.cacheMarkers) {
    body['tools'] = request.tools.map((tool) => withoutMarker(tool, losses));
  }
  Object.assign(body, streamFieldsOf(request, options));
  for (const loss of losses) options.onLoss(loss);
  return body;
}

const streamFields: ReadonlySet<string> = new Set(['stream', 'stream_options']);

function streamFieldsOf(
  request: ChatRequest,
  options: ChatBodyOptions,
): Readonly<Record<string, unknown>> {
  if (!options.stream) return {};
  if (!options.includeUsage) return { stream: true };
  return { stream: true, stream_options: { ...request.stream_options, include_usage: true } };
}

function nameOutputLimit(
  body: Record<string, unknown>,
  wanted: ProviderProfile['outputLimit'],
): void {
  const limit = body['max_completion_tokens'] ?? body['max_tokens'];
  if (limit === undefined || wanted === 'as-written') return;
  delete body['max_completion_tokens'];
  delete body['max_tokens'];
  body[wanted] = limit;
}

function readMessages(
  messages: readonly ChatMessage[],
  profile: ProviderProfile,
  losses: Set<string>,
): readonly object[] {
  const ids = createToolCallIds(profile.toolCallIds);
  return messages.map((message) => readMessage(message, profile, ids, losses));
}

function readMessage(
  message: ChatMessage,
  profile: ProviderProfile,
  ids: ToolCallIds,
  losses: Set<string>,
): object {
  const sent: Record<string, unknown> = { ...message };
  if (message.role === 'developer' && !profile.developerRole) sent['role'] = 'system';
  if (Array.isArray(message.content) && !profile.cacheMarkers) {
    sent['content'] = message.content.map((part: unknown) => withoutMarker(part, losses));
  }
  if (message.role === 'tool') sent['tool_call_id'] = ids.sent(message.tool_call_id);
  if (message.role === 'assistant') {
    if (message.tool_calls) {
      sent['tool_calls'] = message.tool_calls.map((call) => ({ ...call, id: ids.sent(call.id) }));
    }
    for (const field of reasoningFields) {
      if (!(field in message) || profile.reasoningFields.includes(field)) continue;
      delete sent[field];
      if (message[field]) losses.add(field);
    }
    dropForeignThinking(sent, losses);
  }
  return sent;
}

const reasoningFields = ['reasoning_content', 'reasoning', 'reasoning_details'] as const;

/** Signed blocks of Anthropic and Google mean nothing elsewhere, and can be an error there. */
function dropForeignThinking(sent: Record<string, unknown>, losses: Set<string>): void {
  const { reasoning_details: details } = sent;
  const isSigned = (detail: unknown) => isThinkingDetail(detail) || isThoughtDetail(detail);
  if (!Array.isArray(details) || !details.some(isSigned)) return;
  losses.add('reasoning_details');
  const others = details.filter((detail) => !isSigned(detail));
  if (others.length > 0) sent['reasoning_details'] = others;
  else delete sent['reasoning_details'];
}

function withoutMarker(part: unknown, losses: Set<string>): unknown {
  if (!isObject(part) || !('cache_control' in part)) return part;
  const { cache_control: marker, ...rest } = part;
  if (marker) losses.add('cache_control');
  return rest;
}
