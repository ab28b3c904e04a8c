import type { WordKind } from './lexicon.ts';

/** What one pass over a text counts. */
export interface TextFeatures {
  /** Words that carry the task: courtesies and sentences that are mostly courtesy do not count. */
  words: number;
  /** Sentences that hold such words. */
  sentences: number;
  /** Those that end in a question mark. */
  questions: number;
  listItems: number;
  mathSigns: number;
  codeSigns: number;
  codeFences: number;
  constraints: number;
  conditions: number;
  /** How many words and phrases there are of each other kind. */
  readonly kinds: Map<WordKind, number>;
  /** Each reasoning word once, in order of appearance; a dozen at most. */
  readonly reasoningWords: Set<string>;
  /** The length that the text asks for in figures, in tokens; 0 where it does not. */
  wishedTokens: number;
}

export function emptyFeatures(): TextFeatures {
  return {
    words: 0,
    sentences: 0,
    questions: 0,
    listItems: 0,
    mathSigns: 0,
    codeSigns: 0,
    codeFences: 0,
    constraints: 0,
    conditions: 0,
    kinds: new Map(),
    reasoningWords: new Set(),
    wishedTokens: 0,
  };
}

export function countOf(features: TextFeatures, kind: WordKind): number {
  return features.kinds.get(kind) ?? 0;
}
