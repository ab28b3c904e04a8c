import {
  createMessageEvents,
  type MessageEvent,
  readMessagesRequest,
  toMessage,
} from '@llm-router/providers';
import type { StreamFrames, WireFace } from './wire-face.ts';

/** Anthropic's messages, in and out. */
export const anthropicFace: WireFace = {
  read: readMessagesRequest,
  answer: toMessage,
  frames,
  // Its own status for a server that has too much to do.
  statusOf: ({ status }) => (status === 503 ? 529 : status),
  error: (error, requestId) => ({
    type: 'error',
    error: { type: typeOf(anthropicFace.statusOf(error)), message: error.message },
    ...(requestId !== undefined && { request_id: requestId }),
  }),
  model,
  models: (names) => ({
    data: names.map(model),
    has_more: false,
    first_id: names[0]?.id ?? null,
    last_id: names.at(-1)?.id ?? null,
  }),
};

const types: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  408: 'timeout_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

function typeOf(status: number): string {
  return types[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');
}

function frames(): StreamFrames {
  const events = createMessageEvents();
  const write = (list: readonly MessageEvent[]) => list.map(toEvent).join('');
  return {
    piece: (chunk) => write(events.add(chunk)),
    end: (usage) => write(events.end(usage)),
    error: (error) => toEvent(anthropicFace.error(error) as { type: string }),
  };
}

function model({ id }: { readonly id: string }): object {
  return { type: 'model', id, display_name: id, created_at: '1970-01-01T00:00:00Z' };
}

const toEvent = (event: { readonly type: string }) =>
  `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
