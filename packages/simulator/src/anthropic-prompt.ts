import { type ChatMessage, type ContentPart, estimateTokens } from '@llm-router/core';
import { readResult } from './anthropic-blocks.ts';
import type { Turn } from './anthropic-messages.ts';
import type { Fields } from './fields.ts';

/**
 * Counts a prompt as the same one would count on OpenAI's wire, calls and results as text. Absent
 * where it cannot be counted.
 */
export function countPrompt(system: readonly Fields[], turns: readonly Turn[]): number | undefined {
  const texts = [...(system.length > 0 ? [system] : []), ...turns.map(({ blocks }) => blocks)];
  try {
    // The estimate of a message does not depend on whose it is.
    const messages: ChatMessage[] = texts.map((blocks) => {
      return { role: 'user', content: blocks.flatMap(toParts) };
    });
    return estimateTokens(messages);
  } catch {
    // JSON that is nested beyond the depth of the stack.
    return undefined;
  }
}

function toParts(block: Fields): readonly ContentPart[] {
  switch (block['type']) {
    case 'text':
      return [toText(block['text'])];
    case 'thinking':
      return [toText(block['thinking'])];
    case 'tool_use':
      return [toText(block['name']), toText(block['input'])];
    case 'tool_result':
      return readResult(block['content'], 'content').flatMap(toParts);
    case 'image':
      return [{ type: 'image_url', image_url: { url: '' } }];
    case 'document':
      return [toFile(block['source'] as Fields)];
    default:
      return [toText(block)];
  }
}

function toFile({ type, data, ...rest }: Fields): ContentPart {
  return type === 'base64' && typeof data === 'string'
    ? { type: 'file', file: { file_data: data } }
    : toText(data ?? rest);
}

function toText(value: unknown): ContentPart {
  return { type: 'text', text: typeof value === 'string' ? value : JSON.stringify(value) };
}
