import type { ChatRequest, ResponseFormat } from '@llm-router/core';
import { imageTokens } from './image-tokens.ts';
import type { MeasureText } from './measure-text.ts';
import { type MessageParts, readMessage } from './message-parts.ts';
import type { ModelProfile } from './model-profile.ts';
import { type FunctionDefinition, renderTools } from './render-tools.ts';

/** A count, and whether each of its parts is known exactly. */
export interface RequestCount {
  readonly tokens: number;
  readonly exact: boolean;
}

type OpenAiProfile = Extract<ModelProfile, { kind: 'openai' }>;
type Count = (text: string) => Promise<number>;

/** OpenAI's published chat format: around each message, and what primes the reply. */
const perMessage = 3;
const perReply = 3;
const perName = 1;

// The other constants are not published. They are what recorded usage adds to the published format.

/** Models that think start the reply with one token less. */
const perThinkingReply = -1;
const perTools = 9;
/** The first system message and the tools share what stands around them. */
const toolsAfterSystem = -4;
/** What GPT-5 and later are told about tools in general. */
const perToolsOfThinkers = 86;
const perCall = 7;
const perCallOfThinkers = 12;
/** A message with several calls, for models that do not think. */
const perParallelCalls = 17;
const perForcedTool = 7;
/** The older form, from openai-chat-tokens. */
const perOlderCall = 3;
const functionMessage = -2;
const perResponseFormat = 6;

/** Counts a request as OpenAI bills it. */
export async function countOpenAi(
  request: ChatRequest,
  profile: OpenAiProfile,
  model: string,
  measure: MeasureText,
): Promise<RequestCount> {
  let isCut = false;
  const count: Count = async (text) => {
    const { tokens, cuts } = await measure(text, profile.encoding);
    isCut ||= cuts > 0;
    return tokens;
  };
  const thinks = profile.thinks !== 'never';
  const messages = request.messages.map(readMessage);
  let tokens = perReply + (thinks ? perThinkingReply : 0);
  for (const message of messages) tokens += await countMessage(message, count, thinks, model);
  const around = await countTools(request, count, profile);
  const format = await countResponseFormat(request.response_format, count);
  const plain = messages.every(isPlain) && !thinks && !isCut;
  return { tokens: tokens + around + format, exact: plain && around + format === 0 };
}

function isPlain({ calls, olderCall, images, mediaTokens, role }: MessageParts): boolean {
  const beside = calls.length + images.length + mediaTokens;
  return beside === 0 && olderCall === undefined && role !== 'function';
}

async function countMessage(
  message: MessageParts,
  count: Count,
  thinks: boolean,
  model: string,
): Promise<number> {
  const { role, name, calls, olderCall } = message;
  let tokens = perMessage + message.mediaTokens + (await count(role));
  // A name that repeats the role costs no separator.
  if (name) tokens += (await count(name)) + (name === role ? 0 : perName);
  for (const text of message.texts) tokens += await count(text);
  for (const image of message.images) tokens += imageTokens(image, model);
  for (const call of calls) {
    tokens += thinks ? perCallOfThinkers : perCall;
    tokens += (await count(call.name)) + (await count(call.input));
  }
  if (calls.length > 1 && !thinks) tokens += perParallelCalls;
  if (olderCall) {
    tokens += perOlderCall + (await count(olderCall.name)) + (await count(olderCall.input));
  }
  return role === 'function' ? tokens + functionMessage : tokens;
}

async function countTools(
  request: ChatRequest,
  count: Count,
  profile: OpenAiProfile,
): Promise<number> {
  const functions: FunctionDefinition[] = [...(request.functions ?? [])];
  let custom = 0;
  for (const tool of request.tools ?? []) {
    if (tool.type === 'custom') custom += await count(JSON.stringify(tool.custom));
    else if (tool.function) functions.push(tool.function);
  }
  if (functions.length + custom === 0) return 0;
  const hasSystem = request.messages.some(({ role }) => role === 'system' || role === 'developer');
  return (
    custom +
    (functions.length === 0 ? 0 : (await count(renderTools(functions))) + perTools) +
    (hasSystem ? toolsAfterSystem : 0) +
    (profile.thinks === 'gpt' ? perToolsOfThinkers : 0) +
    (profile.thinks === 'never' ? await countForced(request, count) : 0)
  );
}

async function countForced(request: ChatRequest, count: Count): Promise<number> {
  const choice = request.tool_choice ?? request.function_call;
  if (typeof choice !== 'object' || choice === null) return 0;
  const name =
    'function' in choice ? choice.function.name : 'name' in choice ? choice.name : undefined;
  return name === undefined ? 0 : perForcedTool + (await count(name));
}

/** The schema is shown as JSON under its name, without the titles of its properties. */
async function countResponseFormat(
  format: ResponseFormat | undefined,
  count: Count,
): Promise<number> {
  if (format?.type !== 'json_schema') return 0;
  const { name, description, schema } = format.json_schema;
  const comment = description ? `// ${description}\n` : '';
  const shown = JSON.stringify(withoutTitles(schema ?? {}, true));
  return perResponseFormat + (await count(`## ${name}\n\n${comment}${shown}`));
}

function withoutTitles(value: unknown, top: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutTitles(item, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inside]) => top || key !== 'title' || typeof inside !== 'string')
      .map(([key, inside]) => [key, withoutTitles(inside, false)]),
  );
}
