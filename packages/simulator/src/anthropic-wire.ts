import { anthropicFrames, toEvent } from './anthropic-frames.ts';
import { anthropicMessage } from './anthropic-message.ts';
import { anthropicRefusal, overloadedError } from './anthropic-refusal.ts';
import { readApiKey, readMessagesRequest } from './anthropic-request.ts';
import { limitHeaders } from './limit-headers.ts';
import { formatRfc3339 } from './rfc-3339.ts';
import type { Incoming, Reading, ReplyFacts, Wire } from './wire.ts';

/** Anthropic's messages, on any base path, and its list of models for who sends its headers. */
export const anthropicWire: Wire = {
  serves: ({ path, headers }) =>
    /\/v1\/messages(\/|$)/.test(path) ||
    (path.endsWith('/models') && (headers.has('x-api-key') || headers.has('anthropic-version'))),
  read,
  head,
  refusal: anthropicRefusal,
  models: (models) =>
    JSON.stringify({
      data: models.map(({ name }) => ({
        type: 'model',
        id: name,
        display_name: name,
        created_at: formatRfc3339(0),
      })),
      has_more: false,
      first_id: models[0]?.name ?? null,
      last_id: models.at(-1)?.name ?? null,
    }),
  completion: anthropicMessage,
  frames: anthropicFrames,
  errorFrame: () => toEvent('error', { error: overloadedError }),
  keepAlive: () => toEvent('ping', {}),
  lastFrame: () => toEvent('message_stop', {}),
};

function read(incoming: Incoming): Reading {
  const { method, path } = incoming;
  if (method === 'POST' && path.endsWith('/v1/messages')) return readMessagesRequest(incoming);
  if (method === 'GET' && path.endsWith('/models')) {
    const key = readApiKey(incoming);
    return { kind: 'list', ...(key !== undefined && { key }) };
  }
  return { kind: 'refusal', refusal: { reason: 'unknown-path', method, path } };
}

function head(facts: ReplyFacts): Record<string, string> {
  if (facts.model?.headers === 'none') return {};
  return { 'request-id': facts.requestId, ...limitHeaders(facts, 'anthropic') };
}
