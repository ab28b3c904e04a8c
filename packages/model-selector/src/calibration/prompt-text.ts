import type { ChatRequest } from '@llm-router/core';

/** Characters that are read of a longer prompt: from its beginning and its end. */
const readFromStart = 4500;
const readFromEnd = 1500;

/** The text of the last user message, else of the last message; the middle of a long one is left out. */
export function promptText({ messages }: ChatRequest): string {
  const message = messages.findLast(({ role }) => role === 'user') ?? messages.at(-1);
  const text = textOf(message?.content);
  if (text.length <= readFromStart + readFromEnd) return text;
  return `${text.slice(0, readFromStart)}\n${text.slice(-readFromEnd)}`;
}

function textOf(content: ChatRequest['messages'][number]['content']): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part) => (part?.type === 'text' && typeof part.text === 'string' ? part.text : ''))
    .join('\n');
}
