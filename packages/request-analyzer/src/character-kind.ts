/** What a UTF-16 code unit is to the scanner. */
export const characterKind = {
  other: 0,
  blank: 1,
  lineEnd: 2,
  /** Of a script that sets blanks between words. */
  letter: 3,
  digit: 4,
  /** Chinese and Japanese: words stand without blanks. */
  ideograph: 5,
  stop: 6,
  question: 7,
  mathematics: 8,
  code: 9,
  /** The mark of fenced code. */
  backtick: 10,
} as const;

/** The kind of each code unit: one table, so that a look-up never depends on what came before. */
export const characterKinds: Uint8Array = createTable();

function createTable(): Uint8Array {
  const table = new Uint8Array(2 ** 16);
  const mark = (characters: string, kind: number) => {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  };
  table.fill(characterKind.letter, 0x61, 0x7b);
  table.fill(characterKind.letter, 0xc0, 0x2000);
  table.fill(characterKind.blank, 0x2000, 0x200c);
  table.fill(characterKind.mathematics, 0x2200, 0x2300);
  table.fill(characterKind.ideograph, 0x3040, 0xa000);
  table.fill(characterKind.letter, 0xac00, 0xd7a4);
  mark('0123456789', characterKind.digit);
  mark(' \t\r\f\v\u00a0\u3000', characterKind.blank);
  mark('\n', characterKind.lineEnd);
  mark('.!。！', characterKind.stop);
  mark('?？', characterKind.question);
  mark('=+*^<>/\\$%×÷', characterKind.mathematics);
  mark('{}()[];_', characterKind.code);
  mark('`', characterKind.backtick);
  return table;
}
