import { fieldsOf, listOf } from './json.ts';

/**
 * Whether a body or a frame that came with a good status is an error: OpenAI's `error` object, or
 * the flat form of Mistral and older vLLM.
 */
export function isErrorBody(body: unknown): boolean {
  const { error, object, type } = fieldsOf<'error' | 'object' | 'type'>(body);
  return Boolean(error) || object === 'error' || type === 'error';
}

/** Finish reasons that say that the server failed: OpenRouter and Mistral; Zhipu; DeepSeek; Gemini. */
const failedFinishes: ReadonlySet<unknown> = new Set([
  'error',
  'network_error',
  'insufficient_system_resource',
  'MALFORMED_FUNCTION_CALL',
  'MALFORMED_RESPONSE',
  'UNEXPECTED_TOOL_CALL',
  'TOO_MANY_TOOL_CALLS',
  'MISSING_THOUGHT_SIGNATURE',
]);

/** The finish reason of an answer or a chunk that stands for a failure, if there is one. */
export function findFailedFinish(answer: unknown): string | undefined {
  const { choices, candidates } = fieldsOf<'choices' | 'candidates'>(answer);
  for (const choice of [...listOf(choices), ...listOf(candidates)]) {
    const { finish_reason, finishReason } = fieldsOf<'finish_reason' | 'finishReason'>(choice);
    const reason = finish_reason ?? finishReason;
    if (typeof reason === 'string' && failedFinishes.has(reason)) return reason;
  }
  return undefined;
}
