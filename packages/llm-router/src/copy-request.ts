import { isRouterError } from '@llm-router/core';
import { invalidRequest } from './invalid-request.ts';

/** No schema and no conversation is nested so deep; what holds itself is. */
const deepest = 500;

/**
 * A copy that nobody can change: what is sent, retried and stored is what the call was made with,
 * whatever becomes of the caller's object, or whatever a provider does to it.
 *
 * @throws RouterError `invalid_request` for what cannot be read, is nested too deep or holds itself
 */
export function copyRequest<T extends object>(request: T): T {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(request)) {
    copy[name] = copyField(request, name);
  }
  return copy as T;
}

function copyField(request: object, name: string): unknown {
  const place = `request.${name}`;
  try {
    return copyOf(Reflect.get(request, name), place, 0);
  } catch (cause) {
    if (isRouterError(cause)) throw cause;
    const what = `cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
    throw invalidRequest(place, what, 'give plain data, without getters that throw');
  }
}

function copyOf(value: unknown, place: string, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) {
    const what = `is nested more than ${deepest} levels deep, or has a circular reference`;
    throw invalidRequest(place, what, 'give plain data');
  }
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (item) => copyOf(item, place, depth + 1)));
  }
  if (!isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    // A field of that name would become the prototype.
    if (name !== '__proto__') copy[name] = copyOf(part, place, depth + 1);
  }
  return Object.freeze(copy);
}

/** What has a class of its own says itself what it is as JSON. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
