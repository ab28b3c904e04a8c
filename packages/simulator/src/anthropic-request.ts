import { readBlocks } from './anthropic-blocks.ts';
import { readTurns } from './anthropic-messages.ts';
import { countPrompt } from './anthropic-prompt.ts';
import { readForcedTool } from './anthropic-tools.ts';
import { readBearerToken } from './bearer-token.ts';
import { type Fields, isFields, isPresent, parseFields } from './fields.ts';
import { Mistake, readOrRefuse } from './mistake.ts';
import type { Ask, Incoming, Reading } from './wire.ts';

/** Reads a messages request as strictly as Anthropic where a client could get it wrong; the rest passes. */
export function readMessagesRequest(incoming: Incoming): Reading {
  return readOrRefuse(() => readAsk(incoming));
}

/** The key of a request: `x-api-key`, or a bearer token, which Anthropic's newer SDKs send. */
export function readApiKey(incoming: Incoming): string | undefined {
  return incoming.headers.get('x-api-key') ?? readBearerToken(incoming);
}

/** Fields of OpenAI's wire; Anthropic refuses what it does not know. */
const strangers = [
  'n',
  'seed',
  'stop',
  'user',
  'logprobs',
  'top_logprobs',
  'logit_bias',
  'frequency_penalty',
  'presence_penalty',
  'max_completion_tokens',
  'parallel_tool_calls',
  'response_format',
  'reasoning_effort',
  'stream_options',
  'functions',
  'function_call',
];

function readAsk(incoming: Incoming): Ask {
  if (!incoming.headers.get('anthropic-version')) {
    throw new Mistake('this header is required, for example 2023-06-01.', 'anthropic-version');
  }
  const body = parseFields(incoming.body);
  const stranger = strangers.find((name) => Object.hasOwn(body, name));
  if (stranger !== undefined) throw new Mistake('there is no such field here.', stranger);
  const { model } = body;
  if (typeof model !== 'string' || model === '') throw new Mistake('text is required.', 'model');
  const maxTokens = readMaxTokens(body['max_tokens']);
  checkSampling(body);
  const tool = readForcedTool(body);
  const key = readApiKey(incoming);
  const maxThinkingTokens = readThinking(body, maxTokens, tool);
  return {
    model,
    stream: readStream(body['stream']),
    includeUsage: true,
    inputTokens: readPrompt(body),
    maxTokens,
    body,
    ...(key !== undefined && { key }),
    ...(maxThinkingTokens !== undefined && { maxThinkingTokens }),
    ...(tool !== undefined && { tool }),
  };
}

function readMaxTokens(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    throw new Mistake('a whole number of at least 1 is required.', 'max_tokens');
  }
  return value;
}

function readStream(value: unknown): boolean {
  if (!isPresent(value)) return false;
  if (typeof value !== 'boolean') throw new Mistake('true or false is expected.', 'stream');
  return value;
}

function readPrompt(body: Fields): number {
  const system = isPresent(body['system']) ? readBlocks(body['system'], 'system') : [];
  if (system.some(({ type }) => type !== 'text')) {
    throw new Mistake('text blocks are expected.', 'system');
  }
  const tokens = countPrompt(system, readTurns(body['messages']));
  if (tokens === undefined) throw new Mistake('they are nested too deeply.', 'messages');
  return tokens;
}

function checkSampling(body: Fields): void {
  const { temperature, stop_sequences: stops } = body;
  if (
    isPresent(temperature) &&
    !(typeof temperature === 'number' && temperature >= 0 && temperature <= 1)
  ) {
    throw new Mistake('a number from 0 to 1 is expected.', 'temperature');
  }
  if (!isPresent(stops)) return;
  const isSequence = (stop: unknown) => typeof stop === 'string' && stop.trim() !== '';
  if (!Array.isArray(stops) || !stops.every(isSequence)) {
    throw new Mistake('a list of texts with more than white space is expected.', 'stop_sequences');
  }
}

/** Tokens that may be thought; absent where nothing is to be thought. */
function readThinking(
  body: Fields,
  maxTokens: number,
  tool: string | undefined,
): number | undefined {
  const { thinking, temperature = 1 } = body;
  if (!isPresent(thinking)) return undefined;
  const type = isFields(thinking) ? thinking['type'] : undefined;
  if (type === 'disabled') return undefined;
  if (!isFields(thinking) || (type !== 'enabled' && type !== 'adaptive')) {
    throw new Mistake("the type 'enabled', 'adaptive' or 'disabled' is expected.", 'thinking');
  }
  if (temperature !== 1) throw new Mistake('it has to be 1 with thinking.', 'temperature');
  if (tool !== undefined) throw new Mistake('no tool can be forced with thinking.', 'tool_choice');
  if (type === 'adaptive') return maxTokens;
  const budget = thinking['budget_tokens'];
  if (typeof budget !== 'number' || !Number.isInteger(budget) || budget < 1024) {
    const expected = 'a whole number of at least 1024 is required.';
    throw new Mistake(expected, 'thinking.budget_tokens');
  }
  if (budget >= maxTokens) {
    throw new Mistake('it has to be below max_tokens.', 'thinking.budget_tokens');
  }
  return budget;
}
