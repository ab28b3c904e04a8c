import type { ChatRequest, FunctionTool, Tool, ToolChoice } from '@llm-router/core';
import { allowedTools } from '../allowed-tools.ts';
import { Untranslatable } from '../untranslatable.ts';
import { objectSchema, strictSchema } from './answer-format.ts';
import type { ClaudeTraits } from './claude-traits.ts';
import type { Block } from './content-blocks.ts';

export interface ToolFields {
  readonly tools?: readonly Block[];
  readonly tool_choice?: Block;
}

/**
 * Tools and the choice among them, the tool for a JSON answer included.
 *
 * @throws Untranslatable for custom tools, which take free text.
 */
export function buildTools(
  request: ChatRequest,
  jsonTool: Block | undefined,
  traits: ClaudeTraits,
  losses: Set<string>,
): ToolFields {
  const wanted = request.tool_choice;
  const offered = allowedTools(request.tools ?? [], wanted);
  const tools = offered.map((tool) => toTool(tool, traits, losses));
  const choice = toChoice(wanted, traits, losses);
  // A tool that the caller forces comes before the form of an answer that there will not be.
  if (jsonTool !== undefined && choice?.['type'] !== 'tool') {
    const isAlone = tools.length === 0 || choice?.['type'] === 'none';
    const forced = isAlone ? { type: 'tool', name: jsonTool['name'] } : { type: 'any' };
    const tool_choice = { ...forced, disable_parallel_tool_use: true };
    return { tools: [...tools, jsonTool], tool_choice };
  }
  if (tools.length === 0) {
    if (choice !== undefined && choice['type'] !== 'none') {
      losses.add('tool_choice was left out: there are no tools');
    }
    return {};
  }
  const single = request.parallel_tool_calls === false && choice?.['type'] !== 'none';
  if (!single) return { tools, ...(choice && { tool_choice: choice }) };
  const tool_choice = { ...(choice ?? { type: 'auto' }), disable_parallel_tool_use: true };
  return { tools, tool_choice };
}

function toTool(tool: Tool, traits: ClaudeTraits, losses: Set<string>): Block {
  if (tool.type === 'function') return toFunction(tool, traits, losses);
  if (tool.type === 'custom') {
    throw new Untranslatable(
      'a custom tool cannot be sent: Anthropic has tools with a schema only',
    );
  }
  // One of Anthropic's own tools, such as its web search.
  return tool;
}

function toFunction(tool: FunctionTool, traits: ClaudeTraits, losses: Set<string>): Block {
  const { name, description, parameters, strict } = tool.function;
  const isStrict = strict === true && traits.schemas;
  if (strict === true && !traits.schemas) {
    losses.add('strict of a tool was left out: this model does not know it');
  }
  return {
    name,
    ...(description !== undefined && { description }),
    input_schema: isStrict ? strictSchema(parameters, losses) : objectSchema(parameters),
    ...(isStrict && { strict: true }),
    ...(tool.cache_control && { cache_control: tool.cache_control }),
  };
}

function toChoice(
  choice: ToolChoice | undefined,
  { forcedTools }: ClaudeTraits,
  losses: Set<string>,
): Block | undefined {
  const wanted = choiceOf(choice);
  if (forcedTools || (wanted?.['type'] !== 'any' && wanted?.['type'] !== 'tool')) return wanted;
  losses.add('tool_choice became auto: this model cannot be made to call a tool');
  return { type: 'auto' };
}

function choiceOf(choice: ToolChoice | undefined): Block | undefined {
  if (choice === undefined || choice === null) return undefined;
  if (choice === 'auto' || choice === 'none') return { type: choice };
  if (choice === 'required') return { type: 'any' };
  switch (choice.type) {
    case 'function':
      return { type: 'tool', name: choice.function.name };
    case 'allowed_tools':
      return { type: choice.allowed_tools.mode === 'required' ? 'any' : 'auto' };
    default:
      throw new Untranslatable('tool_choice cannot be sent: it names a custom tool');
  }
}
