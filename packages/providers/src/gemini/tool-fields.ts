import type { ChatRequest, FunctionTool, Tool, ToolChoice } from '@llm-router/core';
import { allowedTools } from '../allowed-tools.ts';
import { Untranslatable } from '../untranslatable.ts';
import type { Part } from './part.ts';

export interface ToolFields {
  readonly tools?: readonly Part[];
  readonly toolConfig?: Part;
}

/**
 * Tools and the choice among them. Functions stand together in one entry; tools of Gemini's own, such
 * as `{ googleSearch: {} }`, go out as they are.
 *
 * @throws Untranslatable for custom tools, which take free text.
 */
export function buildTools(request: ChatRequest, losses: Set<string>): ToolFields {
  const { tools: all = [], tool_choice: choice } = request;
  const allowed = allowedTools(all, choice);
  // Where a call is forced, Gemini takes the names of the allowed ones; elsewhere only they are sent.
  const offered = isForced(choice) ? all : allowed;
  const functions = offered
    .filter((tool): tool is FunctionTool => kindOf(tool) === 'function')
    .map((tool) => toDeclaration(tool, losses));
  const own = offered.filter((tool) => kindOf(tool) === 'own').map((tool) => ({ ...tool }));
  const mode = toMode(choice, allowed);
  if (functions.length === 0) {
    const asks = mode !== undefined && mode['mode'] !== 'NONE';
    if (asks) losses.add('tool_choice was left out: there are no functions to call');
    return own.length > 0 ? { tools: own } : {};
  }
  return {
    tools: [{ functionDeclarations: functions }, ...own],
    ...(mode && { toolConfig: { functionCallingConfig: mode } }),
  };
}

function kindOf(tool: Tool): 'function' | 'own' {
  if (tool.type === 'custom') {
    throw new Untranslatable('a custom tool cannot be sent: Gemini has tools with a schema only');
  }
  return tool.type === 'function' ? 'function' : 'own';
}

function toDeclaration(tool: FunctionTool, losses: Set<string>): Part {
  const { name, description, parameters, strict } = tool.function;
  if (strict === true) losses.add('strict of a tool was left out: Gemini has no such setting');
  if (tool.cache_control) {
    losses.add('cache_control was left out: Gemini caches by itself, or by cachedContent');
  }
  return {
    name,
    ...(description !== undefined && { description }),
    // JSON Schema as it is; the older field `parameters` takes a part of it only.
    ...(parameters !== undefined && { parametersJsonSchema: parameters }),
  };
}

function isForced(choice: ToolChoice | undefined): boolean {
  if (typeof choice !== 'object' || choice?.type !== 'allowed_tools') return false;
  return choice.allowed_tools.mode === 'required';
}

function toMode(choice: ToolChoice | undefined, allowed: readonly Tool[]): Part | undefined {
  if (choice === undefined || choice === null) return undefined;
  if (choice === 'auto' || choice === 'none') return { mode: choice.toUpperCase() };
  if (choice === 'required') return { mode: 'ANY' };
  switch (choice.type) {
    case 'function':
      return { mode: 'ANY', allowedFunctionNames: [choice.function.name] };
    case 'allowed_tools':
      if (!isForced(choice)) return { mode: 'AUTO' };
      return {
        mode: 'ANY',
        allowedFunctionNames: allowed
          .filter((tool) => tool.type === 'function')
          .map((tool) => tool.function.name),
      };
    default:
      throw new Untranslatable('tool_choice cannot be sent: it names a custom tool');
  }
}
