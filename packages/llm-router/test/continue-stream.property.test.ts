import fc from 'fast-check';
import { createOverlapTrim } from '../src/continue-stream.ts';
import { chunkOf } from './support.ts';

/** Few letters and much repetition, so that texts are often like themselves; or long ones. */
const answers = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 700 }),
);

describe('a continuation that starts the answer over', () => {
  it('makes the whole of it, wherever it was cut and however it comes in pieces', () => {
    fc.assert(
      fc.property(
        answers,
        fc.nat(),
        fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 30 }),
        (whole, at, lengths) => {
          const told = whole.slice(0, 1 + (at % whole.length));
          const trim = createOverlapTrim(told);
          const shown = piecesOf(whole, lengths).flatMap((content) =>
            trim.add(chunkOf({ content })),
          );
          const rest = [...shown, ...trim.end()]
            .map(({ choices }) => choices[0]?.delta.content ?? '')
            .join('');
          expect(told + rest).toBe(whole);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function piecesOf(text: string, lengths: readonly number[]): readonly string[] {
  let at = 0;
  const pieces = lengths.map((length) => {
    const piece = text.slice(at, at + length);
    at += length;
    return piece;
  });
  return [...pieces, text.slice(at)];
}
