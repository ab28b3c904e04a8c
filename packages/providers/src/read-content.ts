import { fieldsOf, listOf, textOf } from './json.ts';

/** The text of a message and the reasoning that came inside it. */
export interface Content {
  /** `null` where the message has no content at all. */
  readonly text: string | null;
  readonly thinking: string;
}

/** Reads a message's content: a string, or a list of parts as Mistral sends them with its reasoning. */
export function readContent(content: unknown): Content {
  if (typeof content === 'string') return { text: content, thinking: '' };
  if (!Array.isArray(content)) return { text: null, thinking: '' };
  let text = '';
  let thinking = '';
  for (const part of content) {
    const raw = fieldsOf<'type' | 'text' | 'thinking'>(part);
    if (raw.type === 'thinking') thinking += readThinking(raw.thinking);
    else if (raw.type === 'text' || raw.type === undefined) text += textOf(raw.text) ?? '';
  }
  return { text, thinking };
}

function readThinking(thinking: unknown): string {
  if (typeof thinking === 'string') return thinking;
  return listOf(thinking)
    .map((part) => textOf(fieldsOf<'text'>(part).text) ?? '')
    .join('');
}
