import type { CompletionUsage } from '@llm-router/core';
import { countOf, fieldsOf, isObject, listOf } from './json.ts';
import type { ProviderProfile } from './provider-profile.ts';

/**
 * The usage object of an answer or a chunk, wherever the server put it: at the top, in Groq's
 * `x_groq`, or in the first choice.
 */
export function findUsage(answer: object): object | undefined {
  const { usage, x_groq, choices } = fieldsOf<'usage' | 'x_groq' | 'choices'>(answer);
  return [usage, fieldsOf<'usage'>(x_groq).usage, fieldsOf<'usage'>(listOf(choices)[0]).usage].find(
    isObject,
  );
}

/**
 * Any server's usage in OpenAI's shape, where the prompt includes what was cached and the completion
 * includes the reasoning. `undefined` as long as either count is missing.
 */
export function readUsage(
  usage: object,
  profile: Pick<ProviderProfile, 'reasoningTokens'>,
): CompletionUsage | undefined {
  const raw = fieldsOf<'prompt_tokens' | 'completion_tokens' | 'total_tokens'>(usage);
  const promptTokens = countOf(raw.prompt_tokens);
  const completionTokens = countOf(raw.completion_tokens);
  if (promptTokens === undefined || completionTokens === undefined) return undefined;

  const total = countOf(raw.total_tokens) ?? 0;
  const input = readInputDetails(usage);
  const output = readOutputDetails(usage);
  const cached = (input.cached_tokens ?? 0) + (input.cache_write_tokens ?? 0);
  const reasoning = output.reasoning_tokens ?? 0;
  // Where the profile does not know what was counted on top, the server's own total shows it.
  const hasReasoningOnTop =
    profile.reasoningTokens === 'on-top' || total === promptTokens + completionTokens + reasoning;
  const completion = completionTokens + (hasReasoningOnTop ? reasoning : 0);
  const prompt = promptTokens + (total === promptTokens + cached + completion ? cached : 0);
  boundParts(input, output, prompt, completion);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: Math.max(total, prompt + completion),
    ...(hasFields(input) && { prompt_tokens_details: input }),
    ...(hasFields(output) && { completion_tokens_details: output }),
  };
}

/** Some servers report more cached or reasoning tokens than there are: a part never exceeds its whole. */
function boundParts(
  input: InputDetails,
  output: OutputDetails,
  prompt: number,
  completion: number,
): void {
  const { cached_tokens: cached = 0, cache_write_tokens: written = 0 } = input;
  const { reasoning_tokens: reasoning = 0 } = output;
  if (cached > prompt) input.cached_tokens = prompt;
  const rest = prompt - Math.min(cached, prompt);
  if (written > rest) input.cache_write_tokens = rest;
  if (reasoning > completion) output.reasoning_tokens = completion;
}

type InputDetails = NonNullable<CompletionUsage['prompt_tokens_details']>;
type OutputDetails = NonNullable<CompletionUsage['completion_tokens_details']>;

/** Details of the prompt, in every spelling that was seen. */
function readInputDetails(usage: object): InputDetails {
  const raw = fieldsOf<
    | 'prompt_tokens_details'
    | 'prompt_token_details'
    | 'cached_tokens'
    | 'num_cached_tokens'
    | 'prompt_cache_hit_tokens'
    | 'cache_read_input_tokens'
    | 'cache_creation_input_tokens'
  >(usage);
  const details = fieldsOf<'cached_tokens' | 'cache_write_tokens' | 'audio_tokens'>(
    raw.prompt_tokens_details ?? raw.prompt_token_details,
  );
  return keepCounts({
    cached_tokens:
      countOf(details.cached_tokens) ??
      countOf(raw.cached_tokens) ??
      countOf(raw.num_cached_tokens) ??
      countOf(raw.prompt_cache_hit_tokens) ??
      countOf(raw.cache_read_input_tokens),
    cache_write_tokens:
      countOf(details.cache_write_tokens) ?? countOf(raw.cache_creation_input_tokens),
    audio_tokens: countOf(details.audio_tokens),
  });
}

function readOutputDetails(usage: object): OutputDetails {
  const raw = fieldsOf<'completion_tokens_details' | 'reasoning_tokens'>(usage);
  const details = fieldsOf<keyof OutputDetails>(raw.completion_tokens_details);
  return keepCounts({
    reasoning_tokens: countOf(details.reasoning_tokens) ?? countOf(raw.reasoning_tokens),
    audio_tokens: countOf(details.audio_tokens),
    accepted_prediction_tokens: countOf(details.accepted_prediction_tokens),
    rejected_prediction_tokens: countOf(details.rejected_prediction_tokens),
  });
}

function keepCounts<Name extends string>(
  counts: Record<Name, number | undefined>,
): { [Key in Name]?: number } {
  const kept: { [Key in Name]?: number } = {};
  for (const name of Object.keys(counts) as Name[]) {
    const count = counts[name];
    if (count !== undefined) kept[name] = count;
  }
  return kept;
}

function hasFields(details: object): boolean {
  return Object.keys(details).length > 0;
}
