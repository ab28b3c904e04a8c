import { createMemo, type Memo } from './memo.ts';
import { sliceText } from './slice-text.ts';
import { type Encoding, loadTokenizer } from './tokenizer.ts';

/** What the count of any family is made of. */
export interface TextMeasure {
  /** Tokens of OpenAI's encoding. */
  readonly tokens: number;
  /** Punctuation and other signs of ASCII. */
  readonly signs: number;
  /** Digits beyond the first of each token of up to three. */
  readonly furtherDigits: number;
  readonly lineEnds: number;
  /** Places where a long run was cut: each can change the tokens by one or two. */
  readonly cuts: number;
}

/** The measure of no text. */
export const nothing: TextMeasure = {
  tokens: 0,
  signs: 0,
  furtherDigits: 0,
  lineEnds: 0,
  cuts: 0,
};

/** Measures text; what was measured before costs nothing. */
export type MeasureText = (text: string, encoding: Encoding) => Promise<TextMeasure>;

/** What {@link createMeasureText} needs. */
export interface MeasureTextOptions {
  /** Characters of text whose measures are remembered, for each encoding. */
  readonly memoCharacters: number;
  /** Characters that are counted before the host gets a turn. */
  readonly sliceCharacters: number;
  readonly yieldToHost: () => Promise<void>;
}

/** Makes a measure of text that lets the host breathe after every slice. */
export function createMeasureText(options: MeasureTextOptions): MeasureText {
  const { memoCharacters, sliceCharacters, yieldToHost } = options;
  const memos = new Map<Encoding, Memo<TextMeasure>>();
  let sinceYield = 0;

  return async (text, encoding) => {
    // A field that is not there, in a request that came from outside.
    if (typeof text !== 'string' || text === '') return nothing;
    const memo = memos.get(encoding) ?? createMemo(memoCharacters);
    memos.set(encoding, memo);
    const known = memo.get(text);
    if (known !== undefined) return known;
    const tokenizer = await loadTokenizer(encoding);
    const scan = createScan();
    let tokens = 0;
    let cuts = 0;
    for (const { pieces, cut } of sliceText(text, sliceCharacters)) {
      // Many short texts in a row hold up the host as one long text does.
      const characters = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (sinceYield > 0 && sinceYield + characters > sliceCharacters) {
        sinceYield = 0;
        await yieldToHost();
      }
      sinceYield += characters;
      for (const piece of pieces) {
        tokens += tokenizer(piece);
        scan.add(piece);
      }
      cuts += pieces.length - 1 + (cut ? 1 : 0);
    }
    const measure = { tokens, cuts, ...scan.counts() };
    memo.set(text, measure);
    return measure;
  };
}

/** The counts that need no tokenizer, of a text that comes in pieces. */
function createScan() {
  let signs = 0;
  let furtherDigits = 0;
  let lineEnds = 0;
  let digits = 0;
  return {
    add(piece: string): void {
      for (let index = 0; index < piece.length; index++) {
        const code = piece.charCodeAt(index);
        if (code >= 48 && code <= 57) {
          if (digits % 3 !== 0) furtherDigits += 1;
          digits += 1;
          continue;
        }
        digits = 0;
        if (code === 10) lineEnds += 1;
        else if (code > 32 && code < 127 && !isLetter(code)) signs += 1;
      }
    },
    counts: () => ({ signs, furtherDigits, lineEnds }),
  };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** The measure of several texts together. */
export function addMeasures(a: TextMeasure, b: TextMeasure): TextMeasure {
  return {
    tokens: a.tokens + b.tokens,
    signs: a.signs + b.signs,
    furtherDigits: a.furtherDigits + b.furtherDigits,
    lineEnds: a.lineEnds + b.lineEnds,
    cuts: a.cuts + b.cuts,
  };
}
