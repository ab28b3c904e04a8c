import { type AbortScope, RouterError } from '@llm-router/core';
import { findJsonError } from '../find-json-error.ts';
import { isObject } from '../invalid-request.ts';

/** A body that the router does not take, with the status of HTTP for that. */
export class BodyRefused extends Error {
  readonly status: 408 | 413;
  readonly code: 'request_timeout' | 'request_too_large';

  constructor(status: 408 | 413, message: string) {
    super(message);
    this.status = status;
    this.code = status === 408 ? 'request_timeout' : 'request_too_large';
  }
}

/**
 * Reads a body as a JSON object, up to a size, for as long as `scope` allows.
 *
 * @throws BodyRefused
 * @throws RouterError `invalid_request` that names the line and column where it stops being JSON
 * @throws what `scope` was aborted with
 */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
  scope: Pick<AbortScope, 'race'>,
): Promise<object> {
  const text = await readText(request, maxBytes, scope);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RouterError('invalid_request', `The body is no JSON: ${whereOf(text)}.`);
  }
  if (isObject(value) && !Array.isArray(value)) return value;
  throw new RouterError('invalid_request', 'The body is no JSON object: send { ... }.');
}

async function readText(
  { headers, body }: Request,
  maxBytes: number,
  { race }: Pick<AbortScope, 'race'>,
): Promise<string> {
  const tooLarge = () => new BodyRefused(413, `The body is larger than ${maxBytes} bytes.`);
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (body === null) return '';
  const reader = body.getReader();
  const read = () => reader.read().catch(brokenOff);
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (let piece = await race(read()); !piece.done; piece = await race(read())) {
      size += piece.value.byteLength;
      if (size > maxBytes) throw tooLarge();
      text += decoder.decode(piece.value, { stream: true });
    }
  } catch (error) {
    // Nobody waits for the rest.
    reader.cancel(error).catch(() => {});
    throw error;
  }
  return text + decoder.decode();
}

function brokenOff(cause: unknown): never {
  const message = 'The body broke off before its end: send it again.';
  throw new RouterError('invalid_request', message, { cause });
}

/** The place of the first mistake. What stands there is not shown: it may be anything. */
function whereOf(text: string): string {
  if (text.trim() === '') return 'it is empty';
  const { at, expected } = findJsonError(text) ?? { at: text.length, expected: 'the end' };
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `line ${before.length}, column ${column} should be ${expected}`;
}
