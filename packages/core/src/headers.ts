/** Response headers in any of the forms that HTTP clients hand out. */
export type HeadersLike =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [string, string]>;

/**
 * Reads headers by lower-case name, whatever their form. Several values of one name are joined by
 * `, ` as HTTP allows. A getter that throws or a value that is no string counts as absent.
 */
export function readHeaders(headers: HeadersLike | null | undefined): Map<string, string> {
  const read = new Map<string, string>();
  if (typeof headers !== 'object' || headers === null) return read;
  try {
    if (Symbol.iterator in headers) {
      for (const entry of headers as Iterable<unknown>) add(read, () => entry);
    } else {
      for (const name of Object.keys(headers)) add(read, () => [name, headers[name]]);
    }
  } catch {
    // Headers are outside data: what cannot be read is not there.
  }
  return read;
}

/** Reads one entry; one that cannot be read leaves the others alone. */
function add(read: Map<string, string>, entry: () => unknown): void {
  try {
    const [name, value] = entry() as [unknown, unknown];
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (typeof name !== 'string' || typeof text !== 'string') return;
    const key = name.toLowerCase();
    const before = read.get(key);
    read.set(key, before === undefined ? text : `${before}, ${text}`);
  } catch {
    // As above.
  }
}
