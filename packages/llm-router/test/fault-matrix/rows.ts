import type { ErrorCategory } from '@llm-router/core';
import { type Fault, quotaKinds } from '@llm-router/simulator';

/** Where a fault meets the request. */
export const phases = ['chat', 'before', 'after'] as const;
export type Phase = (typeof phases)[number];

export const wires = ['openai', 'anthropic'] as const;
export type Wire = (typeof wires)[number];

/** One fault, as it is written in the simulator's options in each phase that knows it. */
export interface Row {
  readonly name: string;
  readonly faults: { readonly [phase in Phase]?: Fault };
  /** What the failure is, or `'none'` where the user gets the answer all the same. */
  readonly category: ErrorCategory | 'none' | { readonly [wire in Wire]: ErrorCategory };
  /** The caller goes away after this long. */
  readonly abortAfterMs?: number;
  /** The provider says so; nobody may come back earlier. */
  readonly toldMs?: number;
  /** The provider says, or documents, when the quota begins anew: hours or weeks from now. */
  readonly hasReset?: boolean;
  /** The wait that was told is longer than the request has time. */
  readonly isPastDeadline?: boolean;
}

/** Frames after which no content has come yet, and after which some has, on both wires. */
const [noContent, someContent] = [1, 6];

/** A fault that comes instead of the answer: the same for a JSON answer and for a stream. */
function early(name: string, fault: Fault, category: Row['category'], more = {}): Row {
  return { name, faults: { chat: fault, before: fault }, category, ...more };
}

/** A fault of streams that can strike before and after the first content. */
function inStream(
  name: string,
  faultAfter: (afterChunks: number) => Fault,
  category: Row['category'],
  more = {},
): Row {
  const faults = { before: faultAfter(noContent), after: faultAfter(someContent) };
  return { name, faults, category, ...more };
}

const told = { retryAfterMs: 20_000 } as const;
const toldMs = 20_000;

const refusals: readonly Row[] = [
  early('server error', { kind: 'server-error' }, 'server_error'),
  early('502 as a page', { kind: 'server-error', status: 502, body: 'html' }, 'server_error'),
  early('503 as a page', { kind: 'server-error', status: 503, body: 'html' }, 'overloaded'),
  early('504 as a page', { kind: 'server-error', status: 504, body: 'html' }, 'timeout'),
  early('overloaded', { kind: 'overloaded' }, 'overloaded'),
  early('overloaded, 529', { kind: 'overloaded', status: 529 }, 'overloaded'),
  early('overloaded, told when', { kind: 'overloaded', ...told }, 'overloaded', { toldMs }),
  early('server error, told when', { kind: 'server-error', ...told }, 'server_error', { toldMs }),
  early('request time-out', { kind: 'request-timeout' }, 'timeout'),
  early('wrong key', { kind: 'auth' }, 'auth'),
  early('no permission', { kind: 'permission' }, 'permission'),
  early('no such model', { kind: 'not-found' }, 'not_found'),
  early('invalid request', { kind: 'invalid-request' }, 'invalid_request'),
  early('context too long', { kind: 'context-length' }, 'context_length'),
  early('content policy', { kind: 'content-policy' }, 'content_policy'),
];

const rateLimit = (more: object = {}): Fault => ({ kind: 'rate-limit', ...more });

const rateLimits: readonly Row[] = [
  early('rate limit, told nothing', rateLimit(), 'rate_limit'),
  ...(['seconds', 'fraction', 'http-date', 'milliseconds', 'words'] as const).map((form) =>
    early(
      `rate limit, told in ${form}`,
      rateLimit({ ...told, retryAfterForm: form }),
      'rate_limit',
      {
        toldMs,
      },
    ),
  ),
  early(
    'rate limit, longer than there is time',
    rateLimit({ retryAfterMs: 900_000 }),
    'rate_limit',
    {
      toldMs: 900_000,
      isPastDeadline: true,
    },
  ),
  early('rate limit, two days', rateLimit({ retryAfterMs: 172_800_000 }), 'quota_exhausted', {
    toldMs: 172_800_000,
    hasReset: true,
  }),
];

const quotas: readonly Row[] = quotaKinds.map((quota) =>
  early(`quota, ${quota}`, { kind: 'quota-exhausted', quota }, 'quota_exhausted', {
    hasReset: quota === 'gemini-day' || quota === 'anthropic-spend',
  }),
);

const connections: readonly Row[] = [
  early('connection reset', { kind: 'connection-reset' }, 'network'),
  early('connection refused', { kind: 'connection-refused' }, 'network'),
  early('no such host', { kind: 'dns-error' }, 'network'),
];

const silences: readonly Row[] = [
  early('no answer at all', { kind: 'stall' }, 'timeout'),
  inStream('stall', (afterChunks) => ({ kind: 'stall', afterChunks }), 'timeout'),
  inStream(
    'stall with signs of life',
    (afterChunks) => ({ kind: 'stall', afterChunks, keepAliveMs: 500 }),
    'timeout',
  ),
  early('slow first token, in time', { kind: 'slow-first-token', delayMs: 3000 }, 'none'),
  early('slow first token, too late', { kind: 'slow-first-token', delayMs: 60_000 }, 'timeout'),
  early('no answer until the caller leaves', { kind: 'stall' }, 'aborted', { abortAfterMs: 1000 }),
  inStream(
    'stall until the caller leaves',
    (afterChunks) => ({ kind: 'stall', afterChunks }),
    'aborted',
    { abortAfterMs: 1000 },
  ),
];

const brokenStreams: readonly Row[] = [
  inStream('error inside a stream', (afterChunks) => ({ kind: 'error-frame', afterChunks }), {
    openai: 'server_error',
    anthropic: 'overloaded',
  }),
  {
    name: 'error as the first event',
    faults: { before: { kind: 'error-frame', afterChunks: 0 } },
    category: { openai: 'server_error', anthropic: 'overloaded' },
  },
  {
    name: 'stream cut quietly',
    faults: { after: { kind: 'cut-stream', afterChunks: someContent } },
    category: 'network',
  },
  inStream(
    'stream cut by a reset',
    (afterChunks) => ({ kind: 'cut-stream', afterChunks, ending: 'reset' }),
    'network',
  ),
  // A body that ends without content is an empty answer, whether or not it had begun.
  {
    name: 'stream cut quietly before content',
    faults: { before: { kind: 'cut-stream', afterChunks: noContent } },
    category: 'server_error',
  },
  {
    name: 'stream cut quietly before its first event',
    faults: { before: { kind: 'cut-stream', afterChunks: 0 } },
    category: 'server_error',
  },
];

const spoilt = (form: 'broken-json' | 'broken-utf-8'): Row => ({
  name: `malformed, ${form}`,
  faults: {
    chat: { kind: 'malformed', form },
    before: { kind: 'malformed', form, afterChunks: noContent },
    after: { kind: 'malformed', form, afterChunks: someContent },
  },
  category: 'server_error',
});

const malformed: readonly Row[] = [
  spoilt('broken-json'),
  spoilt('broken-utf-8'),
  early('malformed, html', { kind: 'malformed', form: 'html' }, 'server_error'),
  early('malformed, empty', { kind: 'malformed', form: 'empty' }, 'server_error'),
  early('malformed, error-object', { kind: 'malformed', form: 'error-object' }, 'server_error'),
  early('malformed, content-type', { kind: 'malformed', form: 'content-type' }, 'none'),
  ...(['comments', 'done'] as const).map(
    (form): Row => ({
      name: `malformed, ${form}`,
      faults: { before: { kind: 'malformed', form } },
      category: 'server_error',
    }),
  ),
];

/** Every fault of the simulator, each in all of its forms. */
export const rows: readonly Row[] = [
  ...refusals,
  ...rateLimits,
  ...quotas,
  ...connections,
  ...silences,
  ...brokenStreams,
  ...malformed,
];
