import { createTokenCorrection } from '../src/token-correction.ts';

function learned(pairs: readonly (readonly [number, number])[]) {
  const correction = createTokenCorrection(10);
  for (const [counted, billed] of pairs) correction.observe('k', counted, billed);
  return correction;
}

it('finds a hidden prompt: the same addition to every request', () => {
  const correction = learned([
    [10, 110],
    [200, 300],
    [1000, 1100],
  ]);
  expect(correction.explain('k')).toEqual({ kind: 'addition', amount: 100, answers: 3 });
  expect(correction.correct('k', 50)).toBe(150);
});

it('finds another tokenizer: the same factor for every request', () => {
  const correction = learned([
    [10, 13],
    [200, 260],
    [1000, 1300],
  ]);
  expect(correction.explain('k')).toEqual({ kind: 'factor', amount: 1.3, answers: 3 });
  expect(correction.correct('k', 50)).toBe(65);
});

it('changes nothing before the third answer, nor where counts are right', () => {
  expect(
    learned([
      [10, 110],
      [20, 120],
    ]).correct('k', 50),
  ).toBe(50);
  expect(
    learned([
      [10, 10],
      [20, 20],
      [30, 30],
      [40, 400],
    ]).explain('k').kind,
  ).toBe('none');
});

it('is not led astray by a request with something unusual in it', () => {
  const correction = learned([
    [10, 20],
    [50, 60],
    [90, 100],
    [70, 90_000],
    [30, 40],
  ]);
  expect(correction.correct('k', 1000)).toBe(1010);
});

it('follows a change at the provider', () => {
  const correction = learned(Array.from({ length: 40 }, (_, index) => [index + 10, index + 60]));
  for (let index = 0; index < 20; index++) correction.observe('k', 10 + index, 10 + index);
  expect(correction.correct('k', 100)).toBe(100);
});

it('takes no factor beyond its bounds, and never makes nothing of something', () => {
  expect(
    learned([
      [10, 100],
      [100, 1000],
      [1000, 10_000],
    ]).explain('k').amount,
  ).toBeLessThanOrEqual(990);
  expect(
    learned([
      [100, 50],
      [200, 150],
      [300, 250],
    ]).correct('k', 20),
  ).toBe(1);
});

it('ignores what can be no count, and knows nothing of other keys', () => {
  const correction = learned([
    [0, 5],
    [5, 0],
    [Number.NaN, 5],
    [5, Number.POSITIVE_INFINITY],
  ]);
  expect(correction.explain('k')).toEqual({ kind: 'none', amount: 0, answers: 0 });
  expect(correction.correct('other', 7)).toBe(7);
});

it('forgets the key that was not used for longest', () => {
  const correction = createTokenCorrection(2);
  for (const key of ['a', 'b', 'a', 'c']) correction.observe(key, 1, 2);
  expect(['a', 'b', 'c'].map((key) => correction.explain(key).answers)).toEqual([2, 0, 1]);
});
