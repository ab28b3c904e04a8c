import type { ToolCallDelta } from '@llm-router/core';
import { fieldsOf, isObject, listOf, textOf } from './json.ts';
import { inventToolCallId, isCustomCall, readArguments } from './read-tool-calls.ts';

/** Gives each streamed tool call of one choice an index of its own. */
export interface ToolCallSlots {
  /** The pieces of one delta, in OpenAI's shape: id, type and name once, then only the rest. */
  read(deltas: unknown, answerId: string): ToolCallDelta[];
}

interface Slot {
  readonly index: number;
  readonly id: string | undefined;
  named: boolean;
}

type RawDelta = ReturnType<typeof fieldsOf<'index' | 'id' | 'type' | 'function' | 'custom'>>;

/**
 * Makes the slots. A piece belongs to the latest call with its index (its place in the list where
 * the server sends no index), unless it brings another id: some servers reuse index 0 for every
 * call. Where there is neither index nor id, a second name begins a second call.
 */
export function createToolCallSlots(): ToolCallSlots {
  const latest = new Map<number, Slot>();
  let count = 0;

  function slotFor(delta: RawDelta, position: number): { slot: Slot; opened: boolean } {
    const sentIndex = Number.isInteger(delta.index) ? (delta.index as number) : undefined;
    const key = sentIndex ?? position;
    const id = textOf(delta.id) || undefined;
    const last = latest.get(key);
    const named = nameOf(delta) !== undefined;
    const isSame =
      last !== undefined &&
      (id === undefined || last.id === undefined || id === last.id) &&
      !(sentIndex === undefined && id === undefined && named && last.named);
    if (isSame) return { slot: last, opened: false };
    const slot: Slot = { index: count++, id, named: false };
    latest.set(key, slot);
    return { slot, opened: true };
  }

  return {
    read(deltas, answerId) {
      return listOf(deltas)
        .filter(isObject)
        .map((delta, position) => {
          const raw = fieldsOf<'index' | 'id' | 'type' | 'function' | 'custom'>(delta);
          const { slot, opened } = slotFor(raw, position);
          const name = slot.named ? undefined : nameOf(raw);
          if (name !== undefined) slot.named = true;
          const first = opened
            ? { id: slot.id ?? inventToolCallId(answerId, slot.index) }
            : undefined;
          return pieceOf(slot.index, raw, first, name);
        });
    },
  };
}

function pieceOf(
  index: number,
  raw: RawDelta,
  first: { readonly id: string } | undefined,
  name: string | undefined,
): ToolCallDelta {
  const named = name !== undefined && { name };
  if (isCustomCall(raw)) {
    const input = textOf(fieldsOf<'input'>(raw.custom).input) ?? '';
    return { index, ...first, ...(first && { type: 'custom' }), custom: { ...named, input } };
  }
  const piece = readArguments(fieldsOf<'arguments'>(raw.function).arguments);
  return {
    index,
    ...first,
    ...(first && { type: 'function' }),
    function: { ...named, arguments: piece },
  };
}

function nameOf(delta: RawDelta): string | undefined {
  const named = isCustomCall(delta) ? delta.custom : delta.function;
  return textOf(fieldsOf<'name'>(named).name) || undefined;
}
