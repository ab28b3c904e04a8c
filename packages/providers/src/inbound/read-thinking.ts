import { countOf, fieldsOf, textOf } from '../json.ts';

/** The largest budget that each effort stands for; above all of them it is `max`. */
const budgets: readonly (readonly [tokens: number, effort: string])[] = [
  [1024, 'minimal'],
  [2048, 'low'],
  [8192, 'medium'],
  [16_384, 'high'],
  [32_768, 'xhigh'],
];

/**
 * How much a messages request wants to be thought about, in the one word that every wire has. A word in
 * `output_config` goes before a budget; thinking that is only switched on is worth a `high`, as at
 * Anthropic.
 */
export function readThinking(
  thinking: unknown,
  outputConfig: unknown,
  losses: Set<string>,
): { readonly reasoning_effort?: string } {
  const raw = fieldsOf<'type' | 'budget_tokens' | 'display'>(thinking);
  const effort = textOf(fieldsOf<'effort'>(outputConfig).effort);
  if (raw.type === 'disabled') return { reasoning_effort: 'none' };
  if (effort !== undefined) return { reasoning_effort: effort };
  if (raw.type === 'adaptive') return { reasoning_effort: 'high' };
  if (raw.type !== 'enabled') return {};
  const budget = countOf(raw.budget_tokens);
  if (budget === undefined) return { reasoning_effort: 'high' };
  const word = budgets.find(([tokens]) => budget <= tokens)?.[1] ?? 'max';
  losses.add(`thinking of ${budget} tokens became reasoning_effort '${word}'`);
  return { reasoning_effort: word };
}
