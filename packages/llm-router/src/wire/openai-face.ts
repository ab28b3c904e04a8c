import type { ChatRequest } from '@llm-router/core';
import type { StreamFrames, WireFace } from './wire-face.ts';

/** OpenAI's chat completions: the language of the house, so little is left to translate. */
export const openaiFace: WireFace = {
  read: (body) => ({ request: body as ChatRequest, losses: [] }),
  answer: (completion) => completion,
  frames,
  statusOf: ({ status }) => status,
  error: ({ status, code, message }) => ({
    error: {
      message,
      type: types[status] ?? (status < 500 ? 'invalid_request_error' : 'server_error'),
      param: null,
      code: codes[code] ?? code,
    },
  }),
  model,
  models: (names) => ({ object: 'list', data: names.map(model) }),
};

const types: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'invalid_request_error',
  429: 'rate_limit_error',
};

/** Where OpenAI has a code for the same thing. */
const codes: Readonly<Record<string, string>> = {
  rate_limit: 'rate_limit_exceeded',
  quota_exhausted: 'insufficient_quota',
  context_length: 'context_length_exceeded',
  content_policy: 'content_policy_violation',
  auth: 'invalid_api_key',
  not_found: 'model_not_found',
};

function frames(): StreamFrames {
  return {
    piece: (chunk) => toEvent(JSON.stringify(chunk)),
    end: () => toEvent('[DONE]'),
    // No `[DONE]` follows: the answer is not complete.
    error: (error) => toEvent(JSON.stringify(openaiFace.error(error))),
  };
}

function model({ id, ownedBy }: { readonly id: string; readonly ownedBy: string }): object {
  return { id, object: 'model', created: 0, owned_by: ownedBy };
}

const toEvent = (data: string) => `data: ${data}\n\n`;
