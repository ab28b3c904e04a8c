import { fieldsOf, listOf } from './json.ts';

/**
 * Whether a body or a frame that came with a good status is an error: OpenAI's `error` object, or
 * the flat form of Mistral and older vLLM.
 */
export function isErrorBody(body: unknown): boolean {
  const { error, object, type } = fieldsOf<'error' | 'object' | 'type'>(body);
  return Boolean(error) || object === 'error' || type === 'error';
}

/** Finish reasons that say that the server failed: OpenRouter and Mistral; Zhipu; DeepSeek. */
const failedFinishes: ReadonlySet<unknown> = new Set([
  'error',
  'network_error',
  'insufficient_system_resource',
]);

/** The finish reason of an answer or a chunk that stands for a failure, if there is one. */
export function findFailedFinish(answer: unknown): string | undefined {
  for (const choice of listOf(fieldsOf<'choices'>(answer).choices)) {
    const { finish_reason: reason } = fieldsOf<'finish_reason'>(choice);
    if (typeof reason === 'string' && failedFinishes.has(reason)) return reason;
  }
  return undefined;
}
