import type { ChatCompletion, ChatCompletionChunk } from '@llm-router/core';
import { isObject } from './invalid-request.ts';

/** Whether a value from outside is a completion as far as the router and its streams read one. */
export function isCompletion(value: unknown): value is ChatCompletion {
  if (!isObject(value) || !Array.isArray(value['choices'])) return false;
  const choices: readonly unknown[] = value['choices'];
  return choices.length > 0 && choices.every((choice) => isObject(choice) && isMessage(choice));
}

function isMessage({ message }: { readonly [field: string]: unknown }): boolean {
  if (!isObject(message)) return false;
  const { content, tool_calls: calls } = message;
  return (
    isAbsentOr(content, typeof content === 'string') &&
    isAbsentOr(calls, Array.isArray(calls) && calls.every(isObject))
  );
}

/** Whether a value from outside is a chunk as far as the router reads one. */
export function isChunk(value: unknown): value is ChatCompletionChunk {
  if (!isObject(value) || !Array.isArray(value['choices'])) return false;
  const choices: readonly unknown[] = value['choices'];
  return choices.every(
    (choice) => isObject(choice) && isObject(choice['delta']) && isDelta(choice['delta']),
  );
}

const spoken = ['content', 'refusal', 'reasoning', 'reasoning_content'];

function isDelta(delta: { readonly [field: string]: unknown }): boolean {
  const { tool_calls: calls, function_call: older, reasoning_details: details } = delta;
  return (
    hasText(delta, spoken) &&
    isAbsentOr(calls, Array.isArray(calls) && calls.every(isCallDelta)) &&
    isAbsentOr(older, hasText(older, ['name', 'arguments'])) &&
    isAbsentOr(details, Array.isArray(details))
  );
}

function isCallDelta(call: unknown): boolean {
  if (!isObject(call)) return false;
  const { function: own, custom } = call;
  return (
    isAbsentOr(own, hasText(own, ['name', 'arguments'])) &&
    isAbsentOr(custom, hasText(custom, ['name', 'input']))
  );
}

/** Whether an object has text, or nothing, in these fields. */
function hasText(value: unknown, fields: readonly string[]): boolean {
  if (!isObject(value)) return false;
  return fields.every((field) => isAbsentOr(value[field], typeof value[field] === 'string'));
}

/**
 * Whether nothing was answered: no choice has content, and none has a reason to have ended without.
 * An answer that ended with a `stop` may be empty.
 */
export function isBlank({ choices }: ChatCompletion): boolean {
  return choices.every(({ message, finish_reason: reason }) => {
    const { content, refusal, audio, reasoning, reasoning_content: thoughts } = message;
    const hasCalls = (message.tool_calls?.length ?? 0) > 0 || Boolean(message.function_call);
    const hasDetails = (message.reasoning_details?.length ?? 0) > 0;
    const says = content || refusal || audio || reasoning || thoughts;
    return !says && !hasCalls && !hasDetails && !reason;
  });
}

function isAbsentOr(value: unknown, isThat: boolean): boolean {
  return value === undefined || value === null || isThat;
}
