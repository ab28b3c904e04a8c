/** What stands out: `strong` begins and ends, `good` was taken, `bad` failed, `faint` was refused. */
export type Style = 'strong' | 'good' | 'bad' | 'faint';

/** A line before it is wrapped and painted. */
export interface Line {
  readonly text: string;
  /** Blanks before it. @defaultValue 0 */
  readonly indent?: number;
  /** Its blanks are columns: it stays as it is. @defaultValue false */
  readonly isRow?: boolean;
  readonly style?: Style;
}

const codes: Readonly<Record<Style, number>> = { strong: 1, good: 32, bad: 31, faint: 2 };

/** Text in a style, for terminals. */
export function paint(text: string, style: Style | undefined): string {
  return style === undefined ? text : `\u001b[${codes[style]}m${text}\u001b[0m`;
}

/** Text from outside on one line: names and messages may hold what moves a terminal's cursor. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** The lines of a line: where it is longer than `width`, its words go on two blanks further in. */
export function wrap({ text, indent = 0, isRow = false }: Line, width: number): readonly string[] {
  if (isRow) return [text];
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let isEmpty = true;
  for (const word of clean(text).split(' ')) {
    for (const piece of piecesOf(word, width - indent - 2)) {
      const isFull = !isEmpty && line.length + 1 + piece.length > width;
      if (isFull) lines.push(line);
      if (isFull) line = `${' '.repeat(indent + 2)}${piece}`;
      else line += isEmpty ? piece : ` ${piece}`;
      isEmpty = false;
    }
  }
  return [...lines, line];
}

/** A word that is longer than a line, in pieces. */
function piecesOf(word: string, most: number): readonly string[] {
  if (word.length <= most) return [word];
  const pieces: string[] = [];
  for (let at = 0; at < word.length; at += most) pieces.push(word.slice(at, at + most));
  return pieces;
}
