import { createRandom } from '@llm-router/core';
import * as fc from 'fast-check';
import { createTokenCalculator } from '../src/index.ts';
import { longestRun, sliceText } from '../src/slice-text.ts';
import { loadTokenizer } from '../src/tokenizer.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(' ', '\n', '漢', '😀', '==', 'ß', '0123'),
  fc
    .tuple(fc.constantFrom('a', '=', ' ', '漢', '7'), fc.integer({ min: 1, max: 700 }))
    .map(([one, times]) => one.repeat(times)),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const sliceCharacters = fc.integer({ min: 256, max: 2000 });

it('cuts text into pieces that make up the text, none too long', () => {
  fc.assert(
    fc.property(text, sliceCharacters, (whole, size) => {
      const slices = [...sliceText(whole, size)];
      expect(slices.flatMap(({ pieces }) => pieces).join('')).toBe(whole);
      for (const { pieces } of slices) expect(pieces.join('').length).toBeLessThanOrEqual(size + 1);
    }),
  );
});

it('never parts a character', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('😀', 'a'), { maxLength: 3000 }), (letters) => {
      const pieces = [...sliceText(letters.join(''), 256)].flatMap((slice) => slice.pieces);
      for (const one of pieces) expect(one).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

it('counts as the tokenizer does, up to the error that it states', async () => {
  const tokenizer = await loadTokenizer('o200k_base');
  await fc.assert(
    fc.asyncProperty(text, sliceCharacters, async (whole, size) => {
      const { countTokens } = createTokenCalculator({ memoCharacters: 0, sliceCharacters: size });
      const { tokens, method } = await countTokens(whole, { model: 'gpt-4o' });
      const exact = tokenizer(whole);
      let cuts = 0;
      for (const { pieces, cut } of sliceText(whole, size)) {
        cuts += pieces.length - 1 + Number(cut);
      }
      const runs = (2 * whole.length) / longestRun;
      expect(cuts).toBeLessThanOrEqual(runs + whole.length / (size / 2) + 1);
      expect(Math.abs(tokens - exact)).toBeLessThanOrEqual(2 * cuts);
      expect(method).toBe(cuts === 0 ? 'exact' : 'calibrated');
    }),
    { numRuns: 60 },
  );
});

it('is exact on words, however long the text and wherever it is cut', async () => {
  const tokenizer = await loadTokenizer('o200k_base');
  const random = createRandom(7);
  const words = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 9) }, () =>
      String.fromCharCode(97 + Math.floor(random() * 26)),
    ).join(''),
  ).join(' ');
  for (const size of [256, 999, 4096]) {
    const { countTokens } = createTokenCalculator({ memoCharacters: 0, sliceCharacters: size });
    expect((await countTokens(words, { model: 'gpt-4o' })).tokens).toBe(tokenizer(words));
  }
});
