import { type HeadersLike, readHeaders } from '@llm-router/core';
import type { Failure } from './failure.ts';
import { createNotes, type Notes } from './failure-notes.ts';
import { openBody, openMessage } from './open-text.ts';
import { readQuotedStatus, readQuotedWords } from './quoted-facts.ts';
import { isList, isObject, readItems, readKeys, readSafely } from './read-safely.ts';

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
];

/** Where thrown errors keep the errors under them, and AWS's SDK the status. */
const causeEdges = ['cause', 'lastError', 'errors', '$metadata'];

/** Fields whose presence says enough. */
const tellingKeys = ['flagged_input', 'blockReason', 'content_filter_result'];

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
  'resets_at',
  'reset_at',
  'resetAt',
];

const mostNodes = 48;
const mostItems = 8;

interface Node {
  readonly value: unknown;
  /** Whether it is a body or a part of one. */
  readonly inBody: boolean;
}

/**
 * Reads anything thrown, answered or sent in a stream. It walks over known fields only, so that a
 * request kept on the error is not mistaken for the error, and never throws.
 */
export function readFailure(error: unknown): Failure {
  const notes = createNotes();
  if (typeof error === 'string') {
    readQuoted(notes, error);
  } else {
    walk(notes, [{ value: error, inBody: false }]);
    // Only where no body was found: a message inside a body may quote the user.
    if (!notes.reported) readQuoted(notes, notes.takeFirstMessage());
  }
  return notes.toFailure();
}

/** A text that may quote an answer: `HTTP 429: {"error": …}`, `openai.NotFoundError: …`. */
function readQuoted(notes: Notes, text: string): void {
  notes.status(readQuotedStatus(text));
  for (const word of readQuotedWords(text)) notes.word(word, 'name');
  const asMessage = openMessage(text);
  const opened = asMessage.enclosed.length > 0 ? asMessage : openBody(text);
  // What leads up to a quoted body ends in a dash or colon.
  notes.firstMessage(opened.said.replace(/[\s:({-]{1,9}$/, ''));
  walk(
    notes,
    opened.enclosed.map((value) => ({ value, inBody: true })),
  );
}

/** Breadth first, so that the outermost facts come first; bounded in nodes, safe in circles. */
function walk(notes: Notes, nodes: readonly Node[]): void {
  const queue = [...nodes];
  const seen = new Set<object>();
  let visited = 0;
  for (const { value, inBody } of queue) {
    if (++visited > mostNodes) return;
    if (typeof value === 'string') {
      const { said, enclosed } = openBody(value);
      notes.message(said);
      notes.report();
      queue.push(...enclosed.map((item) => ({ value: item, inBody: true })));
    } else if (isList(value)) {
      queue.push(...readItems(value, mostItems).map((item) => ({ value: item, inBody })));
    } else if (isObject(value) && !seen.has(value)) {
      seen.add(value);
      noteObject(notes, value, inBody);
      queue.push(...nextNodes(notes, value, inBody));
    }
  }
}

function nextNodes(notes: Notes, target: object, inBody: boolean): Node[] {
  const nodes: Node[] = [];
  for (const key of bodyEdges) {
    const value = readSafely(target, key);
    if (typeof value === 'string' ? value !== '' : isObject(value)) {
      nodes.push({ value, inBody: true });
    }
  }
  for (const key of causeEdges) {
    const value = readSafely(target, key);
    if (isObject(value)) nodes.push({ value, inBody });
  }
  for (const key of readKeys(target).slice(0, mostItems)) {
    // An event of AWS's event stream: `{ throttlingException: { message } }`.
    if (!key.endsWith('Exception')) continue;
    notes.word(key);
    nodes.push({ value: readSafely(target, key), inBody: true });
  }
  return nodes;
}

function noteObject(notes: Notes, target: object, inBody: boolean): void {
  for (const key of ['headers', 'responseHeaders']) {
    const given = readSafely(target, key);
    if (!isObject(given)) continue;
    const headers = readHeaders(given as HeadersLike);
    notes.headers(headers);
    for (const name of wordHeaders) notes.word(headers.get(name)?.split(':')[0]);
  }
  for (const key of numberKeys) notes.status(readSafely(target, key));
  const named = readSafely(target, 'name') !== undefined;
  for (const key of wordKeys) {
    const word = readSafely(target, key);
    // The numeric codes of a DOMException are no provider's codes.
    if (typeof word === 'string' || inBody || !named) notes.word(word, key);
  }
  const maker = readSafely(target, 'constructor');
  if (typeof maker === 'function') notes.word(readSafely(maker, 'name'), 'name');
  for (const key of tellingKeys) if (readSafely(target, key)) notes.word(key, 'name');
  for (const key of messageKeys) notes.message(readSafely(target, key));
  for (const key of statedKeys) notes.stated(key, readSafely(target, key));
  notes.quota(readSafely(target, 'quotaId'));
  if (inBody) notes.report();
}
