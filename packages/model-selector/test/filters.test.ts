import { isRouterError } from '@llm-router/core';
import { createSelector, type SelectorOptions } from '../src/index.ts';
import { analysisOf, candidate, contextOf, idsOf, priced } from './context.ts';

const ids = (options: SelectorOptions, context = contextOf([])) =>
  idsOf(createSelector(options).select(context));

it('leaves out what lacks a needed capability, and keeps what is unknown', () => {
  const list = [
    candidate('blind', { capabilities: { vision: false } }),
    candidate('seeing', { capabilities: { vision: true } }),
    candidate('unknown'),
  ];
  expect(ids({}, contextOf(list, {}, analysisOf('small', { vision: true })))).toEqual([
    'seeing',
    'unknown',
  ]);
  expect(ids({}, contextOf(list))).toHaveLength(3);
});

it('leaves out a window that is too small by a single token', () => {
  const list = [
    candidate('small', { contextWindow: 1999 }),
    candidate('exact', { contextWindow: 2000 }),
  ];
  expect(ids({}, contextOf(list))).toEqual(['exact']);
  expect(ids({ dropUnfit: false }, contextOf(list))).toEqual(['small', 'exact']);
});

it('leaves out what costs more than the cap, and what nobody can price', () => {
  const list = [priced('cheap', 1), priced('dear', 5), candidate('unknown')];
  expect(ids({ maxNanoUsd: 2_000_000 }, contextOf(list))).toEqual(['cheap']);
  expect(ids({ maxNanoUsd: 1_999_999 }, contextOf(list))).toEqual([]);
  expect(ids({}, contextOf(list))).toHaveLength(3);
});

it('leaves out other categories', () => {
  const list = [priced('a', 1, 'tiny'), priced('b', 1, 'large')];
  expect(ids({ categories: ['large', 'reasoning'] }, contextOf(list))).toEqual(['b']);
});

it.each([
  [
    { strategy: 'adaptive' },
    "learner is undefined; expected what createAdaptiveLearner() makes with strategy 'adaptive', else absent.",
  ],
  [{ strategy: 'cheapest' }, "strategy is 'cheapest'; expected one of 'fallback'"],
  [{ preferFree: 1 }, 'preferFree is 1; expected true or false'],
  [{ maxNanoUsd: -1 }, 'maxNanoUsd is -1'],
  [{ demoteAfterMs: Number.NaN }, 'demoteAfterMs is NaN'],
  [{ categories: [] }, 'categories is a list of 0'],
  [{ categories: ['huge'] }, "categories holds what is 'huge'"],
  [{ maxUsd: 1 }, "unknown option 'maxUsd'"],
])('refuses %j', (options, message) => {
  let thrown: unknown;
  try {
    createSelector(options as SelectorOptions);
  } catch (error) {
    thrown = error;
  }
  expect(isRouterError(thrown, 'invalid_config')).toBe(true);
  expect((thrown as Error).message).toContain(message);
});
