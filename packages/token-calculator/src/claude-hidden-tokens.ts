import type { ChatRequest } from '@llm-router/core';

/**
 * Tokens of the hidden prompt that Anthropic puts before any tools, by model, for `auto` or `none`
 * and for a choice that forces a tool (published 2026-08-22).
 */
const toolPrompts: readonly (readonly [RegExp, number, number])[] = [
  [/opus-5/, 286, 406],
  [/sonnet-5/, 354, 474],
  [/opus-4[.-]8/, 290, 410],
  [/opus-4[.-]7/, 675, 804],
  [/(?:opus|sonnet)-4[.-]6/, 497, 589],
  [/(?:opus|sonnet|haiku)-4[.-]5/, 496, 588],
  [/(?:opus|sonnet)-4/, 313, 315],
  [/3[.-]5-haiku|haiku-3[.-]5/, 264, 355],
];

/** For models that are not listed. */
const otherToolPrompt: readonly [number, number] = [346, 466];

/** What thinking adds to the prompt: measured on recorded usage. */
const thinkingTokens = 29;
const thinkingTokensOf46 = 17;
/** Claude 4.7 and later: nothing is added. */
const thinksUnasked = /claude-[a-z]+-(?:[5-9]|4[.-][7-9])(?!\d)/;

/** The tokens of a Claude request that nobody wrote: 0 for other models. */
export function claudeHiddenTokens(request: ChatRequest, model: string): number {
  const name = model.toLowerCase();
  if (!name.includes('claude')) return 0;
  return toolPrompt(request, name) + thinking(request, name);
}

function toolPrompt({ tools = [], tool_choice: choice }: ChatRequest, name: string): number {
  if (tools.length === 0) return 0;
  const listed = toolPrompts.find(([pattern]) => pattern.test(name));
  const [free, forced] = listed === undefined ? otherToolPrompt : [listed[1], listed[2]];
  return choice === 'required' || typeof choice === 'object' ? forced : free;
}

function thinking({ reasoning_effort: effort }: ChatRequest, name: string): number {
  if (!effort || effort === 'none' || thinksUnasked.test(name)) return 0;
  return /4[.-]6/.test(name) ? thinkingTokensOf46 : thinkingTokens;
}
