import { RouterError } from '@llm-router/core';
import { findJsonError } from '../find-json-error.ts';
import { isObject } from '../invalid-request.ts';

/** A body that is larger than the router takes. */
export class BodyTooLarge extends Error {}

/**
 * Reads a body as a JSON object, up to a size.
 *
 * @throws BodyTooLarge
 * @throws RouterError `invalid_request` that names the line and column where it stops being JSON
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<object> {
  const text = await readText(request, maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RouterError('invalid_request', `The body is no JSON: ${whereOf(text)}.`);
  }
  if (isObject(value) && !Array.isArray(value)) return value;
  throw new RouterError('invalid_request', 'The body is no JSON object: send { ... }.');
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () => new BodyTooLarge(`The body is larger than ${maxBytes} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  // Leaving the loop cancels the rest of the body.
  for await (const bytes of request.body ?? []) {
    size += bytes.byteLength;
    if (size > maxBytes) throw tooLarge();
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

/** The place of the first mistake. What stands there is not shown: it may be anything. */
function whereOf(text: string): string {
  if (text.trim() === '') return 'it is empty';
  const { at, expected } = findJsonError(text) ?? { at: text.length, expected: 'the end' };
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `line ${before.length}, column ${column} should be ${expected}`;
}
