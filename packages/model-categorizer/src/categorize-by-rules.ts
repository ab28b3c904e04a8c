import type { Category } from '@llm-router/core';
import type { ModelFacts } from '@llm-router/model-catalog';
import { readSize } from './read-size.ts';

/** A category and why. */
export interface RuleOutcome {
  readonly category: Category;
  readonly reason: string;
}

/** Up to here a model runs on a phone. */
const tinyBillion = 4;
/** Up to here a model runs on one graphics card. */
const smallBillion = 40;
/** Below this, in blended dollars for a million tokens, makers sell only their smallest models. */
const tinyUsd = 0.15;
/** Input tokens weigh three times as much as output tokens, as in common use. */
const inputWeight = 3;

/** Names of models that think before every answer. `o1` stands for itself, `gpt-4o1` does not. */
const reasoningWords =
  /(?<![a-z0-9])(?:o\d|r[12](?:t\d?)?|qwq|qvq|magistral|thinking|reasoning|reasoner|deep-research)(?![a-z0-9])/;
const notReasoning = /(?<![a-z0-9])non?-?(?:reasoning|thinking)(?![a-z0-9])/;
const costlyReasoning = /(?<![a-z0-9])gpt-[\d.]+-pro(?![a-z0-9])/;

/** Makers' own words for size, smallest first: `flash-lite` is smaller than `flash`. */
const sizeWords: readonly (readonly [Category, readonly string[]])[] = [
  ['tiny', ['nano', 'micro', 'tiny', 'lite', 'edge', 'smol', 'smollm', 'xs', 'compact']],
  [
    'small',
    [
      'mini',
      'small',
      'flash',
      'haiku',
      'fast',
      'air',
      'instant',
      'light',
      'lightning',
      'luna',
      'nemo',
      'spark',
      'flashx',
    ],
  ],
  [
    'large',
    ['large', 'medium', 'pro', 'plus', 'max', 'ultra', 'opus', 'sonnet', 'premier', 'terra', 'sol'],
  ],
];

/** Lines that come in one size, where the name says no more. */
const familyWords: readonly (readonly [Category, RegExp])[] = [
  ['small', /(?<![a-z0-9])(?:gpt-3|gpt-35|codestral|ministral|gemma|phi|claude-instant|jamba)/],
  ['small', /(?<![a-z0-9])command-r(?!-?plus|\+|[a-z0-9])/],
  ['tiny', /(?<![a-z0-9])qwen-turbo(?![a-z0-9])/],
];

/**
 * Puts a model into a category by its name, and by size and price where they are given; the catalog
 * is not asked. Rules in this order: words for reasoning, parameters, words for size, price.
 *
 * @example
 * categorizeByRules('acme/thing-30b-a3b').category; // 'small'
 */
export function categorizeByRules(id: string, facts: Partial<ModelFacts> = {}): RuleOutcome {
  const name = readName(id);
  return (
    byReasoning(name) ??
    byParameters(name, facts) ??
    bySizeWord(name) ??
    byFamily(name) ??
    byPrice(facts) ?? {
      category: 'large',
      reason: 'nothing in the name or the price says that it is small',
    }
  );
}

const longest = 256;

/** The name without host, maker and path, in lower case, with `-` between its words. */
function readName(id: string): string {
  const text = typeof id === 'string' ? id.slice(0, longest).trim().toLowerCase() : '';
  return (text.split('/').pop() ?? '').replace(/[:@_\s]+/g, '-');
}

function byReasoning(name: string): RuleOutcome | undefined {
  if (notReasoning.test(name)) return undefined;
  const word = reasoningWords.exec(name)?.[0] ?? costlyReasoning.exec(name)?.[0];
  return word === undefined
    ? undefined
    : { category: 'reasoning', reason: `"${word}" in the name: it thinks before every answer` };
}

function byParameters(name: string, facts: Partial<ModelFacts>): RuleOutcome | undefined {
  const size = facts.parameters ?? readSize(name);
  if (size === undefined) return undefined;
  const { totalBillion, activeBillion } = size;
  const used = activeBillion === undefined ? '' : `, ${activeBillion} of them active`;
  const reason = `${Math.round(totalBillion * 100) / 100} billion parameters${used}`;
  if (totalBillion <= tinyBillion) return { category: 'tiny', reason };
  return { category: totalBillion <= smallBillion ? 'small' : 'large', reason };
}

function bySizeWord(name: string): RuleOutcome | undefined {
  const words = new Set(name.split(/[-.]/));
  for (const [category, ofCategory] of sizeWords) {
    const word = ofCategory.find((candidate) => words.has(candidate));
    if (word !== undefined) return { category, reason: `"${word}" in the name` };
  }
  return undefined;
}

function byFamily(name: string): RuleOutcome | undefined {
  for (const [category, pattern] of familyWords) {
    const word = pattern.exec(name)?.[0];
    if (word !== undefined) return { category, reason: `a ${category} family: "${word}"` };
  }
  return undefined;
}

/** A price of 0 is a free offer, which any model can have. */
function byPrice({ price }: Partial<ModelFacts>): RuleOutcome | undefined {
  if (price === undefined) return undefined;
  const usd = (inputWeight * price.input + price.output) / (inputWeight + 1);
  if (!(usd > 0 && usd < tinyUsd)) return undefined;
  return { category: 'tiny', reason: `costs $${usd.toFixed(3)} for a million tokens` };
}
