import { type HeadersLike, readHeaders } from '@llm-router/core';
import {
  type Notes,
  noteHeaders,
  noteMessage,
  noteQuota,
  noteStated,
  noteStatus,
  noteWord,
} from './failure-notes.ts';
import { looksLikeJson } from './open-text.ts';
import { isObject, isPlainObject, readKeys, readSafely } from './read-safely.ts';

/** A place on the walk over an error. */
export interface Node {
  readonly value: unknown;
  /** Whether it is a body or a part of one. */
  readonly inBody: boolean;
}

/** The object that is read, and where that is kept which it holds. */
interface Reading {
  readonly notes: Notes;
  readonly inBody: boolean;
  /** Whether it has a name of its own, as thrown errors have. */
  readonly isNamed: boolean;
  /** What is to be looked at after it. */
  readonly next: Node[];
}

/** A field that is known to tell something. */
interface Field {
  readonly key: string;
  /** Its place in the order of reading. */
  readonly rank: number;
  readonly read: (reading: Reading, value: unknown, key: string) => void;
}

/** Where providers, SDKs and HTTP clients keep the answer's body or a part of it. */
const bodyEdges = [
  'error',
  'body',
  'data',
  'responseBody',
  'response',
  'payload',
  'fault',
  'detail',
  'details',
  'metadata',
  'raw',
  'innererror',
  'availability',
  'violations',
  'promptFeedback',
  'incomplete_details',
  'base_resp',
  'predictions',
];

/** Where thrown errors keep the errors under them, and AWS's SDK the status. */
const causeEdges = ['cause', 'lastError', 'errors', '$metadata'];

/** Fields whose presence says enough. */
const tellingKeys = ['flagged_input', 'blockReason', 'content_filter_result', 'raiFilteredReason'];

const numberKeys = ['status', 'statusCode', 'status_code', 'httpStatusCode', 'code', 'status-code'];

/** In the order in which one is shown as the provider's code. */
const wordKeys = [
  'code',
  'error_type',
  'type',
  'status',
  'error_code',
  'errorCode',
  'errorcode',
  'reason',
  '__type',
  'name',
  'blockReason',
];

const messageKeys = [
  'message',
  'msg',
  'Message',
  'error_message',
  'error_description',
  'errorMessage',
  'faultstring',
  'error_msg',
  'status_msg',
];

/** Names of AWS exceptions, in headers of an answer and of an event-stream frame. */
const wordHeaders = ['x-amzn-errortype', ':exception-type', ':error-code'];

const statedKeys = [
  'retryDelay',
  'retry_after_ms',
  'retryAfterMs',
  'retry_after',
  'retryAfter',
  'retry_after_seconds',
  'resets_in_seconds',
  'estimated_time',
  'resets_at',
  'reset_at',
  'resetAt',
];

/** In the order in which they are read. */
const fields: readonly Field[] = [
  ...each(['headers', 'responseHeaders'], readHeaderField),
  ...each(numberKeys, ({ notes }, value) => noteStatus(notes, value)),
  ...each(wordKeys, ({ notes, inBody, isNamed }, value, key) => {
    // The numeric codes of a DOMException are no provider's codes.
    if (typeof value === 'string' || inBody || !isNamed) noteWord(notes, value, key);
  }),
  // As OAuth has it: `{ error: 'invalid_grant' }`.
  ...each(['error'], ({ notes }, value, key) => {
    if (typeof value === 'string' && /^[a-z]+(?:_[a-z]+)+$/.test(value))
      noteWord(notes, value, key);
  }),
  ...each(tellingKeys, ({ notes }, value, key) => {
    if (value) noteWord(notes, key, 'name');
  }),
  ...each(messageKeys, ({ notes, next }, value) => {
    // Gateways put the whole body of another into a message.
    if (typeof value === 'string' && looksLikeJson(value)) next.push({ value, inBody: true });
    else noteMessage(notes, value);
  }),
  ...each(statedKeys, ({ notes }, value, key) => noteStated(notes, key, value)),
  ...each(['quotaId'], ({ notes }, value) => noteQuota(notes, value)),
  ...each(bodyEdges, ({ next }, value) => {
    if (typeof value === 'string' ? value !== '' : isObject(value)) {
      next.push({ value, inBody: true });
    }
  }),
  ...each(causeEdges, ({ next, inBody }, value) => {
    if (isObject(value)) next.push({ value, inBody });
  }),
].map((field, rank) => ({ ...field, rank }));

const fieldsByKey = new Map(
  fields.map(({ key }) => [key, fields.filter((field) => field.key === key)]),
);

/** An object with more keys is asked for each field, instead of each key looked up. */
const mostKeys = 32;

/** Events of AWS's event stream are looked for among so many keys. */
const mostEventKeys = 8;

/** Notes what the fields of an object tell, and answers where to look next. */
export function noteFields(notes: Notes, target: object, inBody: boolean): readonly Node[] {
  const keys = readKeys(target);
  const isPlain = isPlainObject(target);
  const isNamed = readSafely(target, 'name') !== undefined;
  const reading: Reading = { notes, inBody, isNamed, next: [] };
  const asked = isPlain && keys.length <= mostKeys ? knownAmong(keys) : fields;
  for (const { key, read } of asked) read(reading, readSafely(target, key), key);
  if (!isPlain) noteMaker(notes, target);
  for (const key of keys.slice(0, mostEventKeys)) {
    // `{ throttlingException: { message } }`
    if (!key.endsWith('Exception')) continue;
    noteWord(notes, key);
    reading.next.push({ value: readSafely(target, key), inBody: true });
  }
  if (inBody) notes.reported = true;
  return reading.next;
}

/** Most objects have a few of the many fields. */
function knownAmong(keys: readonly string[]): readonly Field[] {
  const known: Field[] = [];
  for (const key of keys) {
    for (const field of fieldsByKey.get(key) ?? []) known.push(field);
  }
  return known.sort((a, b) => a.rank - b.rank);
}

function readHeaderField({ notes }: Reading, given: unknown): void {
  if (!isObject(given)) return;
  const headers = readHeaders(given as HeadersLike);
  noteHeaders(notes, headers);
  for (const name of wordHeaders) noteWord(notes, headers.get(name)?.split(':')[0]);
}

/** The class of a thrown error often is its only name. */
function noteMaker(notes: Notes, target: object): void {
  const maker = readSafely(target, 'constructor');
  if (typeof maker === 'function') noteWord(notes, readSafely(maker, 'name'), 'name');
}

function each(keys: readonly string[], read: Field['read']): readonly Omit<Field, 'rank'>[] {
  return keys.map((key) => ({ key, read }));
}
