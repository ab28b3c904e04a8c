import {
  type ChatCompletion,
  type ChatCompletionChunk,
  fromCompletionUsage,
} from '@llm-router/core';
import { isObject, parseJson } from '../json.ts';
import type { BlockDelta } from './message-blocks.ts';
import { emptyMessage, type Message, type MessageBlock } from './message-words.ts';
import { createMessageEvents, type MessageEvent } from './to-message-events.ts';

/**
 * A whole answer as a message of Anthropic's wire. It is written as the stream that it could have been,
 * so that both mean the same.
 *
 * @example
 * const message = toMessage((await router.chat(request)).completion);
 */
export function toMessage(completion: ChatCompletion): Message {
  const events = createMessageEvents();
  const usage = completion.usage && fromCompletionUsage(completion.usage);
  return joinEvents([...events.add(toChunk(completion)), ...events.end(usage)]);
}

function toChunk({ id, model, created, choices }: ChatCompletion): ChatCompletionChunk {
  return {
    id,
    object: 'chat.completion.chunk',
    created,
    model,
    choices: choices.map(({ index, message, finish_reason }) => {
      const { tool_calls: calls, content, refusal } = message;
      const { reasoning_content, reasoning, reasoning_details } = message;
      // A provider of one's own may say null.
      const pieces = (calls ?? []).flatMap((call, position) =>
        call.type === 'function' ? { ...call, index: position } : [],
      );
      return {
        index,
        finish_reason,
        delta: {
          content,
          refusal,
          tool_calls: pieces,
          ...(reasoning_content && { reasoning_content }),
          ...(reasoning && { reasoning }),
          ...(reasoning_details && { reasoning_details }),
        },
      };
    }),
  };
}

function joinEvents(events: readonly MessageEvent[]): Message {
  let message = emptyMessage('', '');
  const content: MessageBlock[] = [];
  const inputs = new Map<number, string>();
  for (const event of events) {
    if (event.type === 'message_start') message = event.message;
    if (event.type === 'content_block_start') content[event.index] = event.content_block;
    if (event.type === 'content_block_delta') {
      const { index, delta } = event;
      const block = content[index];
      if (delta.type === 'input_json_delta') {
        inputs.set(index, (inputs.get(index) ?? '') + delta.partial_json);
      } else if (block !== undefined) content[index] = grown(block, delta);
    }
    if (event.type === 'message_delta') {
      message = { ...message, stop_reason: event.delta.stop_reason, usage: event.usage };
    }
  }
  const blocks = content.map((block, index) =>
    block.type === 'tool_use' ? { ...block, input: toInput(inputs.get(index) ?? '') } : block,
  );
  return { ...message, content: blocks };
}

function grown(block: MessageBlock, delta: BlockDelta): MessageBlock {
  if (block.type === 'text' && delta.type === 'text_delta') {
    return { ...block, text: block.text + delta.text };
  }
  if (block.type !== 'thinking') return block;
  if (delta.type === 'thinking_delta') {
    return { ...block, thinking: block.thinking + delta.thinking };
  }
  return delta.type === 'signature_delta' ? { ...block, signature: delta.signature } : block;
}

/** Anthropic's shape has an object only; what a model wrote that is none stays readable in a field. */
function toInput(written: string): object {
  const value = written.trim() === '' ? {} : parseJson(written);
  return isObject(value) ? value : { arguments: written };
}
