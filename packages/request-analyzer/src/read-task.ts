import type { ChatMessage, ChatRequest } from '@llm-router/core';

/** The parts of a conversation that are judged apart. */
export interface Task {
  /** The last thing that the user said. */
  readonly text: string;
  /** What the user said before that; empty in the first turn. */
  readonly earlier: string;
  readonly turns: number;
  /** Characters of everything beside `text`: system prompt, history, tool results. */
  readonly contextCharacters: number;
}

/**
 * Finds what is asked. Where no user speaks, the last message is the task. Content that is neither
 * text nor a list of parts counts as empty.
 */
export function readTask({ messages }: ChatRequest): Task {
  let task: ChatMessage | undefined;
  let earlier: ChatMessage | undefined;
  let turns = 0;
  let characters = 0;
  for (const message of messages) {
    characters += lengthOf(message);
    if (message.role !== 'user') continue;
    turns += 1;
    earlier = task;
    task = message;
  }
  const text = textOf(task ?? messages.at(-1));
  return {
    text,
    earlier: textOf(earlier),
    turns,
    contextCharacters: Math.max(0, characters - text.length),
  };
}

function textOf(message: ChatMessage | undefined): string {
  const content = message?.content;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map(partText).filter(Boolean).join('\n');
}

function lengthOf({ content }: ChatMessage): number {
  if (typeof content === 'string') return content.length;
  if (!Array.isArray(content)) return 0;
  return content.reduce((sum, part) => sum + partText(part).length, 0);
}

function partText(part: { readonly text?: unknown } | undefined): string {
  return typeof part?.text === 'string' ? part.text : '';
}
