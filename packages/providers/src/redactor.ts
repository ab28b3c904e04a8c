import { findSecret } from './checks/find-secret.ts';
import { fieldsOf, isObject, textOf } from './json.ts';

const hidden = '***';
/** A shorter secret would be found in ordinary words. */
const shortestSecret = 4;
const deepest = 12;

/** Takes the caller's secrets out of what a server sent, before it reaches an error. */
export interface Redactor {
  text(value: string): string;
  /** The same in every string of a JSON value; levels below the twelfth are left out. */
  json(value: unknown): unknown;
  /** Anything thrown: as it is where it shows no secret, else a copy with name, code, message and cause. */
  thrown(value: unknown): unknown;
  /** Headers with the secrets, and every header that usually holds one, hidden. */
  headers(headers: ReadonlyMap<string, string>): Readonly<Record<string, string>>;
}

type Thrown = Error & { code?: unknown };

const secretHeader = /cookie|authorization|api-?key|token$|secret/;

/** Makes a redactor for the secrets of one provider. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const known = secrets.filter((secret) => secret.length >= shortestSecret);

  function text(value: string): string {
    return known.reduce((redacted, secret) => redacted.replaceAll(secret, hidden), value);
  }

  function json(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return text(value);
    if (depth > deepest) return undefined;
    if (Array.isArray(value)) return value.map((item) => json(item, depth + 1));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [text(name), json(field, depth + 1)]),
    );
  }

  function copyThrown(value: unknown, depth = 0): unknown {
    const { name, code, message, stack, cause } = fieldsOf<keyof Thrown>(value);
    if (typeof message !== 'string' || typeof name !== 'string') return json(value);
    if (depth > deepest) return undefined;
    const inner = cause === undefined ? undefined : { cause: copyThrown(cause, depth + 1) };
    const copy: Thrown = new Error(text(message), inner);
    copy.name = text(name);
    copy.stack = text(textOf(stack) ?? '');
    if (typeof code === 'string' || typeof code === 'number') copy.code = json(code);
    return copy;
  }

  return {
    text,
    json: (value) => json(value),
    thrown: (value) => (findSecret(value, known) === undefined ? value : copyThrown(value)),
    headers(headers) {
      return Object.fromEntries(
        [...headers].map(([name, value]) => [name, secretHeader.test(name) ? hidden : text(value)]),
      );
    },
  };
}
