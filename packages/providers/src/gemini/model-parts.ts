import type { AssistantMessage, ToolCall } from '@llm-router/core';
import { isObject, listOf, parseJson } from '../json.ts';
import { Untranslatable } from '../untranslatable.ts';
import { toParts } from './content-parts.ts';
import type { Part } from './part.ts';
import { isThoughtDetail, readThoughts, type Thoughts } from './thought-details.ts';

/** Google's own word for a call that no Gemini model made, which is checked nowhere. */
const standIn = 'skip_thought_signature_validator';

/**
 * The parts of an earlier answer: thoughts first, then text, then calls.
 *
 * @param needsSignature whether the model refuses calls that nobody signed
 */
export function toModelParts(
  message: AssistantMessage,
  needsSignature: boolean,
  losses: Set<string>,
): Part[] {
  if (message.function_call) {
    throw new Untranslatable('function_call in a message cannot be sent: use tool_calls');
  }
  if (message.audio) losses.add('audio of an earlier answer was left out');
  const thoughts = readOwnThoughts(message, losses);
  const text = [...toParts(message.content, losses), ...toParts(message.refusal, losses)];
  const calls = (message.tool_calls ?? []).map((call) => toCall(call, thoughts, losses));
  const [first, ...others] = calls;
  const signed = needsSignature && first && !calls.some((call) => call['thoughtSignature']);
  return [
    ...thoughts.parts,
    ...withSignature(text, thoughts.text),
    ...(signed ? [{ ...first, thoughtSignature: standIn }, ...others] : calls),
  ];
}

function readOwnThoughts(message: AssistantMessage, losses: Set<string>): Thoughts {
  const details = listOf(message.reasoning_details);
  const thoughts = readThoughts(details);
  const isForeign =
    !details.every(isThoughtDetail) ||
    Boolean(message.reasoning) ||
    (Boolean(message.reasoning_content) && thoughts.parts.length === 0);
  if (isForeign) losses.add("reasoning that is not Gemini's was left out of an earlier answer");
  return thoughts;
}

/** A signature of a text stands on its last part; where there was no text, on an empty one. */
function withSignature(parts: readonly Part[], signature: string | undefined): readonly Part[] {
  if (signature === undefined) return parts;
  const last = parts.at(-1) ?? { text: '' };
  return [...parts.slice(0, -1), { ...last, thoughtSignature: signature }];
}

function toCall(call: ToolCall, { calls }: Thoughts, losses: Set<string>): Part {
  const signature = calls.get(call.id);
  const signed = signature !== undefined && { thoughtSignature: signature };
  if (call.type === 'custom') {
    losses.add('the free text of a custom tool call was sent as its field input');
    const { name, input } = call.custom;
    return { functionCall: { id: call.id, name, args: { input } }, ...signed };
  }
  const { name, arguments: written } = call.function;
  return { functionCall: { id: call.id, name, args: toArguments(written, losses) }, ...signed };
}

/** Gemini takes an object only. */
function toArguments(written: unknown, losses: Set<string>): object {
  const value = typeof written === 'string' ? parseJson(written) : written;
  if (isObject(value)) return value;
  if (written === '' || written === undefined || written === null) return {};
  losses.add('tool call arguments that are no JSON object were sent as their field arguments');
  return { arguments: written };
}
