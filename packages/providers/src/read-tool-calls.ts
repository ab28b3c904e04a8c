import type { ToolCall } from '@llm-router/core';
import { fieldsOf, isObject, listOf, textOf, type Unchecked } from './json.ts';

/** Reads the tool calls of a whole message. Missing ids are made from `answerId`. */
export function readToolCalls(value: unknown, answerId: string): ToolCall[] {
  return listOf(value)
    .filter(isObject)
    .map((call, index) => readToolCall(call, index, answerId));
}

function readToolCall(call: object, index: number, answerId: string): ToolCall {
  const raw = fieldsOf<'id' | 'type' | 'function' | 'custom'>(call);
  const id = textOf(raw.id) || inventToolCallId(answerId, index);
  if (isCustomCall(raw)) {
    const custom = fieldsOf<'name' | 'input'>(raw.custom);
    return {
      id,
      type: 'custom',
      custom: { name: textOf(custom.name) ?? '', input: textOf(custom.input) ?? '' },
    };
  }
  const named = fieldsOf<'name' | 'arguments'>(raw.function);
  return {
    id,
    type: 'function',
    function: { name: textOf(named.name) ?? '', arguments: readArguments(named.arguments) || '{}' },
  };
}

/** Whether a call is of free text; some servers send an empty one of each kind beside the other. */
export function isCustomCall(call: Unchecked<'type' | 'function' | 'custom'>): boolean {
  return isObject(call.custom) && (call.type === 'custom' || !isObject(call.function));
}

/** Arguments as the JSON string of OpenAI's wire; some servers send the object itself. */
export function readArguments(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** An id for a call that came without one: the same for the same answer, different between answers. */
export function inventToolCallId(answerId: string, index: number): string {
  const suffix = answerId.replace(/[^a-zA-Z0-9]/g, '').slice(-16);
  return `call_${suffix}${suffix && '_'}${index}`;
}
