import type { ChatRequest } from '@llm-router/core';
import { judgeFields } from '../field-rules.ts';
import { fieldsOf, isObject } from '../json.ts';
import { planFormat } from './answer-format.ts';
import { claudeTraits } from './claude-traits.ts';
import type { Block } from './content-blocks.ts';
import { messagesFields } from './request-fields.ts';
import { buildSampling } from './sampling-fields.ts';
import { planThinking } from './thinking-fields.ts';
import { buildTools } from './tool-fields.ts';
import { buildTurns } from './turns.ts';

export interface MessagesBodyOptions {
  readonly stream: boolean;
  /** The output limit where the request has none. @defaultValue by the model's family */
  readonly defaultMaxTokens?: number | undefined;
  /** Called once for each thing that Anthropic's wire cannot say. */
  readonly onLoss: (loss: string) => void;
}

export interface MessagesBody {
  readonly body: Block;
  /** The name of the tool whose input is the answer, where one was forced. */
  readonly jsonTool: string | undefined;
}

/**
 * The body of a messages request for a chat request.
 *
 * @throws Untranslatable where leaving a part out would change what was asked.
 */
export function buildMessagesBody(
  request: ChatRequest,
  options: MessagesBodyOptions,
): MessagesBody {
  const losses = new Set<string>();
  const own = judgeFields(request, messagesFields, losses);
  const traits = claudeTraits(request.model ?? '');
  const { system, turns } = buildTurns(request.messages, { ...traits, losses });
  const { format, jsonTool } = planFormat(request, traits, losses);
  const tools = buildTools(request, jsonTool, traits, losses);
  const maxTokens = maxTokensOf(request) ?? options.defaultMaxTokens ?? traits.maxTokens;
  const choice = tools.tool_choice?.['type'];
  const isForced = choice === 'any' || choice === 'tool';
  const plan = planThinking(request, { traits, maxTokens, isForced, turns, losses });
  const outputConfig = {
    ...(plan.effort && { effort: plan.effort }),
    ...(format && { format }),
    ...ownOutputConfig(request),
  };
  const body = {
    ...(request.model !== undefined && { model: request.model }),
    max_tokens: maxTokens,
    ...(system.length > 0 && { system: joinSystem(system) }),
    messages: turns.map(({ role, content }) => ({ role, content: joinContent(content) })),
    ...tools,
    ...stopSequences(request, losses),
    ...buildSampling(request, traits, plan.thinks, losses),
    ...(plan.thinking && { thinking: plan.thinking }),
    ...(Object.keys(outputConfig).length > 0 && { output_config: outputConfig }),
    ...userOf(request),
    ...serviceTier(request, losses),
    ...own,
    ...(options.stream && { stream: true }),
  };
  for (const loss of losses) options.onLoss(loss);
  const isJsonTool = tools.tools?.includes(jsonTool ?? {}) ?? false;
  return { body, jsonTool: isJsonTool ? String(jsonTool?.['name']) : undefined };
}

function maxTokensOf(request: ChatRequest): number | undefined {
  return request.max_completion_tokens ?? request.max_tokens ?? undefined;
}

const isPlainText = (block: Block): boolean => block['type'] === 'text' && !block['cache_control'];

/** One text where nothing but text is there; blocks where one carries a marker. */
function joinSystem(system: readonly Block[]): unknown {
  if (!system.every(isPlainText)) return system;
  return system.map((block) => block['text']).join('\n\n');
}

function joinContent(content: readonly Block[]): unknown {
  const [only] = content;
  return content.length === 1 && only && isPlainText(only) ? only['text'] : content;
}

/** Sequences of white space only are refused. */
function stopSequences({ stop }: ChatRequest, losses: Set<string>): object {
  const wanted = typeof stop === 'string' ? [stop] : (stop ?? []);
  const sent = wanted.filter((sequence) => sequence.trim() !== '');
  if (sent.length < wanted.length) losses.add('stop of white space only was left out');
  return sent.length > 0 ? { stop_sequences: sent } : {};
}

function userOf({ user, safety_identifier: identifier }: ChatRequest): object {
  const id = user ?? identifier;
  return id ? { metadata: { user_id: id } } : {};
}

function serviceTier({ service_tier: tier }: ChatRequest, losses: Set<string>): object {
  if (tier === undefined || tier === null) return {};
  if (tier === 'auto' || tier === 'standard_only') return { service_tier: tier };
  if (tier === 'default') return { service_tier: 'standard_only' };
  losses.add(`service_tier was left out: Anthropic has no '${tier}'`);
  return {};
}

function ownOutputConfig(request: ChatRequest): object {
  const { output_config: own } = fieldsOf<'output_config'>(request);
  return isObject(own) ? own : {};
}
