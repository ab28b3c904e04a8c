/** An object from outside whose fields are still to be checked. */
export type Unchecked<Field extends string> = { readonly [Name in Field]?: unknown };

/** The named fields of an outside value; all absent where it is no object. */
export function fieldsOf<Field extends string>(value: unknown): Unchecked<Field> {
  return isObject(value) ? (value as Unchecked<Field>) : {};
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A number that counts something: finite and not negative. */
export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** The parsed text, or `undefined` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
