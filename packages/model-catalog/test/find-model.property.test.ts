import * as fc from 'fast-check';
import { findModel, listModels } from '../src/index.ts';

const models = listModels();

it('does not mind upper and lower case', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...models),
      fc.infiniteStream(fc.boolean()),
      ({ provider, id }, upper) => {
        const mixed = [...`${provider}/${id}`]
          .map((letter) => (upper.next().value ? letter.toUpperCase() : letter.toLowerCase()))
          .join('');
        expect(findModel(mixed)).toMatchObject({ provider, id });
      },
    ),
  );
});

it('never throws, whatever it is asked for', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.anything({ withNullPrototype: true }),
      ),
      (id) => {
        expect(() => findModel(id as string)).not.toThrow();
      },
    ),
  );
});

it('never takes a name with another word at its end for the model', () => {
  const words = fc.stringMatching(/^-[a-z]{3,8}$/).filter((word) => !known.has(word));
  fc.assert(
    fc.property(fc.constantFrom(...models), words, ({ provider, id }, word) => {
      const found = findModel(`${id}${word}`, { provider });
      expect(found === undefined || found.id.toLowerCase() === `${id}${word}`.toLowerCase()).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});

/** Words that do not change the model. */
const known = new Set([
  '-latest',
  '-instruct',
  '-instant',
  '-versatile',
  '-awq',
  '-gptq',
  '-gguf',
  '-maas',
]);

it('answers in time that does not grow with hostile ids', () => {
  const hostile = ['a-'.repeat(128), '1.'.repeat(128), ':'.repeat(256), '/'.repeat(100_000)];
  for (const id of hostile) expect(findModel(id)).toBeUndefined();
});
