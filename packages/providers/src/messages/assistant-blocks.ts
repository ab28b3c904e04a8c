import type { AssistantMessage, ToolCall } from '@llm-router/core';
import { isObject, listOf, parseJson } from '../json.ts';
import { Untranslatable } from '../untranslatable.ts';
import { type Block, toBlocks } from './content-blocks.ts';
import { toThinkingBlock } from './thinking-details.ts';
import type { ToolUseIds } from './tool-use-ids.ts';

/** The blocks of an earlier answer: thinking first, then text, then tool calls. */
export function toAssistantBlocks(
  message: AssistantMessage,
  ids: ToolUseIds,
  losses: Set<string>,
): Block[] {
  if (message.function_call) {
    throw new Untranslatable('function_call in a message cannot be sent: use tool_calls');
  }
  if (message.audio) losses.add('audio of an earlier answer was left out');
  return [
    ...toThinking(message, losses),
    ...toBlocks(message.content, losses),
    ...toBlocks(message.refusal, losses),
    ...(message.tool_calls ?? []).map((call) => toToolUse(call, ids, losses)),
  ];
}

/** Thinking without Anthropic's signature is refused, so that foreign reasoning stays behind. */
function toThinking(message: AssistantMessage, losses: Set<string>): Block[] {
  const details = listOf(message.reasoning_details);
  const blocks = details.map(toThinkingBlock).filter((block) => block !== undefined);
  const isForeign =
    blocks.length < details.length ||
    Boolean(message.reasoning) ||
    (Boolean(message.reasoning_content) && blocks.length === 0);
  if (isForeign) {
    losses.add('reasoning without a signature of Anthropic was left out of an earlier answer');
  }
  return blocks.map((block) => ({ ...block }));
}

function toToolUse(call: ToolCall, ids: ToolUseIds, losses: Set<string>): Block {
  const id = ids.call(call.id);
  if (call.type === 'custom') {
    losses.add('the free text of a custom tool call was sent as its field input');
    return { type: 'tool_use', id, name: call.custom.name, input: { input: call.custom.input } };
  }
  return {
    type: 'tool_use',
    id,
    name: call.function.name,
    input: toInput(call.function.arguments, losses),
  };
}

/** Anthropic takes an object only. */
function toInput(written: unknown, losses: Set<string>): object {
  const value = typeof written === 'string' ? parseJson(written) : written;
  if (isObject(value)) return value;
  if (written === '' || written === undefined || written === null) return {};
  losses.add('tool call arguments that are no JSON object were sent as their field arguments');
  return { arguments: written };
}
