import { fieldsOf, textOf } from '../json.ts';

/** Anthropic's tag on an entry of `reasoning_details`: only entries that carry it go back. */
const tag = 'anthropic.';

/** A piece of a thinking block, as an entry of `reasoning_details`. */
export function thinkingDetail(
  index: number,
  piece: { readonly text: string } | { readonly signature: string },
): object {
  return { type: `${tag}thinking`, index, ...piece };
}

/** A block whose thinking Anthropic encrypted. */
export function redactedDetail(index: number, data: string): object {
  return { type: `${tag}redacted_thinking`, index, data };
}

/** Whether an entry of `reasoning_details` was issued by Anthropic's wire. */
export function isThinkingDetail(detail: unknown): boolean {
  return textOf(fieldsOf<'type'>(detail).type)?.startsWith(tag) ?? false;
}

/** The block of an entry, as Anthropic sent it; `undefined` for foreign and unfinished ones. */
export function toThinkingBlock(detail: unknown): object | undefined {
  const raw = fieldsOf<'type' | 'text' | 'signature' | 'data'>(detail);
  const signature = textOf(raw.signature);
  const data = textOf(raw.data);
  if (raw.type === `${tag}thinking` && signature) {
    return { type: 'thinking', thinking: textOf(raw.text) ?? '', signature };
  }
  if (raw.type === `${tag}redacted_thinking` && data) return { type: 'redacted_thinking', data };
  return undefined;
}
