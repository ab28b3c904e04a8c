/** Where a text stops being JSON. */
export interface JsonError {
  /** Characters before it. */
  readonly at: number;
  readonly expected: string;
}

const space = /[ \t\n\r]*/y;
const text = /"(?:[^"\\\p{Cc}]|\x7f|[\x80-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const maxDepth = 64;

/**
 * Finds the first place at which a text is no JSON, or where it is nested too deeply to look. The
 * host's own message names no place and may show what stands there, such as a key.
 */
export function findJsonError(source: string): JsonError | undefined {
  let at = 0;

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(source) ?? [];
    at += found.length;
    return found !== '';
  }
  function take(character: string): boolean {
    skip(space);
    const isThere = source[at] === character;
    if (isThere) at += 1;
    return isThere;
  }
  const stop = (expected: string): JsonError => ({ at, expected });

  function list(closer: string, readItem: () => JsonError | undefined): JsonError | undefined {
    if (take(closer)) return undefined;
    do {
      const error = readItem();
      if (error !== undefined) return error;
    } while (take(','));
    return take(closer) ? undefined : stop(`',' or '${closer}'`);
  }

  function readValue(depth: number): JsonError | undefined {
    if (depth > maxDepth) return stop('fewer levels');
    if (take('[')) return list(']', () => readValue(depth + 1));
    if (take('{')) {
      return list('}', () => {
        skip(space);
        if (!skip(text)) return stop('a name in double quotes');
        return take(':') ? readValue(depth + 1) : stop("':'");
      });
    }
    return skip(text) || skip(plain) ? undefined : stop('a value');
  }

  const error = readValue(0);
  if (error !== undefined) return error;
  skip(space);
  return at === source.length ? undefined : stop('the end');
}
