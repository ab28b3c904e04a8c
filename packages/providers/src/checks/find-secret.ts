/** An error may hold its request with agent and sockets; a key is not far from the top. */
const mostValues = 20_000;

interface Found {
  readonly place: string;
  readonly value: unknown;
}

/**
 * Looks for secrets wherever a log could find them: in texts and names, in own, hidden, symbolic and
 * inherited properties, causes, lists, maps and headers. Answers the first place, such as
 * `error.cause.headers.authorization`, or `undefined`. It never throws and never repeats the secret.
 */
export function findSecret(error: unknown, secrets: readonly string[]): string | undefined {
  const shows = (text: string) => secrets.some((secret) => text.includes(secret));
  const queue: Found[] = [{ place: 'error', value: error }];
  const seen = new Set<unknown>();
  for (const { place, value } of queue) {
    if (typeof value === 'string' && shows(value)) return place;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const part of partsOf(place, value)) {
      // The name of a part may be the secret itself.
      if (shows(part.place)) return `a name in ${place}`;
      if (queue.length < mostValues) queue.push(part);
    }
  }
  // A conversion of the error's own may show what no property does.
  if (shows(attempt(() => String(error)) ?? '')) return 'String(error)';
  return shows(attempt(() => JSON.stringify(error)) ?? '') ? 'JSON.stringify(error)' : undefined;
}

function partsOf(place: string, value: object): readonly Found[] {
  // The bytes of a body are no text.
  if (ArrayBuffer.isView(value)) return [];
  const parts: Found[] = [];
  const add = (name: unknown, read: () => unknown) => {
    const found = attempt(read);
    if (typeof found === 'function') return;
    parts.push({ place: `${place}.${attempt(() => String(name))}`, value: found });
  };
  for (const key of keysOf(value)) add(key, () => Reflect.get(value, key));
  const entries = attempt(() => entriesOf(value)) ?? [];
  for (const [name, item] of entries) add(name, () => item);
  return parts;
}

/** The names of all properties but those that every object has. */
function keysOf(value: object): ReadonlySet<string | symbol> {
  const keys = new Set<string | symbol>();
  attempt(() => {
    for (let owner: object | null = value; owner !== null && owner !== Object.prototype; ) {
      for (const key of Reflect.ownKeys(owner)) keys.add(key);
      owner = Reflect.getPrototypeOf(owner);
    }
  });
  return keys;
}

const collections = /^\[object (?:Map|Set|Headers|URLSearchParams|FormData)\]$/;

/** What a map or a set holds; other iterables could be consumed by a look at them. */
function entriesOf(value: object): Iterable<readonly [unknown, unknown]> {
  if (!collections.test(Object.prototype.toString.call(value))) return [];
  return (value as ReadonlyMap<unknown, unknown>).entries();
}

/** A getter, a proxy or a conversion may throw. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
