import { Mistake } from './mistake.ts';

/** A JSON object of unknown content. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

/** Reads the body of a request, which has to be a JSON object. */
export function parseFields(text: string): Fields {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Mistake('The body of the request is not valid JSON.');
  }
  if (!isFields(body)) throw new Mistake('The body of the request is no JSON object.');
  return body;
}
