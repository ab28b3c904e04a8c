import type { ToolCallDelta } from '@llm-router/core';
import type { BlockWriter } from './message-blocks.ts';

/** Brings the calls of an answer, which may grow side by side, into one row. */
export interface CallQueue {
  add(piece: ToolCallDelta): void;
  /** Text that comes after a call has begun. */
  addText(text: string): void;
  /** Whether a call has begun: what comes after it waits for its end. */
  readonly isOpen: boolean;
  /** Ends the open call and writes what has waited. */
  flush(): void;
}

interface Waiting {
  /** Absent for text. */
  readonly call?: number;
  readonly id: string;
  name: string;
  text: string;
}

/**
 * Makes a queue before a writer. OpenAI's wire may go back to an earlier call at any time and Anthropic's
 * never does, so only the first call is written as it grows; the rest waits for the end.
 */
export function createCallQueue(writer: BlockWriter): CallQueue {
  let first: number | undefined;
  const waiting: Waiting[] = [];

  function write(id: string, name: string, input: string): void {
    writer.grow(
      `call ${id}`,
      () => ({ type: 'tool_use', id, name, input: {} }),
      input === '' ? undefined : { type: 'input_json_delta', partial_json: input },
    );
  }

  let firstCall = { id: '', name: '' };
  return {
    get isOpen() {
      return first !== undefined;
    },
    add({ index, id = `call_${index}`, function: called = {} }) {
      const { name = '', arguments: input = '' } = called;
      if (first === undefined) {
        first = index;
        firstCall = { id, name };
      }
      if (index === first) {
        write(firstCall.id, firstCall.name, input);
        return;
      }
      const known = waiting.find(({ call }) => call === index);
      if (known === undefined) waiting.push({ call: index, id, name, text: input });
      else {
        known.name ||= name;
        known.text += input;
      }
    },
    addText(text) {
      const last = waiting.at(-1);
      if (last !== undefined && last.call === undefined) last.text += text;
      else waiting.push({ id: '', name: '', text });
    },
    flush() {
      for (const { call, id, name, text } of waiting) {
        writer.close();
        if (call !== undefined) write(id, name, text);
        else {
          writer.grow('text', () => ({ type: 'text', text: '', citations: null }), {
            type: 'text_delta',
            text,
          });
        }
      }
    },
  };
}
