import type { ChunkDelta, ToolCallDelta } from '@llm-router/core';
import { fieldsOf, isObject, listOf, textOf } from '../json.ts';
import { inventToolCallId } from '../read-tool-calls.ts';
import { signatureDetail, thoughtDetail } from './thought-details.ts';

/** Reads the parts of one candidate as they come. */
export interface PartReader {
  /** What these parts bring to the answer; nothing stands in it that is empty. */
  read(parts: unknown, answerId: string): ChunkDelta;
  /** How many tool calls have come. */
  readonly calls: number;
}

type RawPart = ReturnType<
  typeof fieldsOf<'text' | 'thought' | 'thoughtSignature' | 'functionCall'>
>;

/**
 * Makes a reader for one candidate.
 *
 * @param lose called for each kind of part that OpenAI's shape has no place for
 */
export function createPartReader(lose: (loss: string) => void): PartReader {
  let calls = 0;
  let thoughts = 0;
  let signatures = 0;

  function readCall(call: object, answerId: string): ToolCallDelta {
    const { id, name, args } = fieldsOf<'id' | 'name' | 'args'>(call);
    const index = calls++;
    return {
      index,
      id: textOf(id) || inventToolCallId(answerId, index),
      type: 'function',
      function: {
        name: textOf(name) ?? '',
        arguments: JSON.stringify(isObject(args) ? args : {}),
      },
    };
  }

  function addPart(delta: ChunkDelta, details: object[], part: RawPart, answerId: string): void {
    const text = textOf(part.text);
    const signature = textOf(part.thoughtSignature);
    const sign = (signed: Parameters<typeof signatureDetail>[2]) => {
      if (signature) details.push(signatureDetail(signatures++, signature, signed));
    };
    if (isObject(part.functionCall)) {
      const call = readCall(part.functionCall, answerId);
      delta.tool_calls ??= [];
      delta.tool_calls.push(call);
      sign({ call: call.id ?? '' });
    } else if (part.thought === true) {
      if (text) {
        delta.reasoning_content = (delta.reasoning_content ?? '') + text;
        details.push(thoughtDetail(thoughts, text));
      }
      sign({ thought: thoughts });
      // A signed thought is whole; the next piece begins another.
      if (signature) thoughts += 1;
    } else {
      const kind = Object.keys(part).find((name) => name !== 'thoughtSignature');
      // An empty text may be left away beside its signature.
      if (text === undefined && kind !== undefined) {
        lose(`a part of type '${kind}' was left out of the answer`);
        return;
      }
      if (text) delta.content = (delta.content ?? '') + text;
      sign({});
    }
  }

  return {
    read(parts, answerId) {
      const delta: ChunkDelta = {};
      const details: object[] = [];
      for (const part of listOf(parts)) {
        if (isObject(part)) addPart(delta, details, part, answerId);
      }
      if (details.length > 0) delta.reasoning_details = details;
      return delta;
    },
    get calls() {
      return calls;
    },
  };
}
