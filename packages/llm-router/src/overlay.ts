/**
 * Lays one configuration over another: objects are merged field by field, everything else, lists
 * included, is replaced; `null` takes a field away.
 */
export function overlay(base: unknown, over: unknown): unknown {
  if (!isRecord(over)) return over;
  // A map, since a field may be called '__proto__' or 'constructor'.
  const merged = new Map<string, unknown>(isRecord(base) ? Object.entries(base) : []);
  for (const [key, value] of Object.entries(over)) {
    if (value === null) merged.delete(key);
    else merged.set(key, overlay(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

/** An object with fields: neither `null` nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
