import type { Logprobs, TokenLogprob } from '@llm-router/core';
import { fieldsOf, listOf, textOf } from '../json.ts';

type Probable = { readonly token: string; readonly bytes: null; readonly logprob: number };

/** Log probabilities in OpenAI's shape; `undefined` where there are none. */
export function readGeminiLogprobs(value: unknown): Logprobs | undefined {
  const raw = fieldsOf<'chosenCandidates' | 'topCandidates'>(value);
  const tops = listOf(raw.topCandidates);
  const content = listOf(raw.chosenCandidates).map((chosen, position): TokenLogprob => {
    const { candidates } = fieldsOf<'candidates'>(tops[position]);
    return { ...readToken(chosen), top_logprobs: listOf(candidates).map(readToken) };
  });
  return content.length > 0 ? { content, refusal: null } : undefined;
}

/** A probability that is not sent is a certainty: its logarithm is 0. */
function readToken(value: unknown): Probable {
  const { token, logProbability } = fieldsOf<'token' | 'logProbability'>(value);
  const logprob = typeof logProbability === 'number' ? logProbability : 0;
  return { token: textOf(token) ?? '', bytes: null, logprob };
}
