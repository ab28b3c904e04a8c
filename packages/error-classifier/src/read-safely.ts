/** One property of anything; a getter or proxy that throws counts as absent. */
export function readSafely(target: object, key: string): unknown {
  try {
    return Reflect.get(target, key);
  } catch {
    return undefined;
  }
}

/** Own enumerable names; none where they cannot be listed. */
export function readKeys(target: object): readonly string[] {
  try {
    return Object.keys(target);
  } catch {
    return [];
  }
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Whether all that it tells is in fields of its own. */
export function isPlainObject(target: object): boolean {
  try {
    const prototype: unknown = Object.getPrototypeOf(target);
    return prototype === Object.prototype || prototype === null;
  } catch {
    return false;
  }
}

/** `Array.isArray`, which throws on a revoked proxy. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** The first items of a list that are there; one by one, since a proxy may throw in any method. */
export function readItems(list: readonly unknown[], most: number): readonly unknown[] {
  return Array.from({ length: most }, (_, index) => readSafely(list, String(index))).filter(
    (item) => item !== undefined,
  );
}
