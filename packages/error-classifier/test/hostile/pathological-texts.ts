/** A text that is meant to take long. */
export interface PathologicalText {
  readonly name: string;
  readonly text: string;
}

const length = 5_000_000;
const fill = (part: string) => part.repeat(Math.ceil(length / part.length));

/** Texts that many patterns begin to match, over and over, and never to the end. */
const general: readonly PathologicalText[] = [
  { name: 'letters', text: fill('a') },
  { name: 'spaces', text: fill(' ') },
  { name: 'words', text: fill('a b ') },
  { name: 'digits', text: fill('9') },
  { name: 'brackets', text: fill('{[') },
  { name: 'angle brackets', text: fill('<a ') },
  { name: 'quotes', text: fill('{"code":"\\') },
  { name: 'events', text: fill('data:{"message":"x"}\n') },
  { name: 'lines', text: fill('a\n') },
  { name: 'dots', text: fill('a.') },
  { name: 'waits', text: fill('retry in 1h ') },
  { name: 'amounts', text: `try again in ${fill('1 second, ')}` },
  { name: 'secrets', text: fill('password=" ') },
  { name: 'addresses', text: fill('://a:') },
  { name: 'heads of tokens', text: fill('eyJaaaaaa.') },
  { name: 'lone surrogates', text: fill('\ud800') },
];

/**
 * What a pattern begins with, over and over: its alternatives and optional parts as plain text, so that
 * it starts to match everywhere; and its halves, so that it fails late.
 */
export function pathologicalTexts(patterns: readonly string[]): readonly PathologicalText[] {
  const own = patterns.flatMap((pattern) => {
    const plain = plainText(pattern);
    const half = plain.slice(0, Math.ceil(plain.length / 2));
    return [plain, half, `${plain.slice(0, -1)} `]
      .filter((part) => part.trim() !== '')
      .map((part, index) => ({ name: `/${pattern.slice(0, 60)}/, ${index}`, text: filled(part) }));
  });
  return [...general, ...own];
}

/** Longer than all that is read of a text, and short enough to make thousands of them. */
const ownLength = 40_000;

function filled(part: string): string {
  return part.repeat(Math.ceil(ownLength / part.length));
}

/** A text that a pattern nearly matches: the first of its alternatives, classes as one character. */
function plainText(pattern: string): string {
  return pattern
    .replace(/\(\?<?[=!][^)]*\)/g, '')
    .replace(/\\[bB]|[\^$]/g, '')
    .replace(/\\d/g, '1')
    .replace(/\\[wW]/g, 'a')
    .replace(/\\s/g, ' ')
    .replace(/\[\^?([^\]])[^\]]*\]/g, '$1')
    .replace(/\{\d+(?:,\d*)?\}/g, '')
    .replace(/\(\?[:!=]?/g, '(')
    .replace(/\|[^()|]*(?=[)|])/g, '')
    .replace(/[()?*+]/g, '')
    .replace(/\\/g, '');
}
