import type { ChatRequest } from '@llm-router/core';
import { type Calibration, calibratedText } from './calibration.ts';
import { claudeHiddenTokens } from './claude-hidden-tokens.ts';
import { imageTokens } from './image-tokens.ts';
import { addMeasures, type MeasureText, nothing, type TextMeasure } from './measure-text.ts';
import { readMessage } from './message-parts.ts';
import type { Encoding } from './tokenizer.ts';

/** What the count of a request of another family is made of; also what its constants are fitted on. */
export interface RequestMeasure {
  readonly text: TextMeasure;
  /** Messages that are no system message. */
  readonly messages: number;
  readonly systems: number;
  readonly tools: number;
  /** Tokens of the definitions of the tools as JSON. */
  readonly toolTokens: number;
  readonly calls: number;
  /** Tokens that formulas and published tables give: pictures, sound, hidden prompts. */
  readonly fixedTokens: number;
}

/** Measures a request: its text, a schema as JSON included, and its tools. */
export async function measureRequest(
  request: ChatRequest,
  model: string,
  encoding: Encoding,
  measure: MeasureText,
): Promise<RequestMeasure> {
  const texts: string[] = [];
  let fixedTokens = claudeHiddenTokens(request, model);
  let calls = 0;
  for (const message of request.messages.map(readMessage)) {
    texts.push(message.name ?? '', ...message.texts);
    fixedTokens += message.mediaTokens;
    for (const image of message.images) fixedTokens += imageTokens(image, model);
    const made = message.olderCall ? [...message.calls, message.olderCall] : message.calls;
    calls += made.length;
    for (const { name, input } of made) texts.push(name, input);
  }
  const tools = request.tools ?? request.functions ?? [];
  let toolTokens = 0;
  for (const tool of tools) {
    const shown = JSON.stringify('function' in tool ? tool.function : tool);
    toolTokens += (await measure(shown, encoding)).tokens;
  }
  if (request.response_format?.type === 'json_schema') {
    texts.push(JSON.stringify(request.response_format.json_schema));
  }
  let text = nothing;
  for (const one of texts) text = addMeasures(text, await measure(one, encoding));
  const systems = request.messages.filter(({ role }) => role === 'system' || role === 'developer');
  return {
    text,
    messages: request.messages.length - systems.length,
    systems: systems.length,
    tools: tools.length,
    toolTokens,
    calls,
    fixedTokens,
  };
}

/** Counts a request with the constants of its family. */
export function calibratedRequest(request: RequestMeasure, calibration: Calibration): number {
  const tokens =
    request.fixedTokens +
    calibratedText(request.text, calibration) +
    request.messages * calibration.perMessage +
    request.systems * calibration.perSystem +
    calibration.perRequest +
    (request.tools > 0 ? calibration.perTools : 0) +
    request.tools * calibration.perTool +
    request.toolTokens * calibration.perToolToken +
    request.calls * calibration.perCall;
  return Math.max(1, Math.round(tokens));
}
