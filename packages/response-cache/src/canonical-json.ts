/** Deeper than any request; a guard against values without end. */
const deepest = 200;

/**
 * JSON with the names of each object in order: equal values give equal texts. `undefined` is left out as
 * in JSON. Answers `undefined` for what JSON cannot hold: cycles, functions, big integers, `NaN`, getters
 * that throw.
 */
export function canonicalJson(value: unknown): string | undefined {
  try {
    return write(value, 0);
  } catch {
    return undefined;
  }
}

function write(value: unknown, depth: number): string {
  if (depth > deepest) throw new TypeError('too deep');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    // JSON writes a hole in a list as null.
    return `[${Array.from(value, (item) => write(item ?? null, depth + 1)).join(',')}]`;
  }
  if (typeof value !== 'object') throw new TypeError(`JSON holds no ${typeof value}`);
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return write(value.toJSON(), depth + 1);
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${write(field, depth + 1)}`);
  return `{${fields.join(',')}}`;
}
