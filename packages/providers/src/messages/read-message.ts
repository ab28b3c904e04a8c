import type { ChatCompletion, ChatCompletionChunk } from '@llm-router/core';
import { createCompletionAssembler } from '../completion-assembler.ts';
import { fieldsOf } from '../json.ts';
import { createMessageReader, type MessageReaderOptions } from './message-reader.ts';

/**
 * A whole message in OpenAI's shape; `undefined` where it is no message or says nothing. It is read as the stream
 * that it could have been, so that both mean the same.
 */
export function readMessage(
  message: unknown,
  options: MessageReaderOptions,
): ChatCompletion | undefined {
  const raw = fieldsOf<'content' | 'stop_reason' | 'stop_details' | 'usage'>(message);
  if (!Array.isArray(raw.content)) return undefined;
  const reader = createMessageReader(options);
  const assembler = createCompletionAssembler();
  const add = (chunk: ChatCompletionChunk | undefined) => chunk && assembler.add(chunk);
  for (const event of eventsOf(message, raw)) {
    reader.note(event);
    add(reader.read(event));
  }
  if (!reader.answered) return undefined;
  add(reader.closing());
  add(reader.usage());
  return assembler.completion();
}

function* eventsOf(
  message: unknown,
  raw: ReturnType<typeof fieldsOf<'content' | 'stop_reason' | 'stop_details' | 'usage'>>,
): Generator<object> {
  yield { type: 'message_start', message: { ...Object(message), content: [] } };
  for (const [index, block] of (raw.content as readonly unknown[]).entries()) {
    yield { type: 'content_block_start', index, content_block: block };
    yield { type: 'content_block_stop', index };
  }
  const { stop_reason, stop_details, usage } = raw;
  yield { type: 'message_delta', delta: { stop_reason, stop_details }, usage };
}
