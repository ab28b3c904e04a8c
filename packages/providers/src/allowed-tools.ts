import type { Tool, ToolChoice } from '@llm-router/core';
import { fieldsOf, textOf } from './json.ts';

/** The tools that the choice leaves; all of them unless it names some. */
export function allowedTools(
  tools: readonly Tool[],
  choice: ToolChoice | undefined,
): readonly Tool[] {
  if (typeof choice !== 'object' || choice?.type !== 'allowed_tools') return tools;
  const names = new Set(choice.allowed_tools.tools.map(nameOf));
  return tools.filter((tool) => names.has(nameOf(tool)));
}

function nameOf(tool: unknown): string | undefined {
  const raw = fieldsOf<'name' | 'function' | 'custom'>(tool);
  return textOf(raw.name) ?? textOf(fieldsOf<'name'>(raw.function ?? raw.custom).name);
}
