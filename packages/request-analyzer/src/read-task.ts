import type { ChatMessage, ChatRequest } from '@llm-router/core';
import { lengthOf, textOf } from './message-text.ts';

/** The parts of a conversation that are judged apart. */
export interface Task {
  /** The last thing that the user said. */
  readonly text: string;
  /** What the user said before that; empty in the first turn. */
  readonly earlier: string;
  readonly turns: number;
  /** Characters of everything beside `text`: system prompt, history, tool results. */
  readonly contextCharacters: number;
  /** Characters of an answer that the conversation already holds, on average; 0 without one. */
  readonly answerCharacters: number;
}

/** Finds what is asked. Where no user speaks, the last message is the task. */
export function readTask({ messages }: ChatRequest): Task {
  let task: ChatMessage | undefined;
  let earlier: ChatMessage | undefined;
  let turns = 0;
  let characters = 0;
  let answers = 0;
  let answerCharacters = 0;
  for (const message of messages) {
    const length = lengthOf(message);
    characters += length;
    if (message.role === 'assistant' && length > 0) {
      answers += 1;
      answerCharacters += length;
    }
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
    answerCharacters: answerCharacters / Math.max(1, answers),
  };
}
