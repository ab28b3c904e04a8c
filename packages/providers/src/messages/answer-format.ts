import type { ChatRequest, JsonSchema } from '@llm-router/core';
import type { ClaudeTraits } from './claude-traits.ts';
import { closeSchema } from './closed-schema.ts';
import type { Block } from './content-blocks.ts';

/** How an answer is made to be JSON. */
export interface AnswerFormat {
  /** The value of `output_config.format`. */
  readonly format?: Block;
  /** A tool that the model must call; its input is the answer. */
  readonly jsonTool?: Block;
}

/**
 * The plan for `response_format`: Anthropic's own format where the model has it and a schema is
 * given, else a forced tool, which every model takes that lets tools be forced.
 */
export function planFormat(
  request: ChatRequest,
  traits: ClaudeTraits,
  losses: Set<string>,
): AnswerFormat {
  const wanted = request.response_format;
  if (!wanted || wanted.type === 'text') return {};
  const { schema, description } = wanted.type === 'json_schema' ? wanted.json_schema : {};
  if (schema !== undefined && traits.schemas) {
    return { format: { type: 'json_schema', schema: closed(schema, description, losses) } };
  }
  if (!traits.forcedTools) {
    losses.add('response_format was left out: without a schema this model cannot be held to JSON');
    return {};
  }
  return {
    jsonTool: {
      name: freeName(request),
      description: description ?? 'Gives the answer as JSON.',
      input_schema: objectSchema(schema),
    },
  };
}

function closed(
  schema: JsonSchema,
  description: string | undefined,
  losses: Set<string>,
): JsonSchema {
  const dropped = new Set<string>();
  const sent = closeSchema(schema, dropped);
  for (const keyword of dropped) {
    losses.add(`${keyword} in a JSON schema was left out: Anthropic does not enforce it`);
  }
  return description === undefined ? sent : { description, ...sent };
}

/** The schema of a tool's input, which must describe an object. */
export function objectSchema(schema: JsonSchema | undefined): JsonSchema {
  if (schema === undefined) return { type: 'object', properties: {} };
  return schema['type'] === undefined ? { ...schema, type: 'object' } : schema;
}

/** The strict schema of a tool's input; what it cannot say is a loss. */
export function strictSchema(schema: JsonSchema | undefined, losses: Set<string>): JsonSchema {
  return closed(objectSchema(schema), undefined, losses);
}

function freeName({ tools = [] }: ChatRequest): string {
  const taken = new Set(tools.map((tool) => (tool.type === 'function' ? tool.function.name : '')));
  let name = 'json_answer';
  while (taken.has(name)) name += '_';
  return name;
}
