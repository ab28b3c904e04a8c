import type { TextWindow } from './read-window.ts';
import { scanText } from './scan-text.ts';
import { countOf, type TextFeatures } from './text-features.ts';

/** One contribution to the effort of a request. */
export interface EffortTerm {
  /** 0 or more; all terms are added. */
  readonly amount: number;
  /** The evidence in words. */
  readonly reason: string;
}

/** What stands around the task. */
export interface Surroundings {
  /** What the user said before; empty in the first turn. */
  readonly earlier: string;
  readonly contextCharacters: number;
  readonly turns: number;
  readonly tools: number;
  readonly media: boolean;
  readonly structuredOutput: boolean;
}

/** A task of fewer words leans on what was said before it: "and why?". */
const leaningWords = 6;

/** The share of the earlier effort that a leaning task inherits. */
const inheritedShare = 3 / 4;

/** Characters of the earlier message that are read: enough to know its weight. */
const earlierCharacters = 2000;

/**
 * The terms of the effort that a task seems to ask for. Each is a logarithm, so that the tenth piece
 * of evidence says less than the first and nothing saturates. The factors are round numbers set by
 * hand; none is fitted.
 */
export function measureEffort(
  features: TextFeatures,
  { scale }: TextWindow,
  around: Surroundings,
): readonly EffortTerm[] {
  return [
    ...effortOfLength(features, scale),
    ...effortOfContent(features, scale),
    effortOfEarlier(features, around.earlier),
    ...effortAround(around),
  ];
}

/** The evidence for a long chain of thought, unbounded. A word that asks to deduce counts three. */
export function reasoningDepth(features: TextFeatures): number {
  return (
    reasoningWords(features) +
    countOf(features, 'mathematics') / 2 +
    Math.log1p(features.mathSigns / 2) / 2
  );
}

function reasoningWords(features: TextFeatures): number {
  return 3 * countOf(features, 'deduce') + countOf(features, 'think');
}

function effortOfLength(features: TextFeatures, scale: number): EffortTerm[] {
  const words = features.words * scale;
  const sentenceWords = features.words / Math.max(1, features.sentences);
  return [
    { amount: 1.5 * Math.log1p(words / 10), reason: `${Math.round(words)} words` },
    {
      amount: Math.log1p(sentenceWords / 10) / 2,
      reason: `sentences of ${Math.round(sentenceWords)} words`,
    },
  ];
}

function effortOfContent(features: TextFeatures, scale: number): EffortTerm[] {
  const constraints = Math.round(features.constraints * scale);
  const conditions = Math.round(features.conditions * scale);
  const codeSigns = features.codeSigns * scale + 2 * countOf(features, 'code');
  const { questions, listItems } = features;
  const wishesLength = countOf(features, 'long') > 0 || features.wishedTokens >= 400;
  const demands = Math.max(0, questions - 1) + listItems / 4;
  return [
    {
      amount: Math.log1p(reasoningWords(features)),
      reason: `reasoning words: ${[...features.reasoningWords].join(', ')}`,
    },
    { amount: Math.log1p((features.mathSigns * scale) / 2) / 2, reason: 'mathematical signs' },
    { amount: Math.log1p(codeSigns / 4), reason: 'words and brackets of code' },
    { amount: Math.log1p(features.codeFences) / 4, reason: 'fenced code' },
    { amount: Math.log1p(constraints) / 2, reason: `${constraints} constraining words` },
    { amount: Math.log1p(conditions) / 2, reason: `${conditions} conditions` },
    { amount: Math.log1p(demands) / 4, reason: `${questions} questions, ${listItems} list items` },
    { amount: wishesLength ? 1 / 2 : 0, reason: 'a long answer is asked for' },
  ];
}

function effortOfEarlier(features: TextFeatures, earlier: string): EffortTerm {
  const leans = features.words > 0 && features.words < leaningWords && earlier !== '';
  const before = leans ? scanText(earlier.slice(0, earlierCharacters)) : undefined;
  const terms = before ? [...effortOfLength(before, 1), ...effortOfContent(before, 1)] : [];
  return {
    amount: inheritedShare * terms.reduce((sum, { amount }) => sum + amount, 0),
    reason: 'a short reply to what was said before',
  };
}

/** Together these rarely change a level: a long system prompt makes no question harder. */
function effortAround(around: Surroundings): EffortTerm[] {
  const { contextCharacters, turns, tools } = around;
  return [
    {
      amount: Math.log1p(contextCharacters / 4000) / 4,
      reason: `${contextCharacters} characters of context`,
    },
    { amount: Math.log1p(Math.max(0, turns - 1)) / 4, reason: `turn ${turns} of a conversation` },
    { amount: Math.log1p(tools) / 4, reason: `${tools} tools` },
    { amount: around.media ? 1 / 4 : 0, reason: 'pictures or sound' },
    { amount: around.structuredOutput ? 1 / 4 : 0, reason: 'a JSON schema to fill' },
  ];
}
