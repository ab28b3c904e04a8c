/** Response headers in any of the forms that HTTP clients hand out. */
export type HeadersLike =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [string, string]>;

/** No server sends more; an iterator need never end. */
const mostHeaders = 1000;

/** HTTP servers and clients take about 16 kB of headers together. */
const longestHeader = 16_384;

/**
 * Reads headers by lower-case name, whatever their form. Several values of one name are joined by
 * `, ` as HTTP allows. A getter that throws, a value that is no string or one above 16 kB counts as absent,
 * and so do all after the first thousand.
 */
export function readHeaders(headers: HeadersLike | null | undefined): Map<string, string> {
  const read = new Map<string, string>();
  if (typeof headers !== 'object' || headers === null) return read;
  try {
    if (Symbol.iterator in headers) {
      let count = 0;
      for (const entry of headers as Iterable<unknown>) {
        if (++count > mostHeaders) break;
        add(read, () => entry);
      }
    } else {
      for (const name of Object.keys(headers).slice(0, mostHeaders)) {
        add(read, () => [name, headers[name]]);
      }
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
    const text = Array.isArray(value) ? value.slice(0, mostHeaders).join(', ') : value;
    if (typeof name !== 'string' || typeof text !== 'string') return;
    if (name.length > longestHeader || text.length > longestHeader) return;
    const key = name.toLowerCase();
    const before = read.get(key);
    const joined = before === undefined ? text : `${before}, ${text}`;
    if (joined.length <= longestHeader) read.set(key, joined);
  } catch {
    // As above.
  }
}
