import {
  type ChatMessage,
  type ChatRequest,
  estimateTokens,
  type RequestAnalysis,
  RouterError,
} from '@llm-router/core';

/** What an answer has before anything is known: a few sentences. */
export const assumedOutputTokens = 200;

/** A prompt of this many tokens scores one half. */
const halfwayTokens = 1000;

/**
 * What a request needs: tools, pictures, sound, structure and room. Its difficulty is not judged
 * here; the score is its length alone, which orders requests strictly.
 */
export function analyze(request: ChatRequest): RequestAnalysis {
  const input = countInput(request);
  const expectedOutput = expectOutput(request, assumedOutputTokens);
  const score = input / (input + halfwayTokens);
  return {
    complexity: { score, level: score < 1 / 3 ? 'simple' : score < 2 / 3 ? 'moderate' : 'complex' },
    reasoning: { score: 0, matches: [] },
    tokens: { input, expectedOutput },
    conversation: { turns: request.messages.filter(({ role }) => role === 'user').length },
    requires: {
      tools: (request.tools?.length ?? request.functions?.length ?? 0) > 0,
      vision: request.messages.some((message) => hasPart(message, 'image_url')),
      audio: request.messages.some((message) => hasPart(message, 'input_audio')),
      structuredOutput: request.response_format?.type === 'json_schema',
      contextTokens: input + (outputLimit(request) ?? expectedOutput),
    },
    category: 'small',
    reasons: [`${input} tokens of prompt, about ${expectedOutput} expected in return`],
  };
}

function countInput(request: ChatRequest): number {
  try {
    return estimateTokens(request);
  } catch (cause) {
    // Tools and schemas count as their JSON.
    throw new RouterError(
      'invalid_request',
      'The request cannot be read: something in it is no plain JSON, for example a circular reference or a BigInt in request.tools or request.response_format. Remove it.',
      { cause },
    );
  }
}

/** Experience, capped by what the request allows. */
export function expectOutput(request: ChatRequest, usualTokens: number): number {
  return Math.min(usualTokens, outputLimit(request) ?? Number.POSITIVE_INFINITY);
}

function outputLimit(request: ChatRequest): number | undefined {
  return request.max_completion_tokens ?? request.max_tokens ?? undefined;
}

function hasPart({ content }: ChatMessage, type: string): boolean {
  return (
    typeof content === 'object' && content !== null && content.some((part) => part.type === type)
  );
}
