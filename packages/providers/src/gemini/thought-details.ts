import { fieldsOf, textOf } from '../json.ts';
import type { Part } from './part.ts';

/** Gemini's tag on an entry of `reasoning_details`: only entries that carry it go back. */
const tag = 'google.';

/** A piece of a thought, as an entry of `reasoning_details`. */
export function thoughtDetail(index: number, text: string): object {
  return { type: `${tag}thought`, index, text };
}

/** What Gemini signed: the call of that id, the text where there is none, or a thought by its index. */
export interface Signed {
  readonly call?: string;
  readonly thought?: number;
}

/** A signature, as an entry of `reasoning_details`. Each has an index of its own, so that none merge. */
export function signatureDetail(index: number, signature: string, signed: Signed): object {
  return { type: `${tag}signature`, index, signature, ...signed };
}

/** Whether an entry of `reasoning_details` was issued by Gemini's wire. */
export function isThoughtDetail(detail: unknown): boolean {
  return textOf(fieldsOf<'type'>(detail).type)?.startsWith(tag) ?? false;
}

/** What earlier reasoning says to Gemini. */
export interface Thoughts {
  readonly parts: readonly Part[];
  /** The signature of the text. */
  readonly text: string | undefined;
  /** Signatures by the id of their call. */
  readonly calls: ReadonlyMap<string, string>;
}

/** Reads the entries that Gemini issued; others are passed over. */
export function readThoughts(details: readonly unknown[]): Thoughts {
  const thoughts = new Map<unknown, { text: string; signature: string | undefined }>();
  const calls = new Map<string, string>();
  let text: string | undefined;

  function growThought(index: unknown, more: string, signature?: string): void {
    const known = thoughts.get(index);
    thoughts.set(index, {
      text: (known?.text ?? '') + more,
      signature: signature ?? known?.signature,
    });
  }

  for (const detail of details) {
    const raw = fieldsOf<'type' | 'index' | 'text' | 'signature' | 'call' | 'thought'>(detail);
    const signature = textOf(raw.signature);
    if (raw.type === `${tag}thought`) growThought(raw.index, textOf(raw.text) ?? '');
    if (raw.type !== `${tag}signature` || !signature) continue;
    const call = textOf(raw.call);
    if (call !== undefined) calls.set(call, signature);
    else if (raw.thought !== undefined) growThought(raw.thought, '', signature);
    else text = signature;
  }
  const parts = [...thoughts.values()].map((thought) => ({
    ...(thought.text && { text: thought.text }),
    thought: true,
    ...(thought.signature && { thoughtSignature: thought.signature }),
  }));
  return { parts, text, calls };
}
