/** No schema and no conversation is nested so deep; what holds itself is. */
const deepest = 500;

/** What no copy can be made of. */
export class TooDeep extends RangeError {}

/**
 * A copy of plain data that nobody can change; what it was made of stays its owner's. What has a class
 * of its own stays as it is.
 *
 * @throws TooDeep for what is nested too deep or holds itself
 */
export function frozenCopy<T>(value: T): T {
  return copyOf(value, 0) as T;
}

function copyOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) {
    throw new TooDeep(`is nested more than ${deepest} levels deep, or has a circular reference`);
  }
  if (Array.isArray(value))
    return Object.freeze(Array.from(value, (item) => copyOf(item, depth + 1)));
  if (!isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    // A field of that name would become the prototype.
    if (name !== '__proto__') copy[name] = copyOf(part, depth + 1);
  }
  return Object.freeze(copy);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
