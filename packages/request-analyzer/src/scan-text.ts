import { characterKind, characterKinds } from './character-kind.ts';
import { type Entry, lexicon, tokensPerUnit, type WordKind } from './lexicon.ts';
import { emptyFeatures, type TextFeatures } from './text-features.ts';

/** What begins a list item, at the beginning of a line. */
const listMark = /[ \t]*(?:[-*•]|\(?(?:\d{1,3}|[a-z])[.)])[ \t]/y;

const fenceLength = 3;

/** Reasoning words that are kept; more say no more. */
const reasoningWordsKept = 12;

/** Ideographs of the longest entry of the lexicon. */
const longestIdeographs = 4;

const apostrophe = 0x27;
const typographicApostrophe = 0x2019;
const comma = 0x2c;
const hyphen = 0x2d;
const point = 0x2e;

/** No wish in figures is believed beyond this. */
const mostWishedTokens = 100_000;

/** What stood just before the place that is being read. */
interface Before {
  entry: Entry | undefined;
  number: number;
  readonly sentence: Sentence;
}

/** A sentence is counted when it ends, since only then it is known whether it is mere politeness. */
interface Sentence {
  words: number;
  courtesies: number;
  constraints: number;
  conditions: number;
}

/**
 * Counts what a text is made of, in one pass and linear time. Case does not matter, blanks do not
 * count, and a sign that repeats itself (a rule of dashes) counts once.
 */
export function scanText(original: string): TextFeatures {
  const text = original.toLowerCase();
  const features = emptyFeatures();
  const sentence = { words: 0, courtesies: 0, constraints: 0, conditions: 0 };
  const before: Before = { entry: undefined, number: 0, sentence };
  beginLine(text, 0, features);
  let index = 0;
  while (index < text.length) {
    const kind = kindAt(text, index);
    const end = endOfRun(text, index, kind);
    if (kind === characterKind.letter) takeWord(text.slice(index, end), features, before);
    else if (kind === characterKind.digit) takeNumber(text.slice(index, end), before);
    else if (kind === characterKind.ideograph) takeIdeographs(text, index, end, features, before);
    else if (kind === characterKind.lineEnd) takeLineEnds(text, index, end, features, before);
    else if (kind !== characterKind.blank) takeSign(kind, end - index, features, before);
    index = end;
  }
  endSentence(features, before);
  return features;
}

function kindAt(text: string, index: number): number {
  return characterKinds[text.charCodeAt(index)] as number;
}

/** Words and numbers go on while their kind does, signs while they repeat. */
function endOfRun(text: string, start: number, kind: number): number {
  let end = start + 1;
  if (kind === characterKind.letter || kind === characterKind.digit) {
    while (end < text.length && (kindAt(text, end) === kind || joins(text, end, kind))) end += 1;
  } else if (kind === characterKind.ideograph || kind === characterKind.blank) {
    while (end < text.length && kindAt(text, end) === kind) end += 1;
  } else {
    const code = text.charCodeAt(start);
    while (end < text.length && text.charCodeAt(end) === code) end += 1;
  }
  return end;
}

/** Whether a sign holds two parts of one word (`don't`, `trade-off`) or of one number (`1,000.5`). */
function joins(text: string, index: number, kind: number): boolean {
  const code = text.charCodeAt(index);
  const canJoin =
    kind === characterKind.letter
      ? code === apostrophe || code === typographicApostrophe || code === hyphen
      : code === point || code === comma;
  return canJoin && index + 1 < text.length && kindAt(text, index + 1) === kind;
}

function takeWord(word: string, features: TextFeatures, before: Before): void {
  const entry = lexicon.get(word);
  const kind = entry?.kind;
  const phrase = before.entry?.nextWords?.get(word);
  if (kind !== undefined) note(kind, word, features, before.sentence);
  if (phrase !== undefined) note(phrase.kind, phrase.text, features, before.sentence);
  if (kind !== 'courtesy') before.sentence.words += 1;
  if (before.number > 0) takeWish(before.number * (tokensPerUnit.get(word) ?? 0), features);
  before.entry = entry;
  before.number = 0;
}

function note(kind: WordKind, word: string, features: TextFeatures, sentence: Sentence): void {
  if (kind === 'courtesy') sentence.courtesies += 1;
  else if (kind === 'constraint') sentence.constraints += 1;
  else if (kind === 'condition') sentence.conditions += 1;
  else features.kinds.set(kind, (features.kinds.get(kind) ?? 0) + 1);
  const { reasoningWords } = features;
  const isReasoning = kind === 'deduce' || kind === 'think';
  if (isReasoning && reasoningWords.size < reasoningWordsKept) reasoningWords.add(word);
}

function takeWish(tokens: number, features: TextFeatures): void {
  const wished = Math.min(Math.ceil(tokens), mostWishedTokens);
  features.wishedTokens = Math.max(features.wishedTokens, wished);
}

function takeNumber(digits: string, before: Before): void {
  before.number = Number(digits.replaceAll(',', '')) || 0;
  before.entry = undefined;
}

/** Ideographs stand without blanks, two to a word: every short piece is looked up. */
function takeIdeographs(
  text: string,
  start: number,
  end: number,
  features: TextFeatures,
  before: Before,
): void {
  for (let from = start; from < end; from++) {
    for (let to = from + 1; to <= Math.min(end, from + longestIdeographs); to++) {
      const word = text.slice(from, to);
      const kind = lexicon.get(word)?.kind;
      if (kind !== undefined) note(kind, word, features, before.sentence);
    }
  }
  before.sentence.words += Math.ceil((end - start) / 2);
  before.entry = undefined;
}

/** An empty line ends a sentence, a single line end does not: text may be wrapped. */
function takeLineEnds(
  text: string,
  start: number,
  end: number,
  features: TextFeatures,
  before: Before,
): void {
  if (end - start > 1) endSentence(features, before);
  beginLine(text, end, features);
}

function beginLine(text: string, start: number, features: TextFeatures): void {
  listMark.lastIndex = start;
  if (listMark.test(text)) features.listItems += 1;
}

function takeSign(kind: number, length: number, features: TextFeatures, before: Before): void {
  if (kind === characterKind.mathematics) features.mathSigns += 1;
  else if (kind === characterKind.code) features.codeSigns += 1;
  else if (kind === characterKind.backtick) features.codeFences += length >= fenceLength ? 1 : 0;
  else if (kind === characterKind.stop) endSentence(features, before);
  else if (kind === characterKind.question) endSentence(features, before, 1);
}

function endSentence(features: TextFeatures, before: Before, questions = 0): void {
  const { sentence } = before;
  if (sentence.words > sentence.courtesies) {
    features.words += sentence.words;
    features.sentences += 1;
    features.questions += questions;
    features.constraints += sentence.constraints;
    features.conditions += sentence.conditions;
  }
  sentence.words = 0;
  sentence.courtesies = 0;
  sentence.constraints = 0;
  sentence.conditions = 0;
  before.entry = undefined;
  before.number = 0;
}
