/** A value that never prints: in logs, errors, JSON and string concatenation it is `***`. */
export interface Secret {
  /** The value itself, for the one place that sends it. */
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

const shown = '***';
const marker = Symbol.for('llm-router.secret');

/** Wraps a key or token so that it cannot leak by printing. Wrapping a secret again returns it as it is. */
export function createSecret(value: string | Secret): Secret {
  if (isSecret(value)) return value;
  const secret = {
    reveal: () => value,
    toString: () => shown,
    toJSON: () => shown,
    [Symbol.toPrimitive]: () => shown,
    [Symbol.for('nodejs.util.inspect.custom')]: () => shown,
    [marker]: true,
  };
  return Object.freeze(secret);
}

export function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && marker in value;
}
