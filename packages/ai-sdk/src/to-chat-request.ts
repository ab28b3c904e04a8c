import type { CallOptions, ChatRequest, JsonSchema, Tool, ToolChoice } from '@llm-router/core';
import { type ModelCall, ownName, unsupported, type Warning } from './call-options.ts';
import { toMessages } from './to-messages.ts';

/** A call of the AI SDK in the words of the router. */
export interface RoutedCall {
  readonly request: ChatRequest;
  readonly options: CallOptions;
  readonly warnings: Warning[];
}

/** Translates a call. What cannot be said is a warning, as the AI SDK wants it. */
export function toChatRequest(model: string, call: ModelCall): RoutedCall {
  const warnings: Warning[] = [];
  const warn = (warning: Warning) => void warnings.push(warning);
  for (const name of Object.keys(call.providerOptions ?? {})) {
    if (name !== ownName) warn(unsupported(`providerOptions.${name}`, 'any provider may answer'));
  }
  const request: ChatRequest = {
    model,
    messages: toMessages(call.prompt, warn),
    ...present('max_tokens', call.maxOutputTokens),
    ...present('temperature', call.temperature),
    ...present('top_p', call.topP),
    ...present('top_k', call.topK),
    ...present('presence_penalty', call.presencePenalty),
    ...present('frequency_penalty', call.frequencyPenalty),
    ...present('seed', call.seed),
    ...(call.stopSequences && call.stopSequences.length > 0 && { stop: call.stopSequences }),
    ...toTools(call, warn),
    ...toFormat(call.responseFormat),
    ...toEffort(call),
  };
  return { request, options: toOptions(call), warnings };
}

function present<Name extends string>(
  name: Name,
  value: number | undefined,
): { readonly [field in Name]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [field in Name]: number });
}

function toTools(
  { tools = [], toolChoice }: ModelCall,
  warn: (warning: Warning) => void,
): Pick<ChatRequest, 'tools' | 'tool_choice'> {
  const offered: Tool[] = [];
  for (const tool of tools) {
    if (tool.type === 'provider') {
      warn(unsupported(`the provider's own tool ${tool.id}`, 'any provider may answer'));
      continue;
    }
    const { name, description, inputSchema, strict } = tool;
    offered.push({
      type: 'function',
      function: {
        name,
        ...(description !== undefined && { description }),
        parameters: inputSchema as JsonSchema,
        ...(strict !== undefined && { strict }),
      },
    });
  }
  if (offered.length === 0) return {};
  return { tools: offered, ...(toolChoice && { tool_choice: toChoice(toolChoice) }) };
}

function toChoice(choice: NonNullable<ModelCall['toolChoice']>): ToolChoice {
  if (choice.type !== 'tool') return choice.type;
  return { type: 'function', function: { name: choice.toolName } };
}

function toFormat(format: ModelCall['responseFormat']): Pick<ChatRequest, 'response_format'> {
  if (format?.type !== 'json') return {};
  const { schema, name = 'response', description } = format;
  if (schema === undefined) return { response_format: { type: 'json_object' } };
  const form = {
    name,
    schema: schema as JsonSchema,
    strict: true,
    ...(description !== undefined && { description }),
  };
  return { response_format: { type: 'json_schema', json_schema: form } };
}

/** Only the later specification asks for it. */
function toEffort(call: ModelCall): Pick<ChatRequest, 'reasoning_effort'> {
  const reasoning = 'reasoning' in call ? call.reasoning : undefined;
  if (reasoning === undefined || reasoning === 'provider-default') return {};
  return { reasoning_effort: reasoning };
}

/** The hints of the caller; the router checks them and names what cannot be meant. */
export function toOptions({
  providerOptions,
  abortSignal,
}: Pick<ModelCall, 'providerOptions' | 'abortSignal'>): CallOptions {
  const hints = providerOptions?.[ownName] as CallOptions | undefined;
  return { ...hints, ...(abortSignal && { signal: abortSignal }) };
}
