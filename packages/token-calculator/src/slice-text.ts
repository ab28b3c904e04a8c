/**
 * Bytes in one unbroken run, roughly, above which tiktoken's time grows with the square. A character
 * beyond ASCII counts as two, so that scripts without blanks are cut as seldom as can be afforded.
 */
export const longestRun = 256;

/** A part of a text, to be counted in one go. */
export interface TextSlice {
  readonly pieces: readonly string[];
  /** Whether the slice begins within a word or a run. */
  readonly cut: boolean;
}

/** How far back a slice may end to end between two words. */
const searchBack = 2048;

const space = 32;

/**
 * Cuts text into pieces of at most `sliceCharacters`, between two words where there are any: such a
 * cut changes no count. Any other cut, and one inside a run longer than {@link longestRun}, can
 * change the count by a token or two.
 */
export function* sliceText(text: string, sliceCharacters: number): Generator<TextSlice> {
  for (let start = 0; start < text.length; ) {
    const end = sliceEnd(text, start, sliceCharacters);
    const cut = start > 0 && text.charCodeAt(start) !== space;
    yield { pieces: cutRuns(text.slice(start, end)), cut };
    start = end;
  }
}

function sliceEnd(text: string, start: number, sliceCharacters: number): number {
  const end = start + sliceCharacters;
  if (end >= text.length) return text.length;
  const earliest = Math.max(start + 1, end - searchBack);
  for (let index = end; index >= earliest; index--) {
    // A blank belongs to the word after it.
    if (text.charCodeAt(index) === space && isLetter(text.charCodeAt(index - 1))) return index;
  }
  return wholeCharacter(text, end);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index + 1 : index;
}

const blank = 1;
const digit = 2;
const sign = 3;
const letter = 4;

/** What the tokenizer never joins: words, numbers, signs and white space are split before they are encoded. */
function kindOf(code: number): number {
  if (code <= space || code === 0xa0 || code === 0x3000) return blank;
  if (code >= 48 && code <= 57) return digit;
  if (isLetter(code)) return letter;
  if (code < 128 || (code >= 0x2000 && code < 0x2e80)) return sign;
  return (code > 0x3000 && code < 0x3040) || code >= 0xff00 ? sign : letter;
}

function cutRuns(text: string): string[] {
  const pieces: string[] = [];
  let pieceStart = 0;
  let run = 0;
  let kind = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const next = kindOf(code);
    if (next !== kind) {
      kind = next;
      run = 0;
    } else if (run >= longestRun && wholeCharacter(text, index) === index) {
      pieces.push(text.slice(pieceStart, index));
      pieceStart = index;
      run = 0;
    }
    run += code < 128 ? 1 : 2;
  }
  pieces.push(text.slice(pieceStart));
  return pieces;
}
