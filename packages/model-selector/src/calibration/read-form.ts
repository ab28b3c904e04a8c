import { type FormCounts, noCounts } from './form-counts.ts';
import { wordBuckets } from './sizes.ts';

/** What one pass over a prompt finds. */
export interface TextForm {
  /** Lengths, shares and counts, always the same number of them in the same order. */
  readonly numbers: readonly number[];
  /** Each hashed word once. */
  readonly words: readonly number[];
}

/** Letters from which a word counts as long. */
const longWord = 9;

/** Begins a list item or a choice, at the beginning of a line. */
const itemMark = /[ \t]*(?:[-*•]|\(?(?:\d{1,3}|[a-z])[.):])[ \t]/iy;

/** Letters by which the beginnings of items are compared. */
const itemStart = 9;

const hashStart = 2166136261;
const hashPrime = 16777619;

const conditionWords = hashesOf('if suppose assume given let consider when unless then therefore');
const negationWords = hashesOf('not except false incorrect never always least most only none both');
const personWords = hashesOf('i me my you your he him his she her they them their we our');

/** Counts what a text is made of and hashes its words, in one pass and linear time. */
export function readForm(text: string): TextForm {
  const counts = noCounts();
  const words = new Set<number>();
  let index = 0;
  let sentenceStart = 0;
  readLineStart(text, 0, counts);
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isLetter(code)) index = readWord(text, index, counts, words);
    else if (isDigit(code)) index = readNumber(text, index, counts, words);
    else {
      readSign(code, text.charCodeAt(index + 1), counts);
      index += 1;
      if (code === lineEnd) readLineStart(text, index, counts);
      if (code === lineEnd || code === 0x2e || code === 0x3f || code === 0x21) {
        counts.longestSentence = Math.max(counts.longestSentence, index - sentenceStart);
        sentenceStart = index;
      }
    }
  }
  counts.longestSentence = Math.max(counts.longestSentence, text.length - sentenceStart);
  return { numbers: numbersOf(counts, text.length, words.size), words: [...words] };
}

const lineEnd = 0x0a;

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code >= 0xc0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function readWord(text: string, start: number, counts: FormCounts, words: Set<number>): number {
  let hash = hashStart;
  let index = start;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isLetter(code)) break;
    const isCapital = code <= 0x5a;
    if (isCapital) counts.capitals += 1;
    else if (code > 0x7a) counts.foreign += 1;
    hash = Math.imul(hash ^ (isCapital ? code + 0x20 : code), hashPrime);
  }
  hash = mix(hash);
  counts.words += 1;
  if (text.charCodeAt(start) <= 0x5a) counts.names += 1;
  counts.wordLetters += index - start;
  if (index - start >= longWord) counts.longWords += 1;
  if (conditionWords.has(hash)) counts.conditions += 1;
  if (negationWords.has(hash)) counts.negations += 1;
  if (personWords.has(hash)) counts.persons += 1;
  words.add(hash % wordBuckets);
  return index;
}

/** Numbers of one length are one word. */
function readNumber(text: string, start: number, counts: FormCounts, words: Set<number>): number {
  let index = start;
  let value = 0;
  while (index < text.length && isDigit(text.charCodeAt(index))) {
    value = value * 10 + text.charCodeAt(index) - 0x30;
    index += 1;
  }
  counts.numbers += 1;
  counts.largestNumber = Math.max(counts.largestNumber, Math.min(value, 1e9));
  words.add(mix(hashStart ^ Math.min(index - start, 5)) % wordBuckets);
  return index;
}

function readSign(code: number, next: number, counts: FormCounts): void {
  if (code > 0x20) counts.signs += 1;
  switch (String.fromCharCode(code)) {
    case '\n':
      counts.lines += 1;
      break;
    case '?':
      counts.questions += 1;
      counts.sentences += 1;
      break;
    case '.':
    case '!':
      counts.sentences += 1;
      break;
    case ',':
    case ';':
    case ':':
      counts.commas += 1;
      break;
    case '"':
    case "'":
      counts.quotes += 1;
      break;
    case '(':
    case '[':
    case '{':
      counts.brackets += 1;
      break;
    case '_':
      if (next === code) counts.blanks = 1;
      break;
    case '+':
    case '=':
    case '<':
    case '>':
    case '^':
    case '*':
    case '/':
    case '\\':
    case '$':
      counts.mathSigns += 1;
  }
}

function readLineStart(text: string, start: number, counts: FormCounts): void {
  itemMark.lastIndex = start;
  if (!itemMark.test(text)) return;
  const end = text.indexOf('\n', start);
  const item = text.slice(itemMark.lastIndex, end < 0 ? text.length : end);
  counts.items += 1;
  counts.itemLetters += item.length;
  counts.itemStarts.add(item.slice(0, itemStart));
  if (/\d/.test(item)) counts.itemsWithDigits += 1;
}

function numbersOf(counts: FormCounts, length: number, distinct: number): readonly number[] {
  const { log1p } = Math;
  const per = (amount: number, whole: number) => amount / Math.max(1, whole);
  return [
    log1p(length),
    log1p(counts.words),
    per(counts.wordLetters, counts.words),
    per(counts.longWords, counts.words),
    log1p(counts.numbers),
    per(counts.numbers, counts.words),
    log1p(counts.largestNumber),
    log1p(counts.lines),
    per(counts.capitals, length),
    per(counts.foreign, length),
    log1p(counts.mathSigns),
    log1p(counts.questions),
    log1p(counts.sentences),
    log1p(counts.longestSentence),
    log1p(counts.commas),
    log1p(counts.quotes),
    log1p(counts.brackets),
    counts.blanks,
    log1p(counts.items),
    log1p(per(counts.itemLetters, counts.items)),
    per(counts.itemsWithDigits, counts.items),
    log1p(Math.max(0, length - counts.itemLetters)),
    log1p(counts.conditions),
    log1p(counts.negations),
    log1p(counts.persons),
    per(distinct, counts.words + counts.numbers),
    log1p(distinct),
    per(counts.names, counts.words),
    log1p(counts.signs),
    counts.items === 0 ? 1 : per(counts.itemStarts.size, counts.items),
  ];
}

function hashesOf(list: string): ReadonlySet<number> {
  return new Set(list.split(' ').map(hashWord));
}

function hashWord(word: string): number {
  let hash = hashStart;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), hashPrime);
  }
  return mix(hash);
}

/** FNV-1a leaves its low bits poorly mixed; the buckets are taken from them. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 2246822519);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
