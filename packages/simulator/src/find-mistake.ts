import type { ModelSettings } from './model-settings.ts';
import type { Ask, Refusal } from './wire.ts';

/** What is wrong with a request before any limit is asked. */
export function findMistake(model: ModelSettings, ask: Ask): Refusal | undefined {
  const mistake = findKeyMistake(model, ask.key);
  if (mistake !== undefined) return mistake;
  const { contextWindow } = model;
  const { inputTokens, maxTokens = 1 } = ask;
  if (inputTokens + maxTokens <= contextWindow) return undefined;
  return { reason: 'context-length', contextWindow, inputTokens, maxTokens };
}

/** A missing or wrong key, where the model demands one. */
export function findKeyMistake(model: ModelSettings, key: string | undefined): Refusal | undefined {
  if (model.apiKey === undefined) return undefined;
  if (key === undefined) return { reason: 'missing-key' };
  return key === model.apiKey.reveal() ? undefined : { reason: 'wrong-key' };
}
