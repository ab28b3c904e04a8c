import type { ChunkDelta } from '@llm-router/core';
import { countOf, fieldsOf, isObject, textOf } from '../json.ts';
import { inventToolCallId } from '../read-tool-calls.ts';
import { redactedDetail, thinkingDetail } from './thinking-details.ts';

/** Reads the content blocks of one message as they grow. */
export interface BlockReader {
  /** What an event brings to the answer; `undefined` where that is nothing. */
  read(event: object): ChunkDelta | undefined;
  /** How many tool calls were begun. */
  readonly calls: number;
  /** Whether the tool for a JSON answer was called. */
  readonly hasJson: boolean;
}

/** A tool call that is open: where its input goes, and the input that came with its beginning. */
interface OpenCall {
  /** `undefined` where the input is the answer itself. */
  readonly index: number | undefined;
  readonly input: unknown;
  hasInput: boolean;
}

/**
 * Makes a reader for one message.
 *
 * @param jsonTool the tool whose input is the answer's content
 * @param lose called for each kind of block that OpenAI's shape has no place for
 */
export function createBlockReader(
  jsonTool: string | undefined,
  lose: (loss: string) => void,
): BlockReader {
  const open = new Map<number, OpenCall>();
  let calls = 0;
  let hasJson = false;

  function start(position: number, value: unknown): ChunkDelta | undefined {
    const block = fieldsOf<
      'type' | 'text' | 'thinking' | 'signature' | 'data' | 'id' | 'name' | 'input' | 'citations'
    >(value);
    if (Array.isArray(block.citations) && block.citations.length > 0) loseCitations();
    switch (block.type) {
      case 'text':
        return toText(block.text);
      case 'thinking':
        return join(toThinking(position, block.thinking), toSignature(position, block.signature));
      case 'redacted_thinking':
        return { reasoning_details: [redactedDetail(position, textOf(block.data) ?? '')] };
      case 'tool_use':
        return startCall(position, textOf(block.id), textOf(block.name) ?? '', block.input);
      default:
        lose(`a block of type '${String(block.type)}' was left out of the answer`);
        return undefined;
    }
  }

  function startCall(
    position: number,
    id: string | undefined,
    name: string,
    input: unknown,
  ): ChunkDelta | undefined {
    const isAnswer = jsonTool !== undefined && name === jsonTool;
    const index = isAnswer ? undefined : calls++;
    open.set(position, { index, input, hasInput: false });
    if (index === undefined) {
      hasJson = true;
      return undefined;
    }
    const first = { index, id: id || inventToolCallId('', index), type: 'function' } as const;
    return { tool_calls: [{ ...first, function: { name, arguments: '' } }] };
  }

  function grow(position: number, value: unknown): ChunkDelta | undefined {
    const delta = fieldsOf<'type' | 'text' | 'thinking' | 'signature' | 'partial_json'>(value);
    switch (delta.type) {
      case 'text_delta':
        return toText(delta.text);
      case 'thinking_delta':
        return toThinking(position, delta.thinking);
      case 'signature_delta':
        return toSignature(position, delta.signature);
      case 'citations_delta':
        return loseCitations();
      case 'input_json_delta':
        return growCall(open.get(position), textOf(delta.partial_json) ?? '');
      default:
        return undefined;
    }
  }

  function loseCitations(): undefined {
    lose('citations were left out of the answer');
  }

  /** A call without any input still has an empty object. */
  function stop(position: number): ChunkDelta | undefined {
    const call = open.get(position);
    open.delete(position);
    if (call === undefined || call.hasInput) return undefined;
    return growCall(call, JSON.stringify(isObject(call.input) ? call.input : {}));
  }

  return {
    read(event) {
      const raw = fieldsOf<'type' | 'index' | 'content_block' | 'delta'>(event);
      const position = countOf(raw.index) ?? 0;
      if (raw.type === 'content_block_start') return start(position, raw.content_block);
      if (raw.type === 'content_block_delta') return grow(position, raw.delta);
      return raw.type === 'content_block_stop' ? stop(position) : undefined;
    },
    get calls() {
      return calls;
    },
    get hasJson() {
      return hasJson;
    },
  };
}

function growCall(call: OpenCall | undefined, piece: string): ChunkDelta | undefined {
  if (call === undefined || piece === '') return undefined;
  call.hasInput = true;
  if (call.index === undefined) return { content: piece };
  return { tool_calls: [{ index: call.index, function: { arguments: piece } }] };
}

function toText(text: unknown): ChunkDelta | undefined {
  const content = textOf(text);
  return content ? { content } : undefined;
}

function toThinking(position: number, thinking: unknown): ChunkDelta | undefined {
  const text = textOf(thinking);
  if (!text) return undefined;
  return { reasoning_content: text, reasoning_details: [thinkingDetail(position, { text })] };
}

function toSignature(position: number, value: unknown): ChunkDelta | undefined {
  const signature = textOf(value);
  return signature ? { reasoning_details: [thinkingDetail(position, { signature })] } : undefined;
}

/** A thinking block that came whole: its text, then its signature. */
function join(text: ChunkDelta | undefined, signature: ChunkDelta | undefined): typeof text {
  if (text === undefined || signature === undefined) return text ?? signature;
  const details = [...(text.reasoning_details ?? []), ...(signature.reasoning_details ?? [])];
  return { ...text, reasoning_details: details };
}
