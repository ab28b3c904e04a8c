import type { FinishReason } from '@llm-router/core';

/** The numbers that both of Google's hosts give the same meaning, for answers with enums as numbers. */
const numbered = [undefined, 'STOP', 'MAX_TOKENS', 'SAFETY', 'RECITATION', 'OTHER'] as const;

const ours: Readonly<Record<string, FinishReason>> = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  SAFETY: 'content_filter',
  RECITATION: 'content_filter',
  LANGUAGE: 'content_filter',
  // What is held back without a reason is held back all the same.
  OTHER: 'content_filter',
  BLOCKLIST: 'content_filter',
  PROHIBITED_CONTENT: 'content_filter',
  SPII: 'content_filter',
  MODEL_ARMOR: 'content_filter',
  IMAGE_SAFETY: 'content_filter',
  IMAGE_PROHIBITED_CONTENT: 'content_filter',
  IMAGE_RECITATION: 'content_filter',
  IMAGE_OTHER: 'content_filter',
};

/** One of OpenAI's reasons; `undefined` while there is none. A word that nobody knows is a stop. */
export function readGeminiFinish(reason: unknown, hasCalls: boolean): FinishReason | undefined {
  const name = typeof reason === 'number' ? (numbered[reason] ?? 'UNKNOWN') : reason;
  if (reason === 0 || typeof name !== 'string') return undefined;
  if (name === '' || name === 'FINISH_REASON_UNSPECIFIED') return undefined;
  const read = ours[name.toUpperCase()] ?? 'stop';
  // Gemini says STOP after calls too.
  return read === 'stop' && hasCalls ? 'tool_calls' : read;
}
