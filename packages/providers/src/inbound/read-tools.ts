import type { ChatRequest, JsonSchema, Tool, ToolChoice } from '@llm-router/core';
import { fieldsOf, isObject, textOf } from '../json.ts';
import { markerOf } from './read-parts.ts';
import { unreadable } from './unreadable.ts';

type ToolRequest = Pick<ChatRequest, 'tools' | 'tool_choice' | 'parallel_tool_calls'>;

/**
 * The tools of a messages request and the choice among them. Anthropic's own tools go through as they
 * are, for a deployment that knows them.
 *
 * @throws RouterError `invalid_request` naming the place
 */
export function readTools(tools: unknown, choice: unknown): ToolRequest {
  const read = tools === undefined || tools === null ? undefined : readList(tools);
  const wanted = choice === undefined || choice === null ? undefined : readChoice(choice);
  const { disable_parallel_tool_use: isSingle } = fieldsOf<'disable_parallel_tool_use'>(choice);
  return {
    ...(read && read.length > 0 && { tools: read }),
    ...(wanted && { tool_choice: wanted }),
    ...(isSingle === true && { parallel_tool_calls: false }),
  };
}

function readList(tools: unknown): Tool[] {
  if (!Array.isArray(tools)) throw unreadable('tools', 'is no list', 'give a list of tools');
  return tools.map((tool, index) => readTool(tool, `tools[${index}]`));
}

function readTool(tool: unknown, place: string): Tool {
  const raw = fieldsOf<
    'type' | 'name' | 'description' | 'input_schema' | 'strict' | 'cache_control'
  >(tool);
  const isOwn = raw.type === undefined || raw.type === null || raw.type === 'custom';
  if (!isOwn && typeof raw.type === 'string' && isObject(tool)) return tool as Tool;
  const name = textOf(raw.name);
  if (!name) throw unreadable(`${place}.name`, 'is missing', 'give { name, input_schema }');
  const description = textOf(raw.description);
  return {
    type: 'function',
    function: {
      name,
      ...(description !== undefined && { description }),
      ...(isObject(raw.input_schema) && { parameters: raw.input_schema as JsonSchema }),
      ...(typeof raw.strict === 'boolean' && { strict: raw.strict }),
    },
    ...markerOf(raw.cache_control),
  };
}

function readChoice(choice: unknown): ToolChoice {
  const { type, name } = fieldsOf<'type' | 'name'>(choice);
  if (type === 'auto' || type === 'none') return type;
  if (type === 'any') return 'required';
  if (type === 'tool' && typeof name === 'string') return { type: 'function', function: { name } };
  throw unreadable(
    'tool_choice',
    'is none that is known',
    "use { type: 'auto' } or any, tool, none",
  );
}
