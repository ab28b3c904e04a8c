import { frozenCopy, TooDeep } from './frozen-copy.ts';
import { invalidRequest } from './invalid-request.ts';

/**
 * A copy whose parts nobody can change: what is sent, retried and stored is what the call was made with,
 * whatever becomes of the caller's object, or whatever a provider does to it.
 *
 * @throws RouterError `invalid_request` for what cannot be read, is nested too deep or holds itself
 */
export function copyRequest<T extends object>(request: T): T {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(request)) {
    try {
      copy[name] = frozenCopy(Reflect.get(request, name));
    } catch (cause) {
      throw unreadable(`request.${name}`, cause);
    }
  }
  return copy as T;
}

function unreadable(place: string, cause: unknown): Error {
  if (cause instanceof TooDeep) return invalidRequest(place, cause.message, 'give plain data');
  const what = `cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
  return invalidRequest(place, what, 'give plain data, without getters that throw');
}
