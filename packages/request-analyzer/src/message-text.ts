import type { ChatMessage } from '@llm-router/core';

/** The text of a message. Content that is neither text nor a list of parts counts as empty. */
export function textOf(message: ChatMessage | undefined): string {
  const content = message?.content;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map(partText).filter(Boolean).join('\n');
}

/** The characters of that text, counted without building it. */
export function lengthOf({ content }: ChatMessage): number {
  if (typeof content === 'string') return content.length;
  if (!Array.isArray(content)) return 0;
  return content.reduce((sum, part) => sum + partText(part).length, 0);
}

function partText(part: { readonly text?: unknown } | undefined): string {
  return typeof part?.text === 'string' ? part.text : '';
}
