import type { ChatRequest } from '@llm-router/core';
import { type Effort, efforts, nearestEffort } from '../efforts.ts';
import type { GeminiTraits } from './gemini-traits.ts';

/** Tokens of thinking for the models that want a number, as Google's own OpenAI endpoint counts them. */
const budgets: Readonly<Record<Effort, number>> = {
  minimal: 1024,
  low: 1024,
  medium: 8192,
  high: 24_576,
  xhigh: 24_576,
  max: 24_576,
};

/** What `reasoning_effort` means to the model; `undefined` where nothing is to be said. */
export function planThinking(
  { reasoning_effort: wanted }: ChatRequest,
  traits: GeminiTraits,
  losses: Set<string>,
): object | undefined {
  if (wanted === undefined || wanted === null) return undefined;
  const lose = (because: string) => losses.add(`reasoning_effort was left out: ${because}`);
  if (wanted === 'none') return withoutThinking(traits, losses);
  const effort = efforts.find((one) => one === wanted);
  if (effort === undefined) {
    lose(`'${wanted}' is none of none, ${efforts.join(', ')}`);
    return undefined;
  }
  if (traits.thinking === 'none') {
    lose('this model does not think');
    return undefined;
  }
  // Thoughts stay hidden unless asked for.
  if (traits.thinking === 'budget') {
    return { thinkingBudget: budgets[effort], includeThoughts: true };
  }
  return { thinkingLevel: nearestEffort(effort, traits.levels, losses), includeThoughts: true };
}

function withoutThinking(traits: GeminiTraits, losses: Set<string>): object | undefined {
  if (traits.thinking === 'none') return undefined;
  if (traits.canRest) return { thinkingBudget: 0 };
  if (traits.thinking === 'budget') {
    losses.add("reasoning_effort 'none' became a budget of 128 tokens: this model always thinks");
    return { thinkingBudget: 128 };
  }
  const least = traits.levels[0] ?? 'low';
  losses.add(`reasoning_effort 'none' became '${least}': this model always thinks`);
  return { thinkingLevel: least };
}
