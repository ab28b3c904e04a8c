import type { ChatCompletion, ChatCompletionChunk } from '@llm-router/core';
import { createCompletionAssembler } from '../completion-assembler.ts';
import { isObject } from '../json.ts';
import { type ContentReaderOptions, createContentReader } from './content-reader.ts';

/**
 * A whole answer in OpenAI's shape; `undefined` where it is no answer or says nothing. It is read as
 * the stream that it could have been; a list is one that came whole.
 */
export function readContent(
  answer: unknown,
  options: ContentReaderOptions,
): ChatCompletion | undefined {
  const frames = (Array.isArray(answer) ? answer : [answer]).filter(isObject);
  const reader = createContentReader(options);
  const assembler = createCompletionAssembler();
  const add = (chunk: ChatCompletionChunk | undefined) => chunk && assembler.add(chunk);
  for (const frame of frames) {
    reader.note(frame);
    add(reader.read(frame));
  }
  if (!reader.answered) return undefined;
  add(reader.closing());
  add(reader.usage());
  return assembler.completion();
}
