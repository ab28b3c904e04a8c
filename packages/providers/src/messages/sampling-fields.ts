import type { ChatRequest } from '@llm-router/core';
import type { ClaudeTraits } from './claude-traits.ts';

export interface SamplingFields {
  temperature?: number;
  top_p?: number;
  top_k?: number;
}

/** While it thinks, a model takes no smaller `top_p`. */
const leastThinkingTopP = 0.95;

/** The sampling settings that the model takes; a setting at its default is no loss. */
export function buildSampling(
  request: ChatRequest,
  { sampling }: ClaudeTraits,
  thinks: boolean,
  losses: Set<string>,
): SamplingFields {
  const { temperature, top_p: topP, top_k: topK } = request;
  const refused = sampling === 'none' ? 'this model chooses by itself' : undefined;
  const sent: SamplingFields = {};
  const lose = (name: string, because: string) => losses.add(`${name} was left out: ${because}`);

  if (typeof temperature === 'number') {
    const because = refused ?? (thinks ? 'it is fixed while the model thinks' : undefined);
    if (because === undefined) sent.temperature = clamp(temperature, losses);
    else if (temperature !== 1) lose('temperature', because);
  }
  if (typeof topP === 'number') {
    const because =
      refused ??
      (thinks && topP < leastThinkingTopP ? 'it is too small for thinking' : undefined) ??
      (sampling === 'one' && sent.temperature !== undefined
        ? 'this model takes it or temperature'
        : undefined);
    if (because === undefined) sent.top_p = topP;
    else if (topP !== 1) lose('top_p', because);
  }
  if (typeof topK === 'number') {
    const because = refused ?? (thinks ? 'it is fixed while the model thinks' : undefined);
    if (because === undefined) sent.top_k = topK;
    else lose('top_k', because);
  }
  return sent;
}

function clamp(temperature: number, losses: Set<string>): number {
  const clamped = Math.min(1, Math.max(0, temperature));
  if (clamped !== temperature) losses.add(`temperature ${temperature} became ${clamped}`);
  return clamped;
}
