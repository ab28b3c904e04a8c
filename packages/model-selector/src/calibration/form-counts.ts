/** What is counted in a text. */
export interface FormCounts {
  words: number;
  wordLetters: number;
  longWords: number;
  numbers: number;
  largestNumber: number;
  lines: number;
  capitals: number;
  foreign: number;
  mathSigns: number;
  questions: number;
  sentences: number;
  longestSentence: number;
  commas: number;
  quotes: number;
  brackets: number;
  blanks: number;
  items: number;
  itemLetters: number;
  itemsWithDigits: number;
  conditions: number;
  negations: number;
  persons: number;
  /** Words that begin with a capital. */
  names: number;
  signs: number;
  /** Beginnings of items; choices of one question often begin alike. */
  readonly itemStarts: Set<string>;
}

export function noCounts(): FormCounts {
  return {
    words: 0,
    wordLetters: 0,
    longWords: 0,
    numbers: 0,
    largestNumber: 0,
    lines: 0,
    capitals: 0,
    foreign: 0,
    mathSigns: 0,
    questions: 0,
    sentences: 0,
    longestSentence: 0,
    commas: 0,
    quotes: 0,
    brackets: 0,
    blanks: 0,
    items: 0,
    itemLetters: 0,
    itemsWithDigits: 0,
    conditions: 0,
    negations: 0,
    persons: 0,
    names: 0,
    signs: 0,
    itemStarts: new Set(),
  };
}
