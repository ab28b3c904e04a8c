/** A bounded memory by text: the least recently used goes first. */
export interface Memo<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  /** Characters of the keys that are kept. */
  readonly characters: number;
}

/** What an entry costs besides its characters. */
const entryCharacters = 64;

/** Makes a memory whose keys have at most `maxCharacters` together; 0 remembers nothing. */
export function createMemo<V>(maxCharacters: number): Memo<V> {
  const entries = new Map<string, V>();
  let characters = 0;

  function forget(key: string): void {
    entries.delete(key);
    characters -= key.length + entryCharacters;
  }

  return {
    get characters() {
      return characters;
    },
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      if (key.length + entryCharacters > maxCharacters) return;
      if (entries.has(key)) forget(key);
      entries.set(key, value);
      characters += key.length + entryCharacters;
      for (const oldest of entries.keys()) {
        if (characters <= maxCharacters) break;
        forget(oldest);
      }
    },
  };
}
