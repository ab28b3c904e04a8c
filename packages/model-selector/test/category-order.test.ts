import { type Category, categories } from '@llm-router/core';
import { categoryOrder } from '../src/index.ts';

it.each([
  ['tiny', 'tiny small large reasoning'],
  ['small', 'small large tiny reasoning'],
  ['large', 'large reasoning small tiny'],
  ['reasoning', 'reasoning large small tiny'],
] as const)('goes from %s to its neighbours, the larger first', (wanted, order) => {
  expect(categoryOrder(wanted).join(' ')).toBe(order);
});

it('names every category once', () => {
  for (const wanted of categories) {
    expect([...categoryOrder(wanted)].sort()).toEqual([...categories].sort());
  }
});

it('refuses what is no category', () => {
  expect(() => categoryOrder('huge' as Category)).toThrow(
    "categoryOrder: wanted is 'huge'; expected one of tiny, small, large, reasoning.",
  );
});
