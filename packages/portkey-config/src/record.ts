/** An object from outside whose fields are still to be checked. */
export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of its own: what every object inherits is none of what was configured. */
export function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/**
 * A copy as JSON makes it, so that no getter, cycle or prototype of the original matters. A text is
 * read as JSON. `undefined` where it is none.
 */
export function readJson(given: unknown): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(typeof given === 'string' ? given : JSON.stringify(given)) };
  } catch {
    return undefined;
  }
}

/** A field's name for messages. What is no name may be a key that stands in the wrong place. */
export function showName(name: string): string {
  return /^[a-z_]{1,40}$/i.test(name) ? name : '(a name that is not shown)';
}

/** What a value is, without the value, which may be a key. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
