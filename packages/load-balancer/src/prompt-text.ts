import type { ChatMessage, ChatRequest, ContentPart } from '@llm-router/core';

/** What a provider reads of a request, in the order in which it reads it: a longer conversation begins alike. */
export function promptText(request: ChatRequest): string {
  const { tools, functions, response_format: format, messages } = request;
  const head = { tools, functions, format };
  return [head, ...messages.map(readMessage)]
    .map((part) => JSON.stringify(part, shorten))
    .join('\n');
}

function readMessage({ role, content, ...beside }: ChatMessage): unknown {
  return [role, partsOf(content), beside];
}

/** A text is the same whether it comes as such or as the only part. */
function partsOf(content: ChatMessage['content']): readonly unknown[] {
  if (content === undefined || content === null) return [];
  if (typeof content === 'string') return [content];
  return (content as readonly ContentPart[]).map((part) =>
    part.type === 'text' ? part.text : part,
  );
}

const dataFields: ReadonlySet<string> = new Set(['url', 'data', 'file_data']);

/** Of pictures, sounds and files the length and so many characters at each end tell them apart. */
const charactersAtEnds = 500;

function shorten(name: string, value: unknown): unknown {
  // Clients move their marker to the newest message with every turn; the prompt is the same.
  if (name === 'cache_control') return undefined;
  if (!dataFields.has(name) || typeof value !== 'string') return value;
  return [value.length, value.slice(0, charactersAtEnds), value.slice(-charactersAtEnds)];
}
