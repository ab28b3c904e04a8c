import { fieldsOf, isObject } from './json.ts';

/** Collects streamed `reasoning_details` so that the blocks can be sent back. */
export interface ReasoningDetails {
  add(pieces: readonly unknown[]): void;
  read(): unknown[];
}

/** The fields that arrive in pieces; every other field is whole when it comes. */
const growing: ReadonlySet<string> = new Set(['text', 'summary', 'data']);

/** Makes a collector: a piece goes on with the last block if it has the same type and index. */
export function createReasoningDetails(): ReasoningDetails {
  const blocks: unknown[] = [];

  function continues(piece: object): Record<string, unknown> | undefined {
    const last = blocks.at(-1);
    if (!isObject(last)) return undefined;
    const before = fieldsOf<'type' | 'index'>(last);
    const now = fieldsOf<'type' | 'index'>(piece);
    const isSame = before.type === now.type && before.index === now.index;
    return isSame ? (last as Record<string, unknown>) : undefined;
  }

  return {
    add(pieces) {
      for (const piece of pieces) {
        const block = isObject(piece) ? continues(piece) : undefined;
        if (!isObject(piece) || block === undefined) {
          blocks.push(isObject(piece) ? { ...piece } : piece);
          continue;
        }
        for (const [name, value] of Object.entries(piece)) {
          const before = block[name];
          const grows = growing.has(name) && typeof before === 'string';
          if (grows && typeof value === 'string') block[name] = before + value;
          else if (value !== null && value !== undefined) block[name] = value;
        }
      }
    },
    read: () => blocks.map((block) => (isObject(block) ? { ...block } : block)),
  };
}
