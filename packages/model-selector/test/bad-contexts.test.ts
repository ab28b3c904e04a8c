import { isRouterError } from '@llm-router/core';
import { createAdaptiveLearner, createSelector, selectBatch } from '../src/index.ts';
import { candidate, contextOf } from './context.ts';

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isRouterError(error, 'invalid_config')) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

const good = contextOf([candidate('a')]);
const strategies = ['fallback', 'loadbalance', 'cost_aware', 'fastest', 'quality'] as const;

it.each<[unknown, RegExp]>([
  [undefined, /the context is undefined/],
  [{ ...good, candidates: {} }, /candidates is an object; expected a list/],
  [{ ...good, candidates: [undefined] }, /candidates\[0\] is undefined; expected an object with/],
  [{ ...good, candidates: [candidate('a'), {}] }, /candidates\[1\] is an object/],
  [{ ...good, candidates: [{ ...candidate('a'), reasons: 7 }] }, /candidates\[0\] is an object/],
  [{ ...good, candidates: [{ deployment: 7 }] }, /candidates\[0\] is an object/],
  [{ ...good, analysis: undefined }, /analysis is undefined; expected what analyzeRequest/],
  [{ ...good, state: {} }, /state is an object; expected a function/],
])('a context that is none is refused by its place (%#)', (context, message) => {
  for (const strategy of strategies) {
    const told = refusalOf(() => createSelector({ strategy }).select(context as never));
    expect(told).toMatch(/^select: /);
    expect(told).toMatch(message);
  }
  expect(refusalOf(() => selectBatch([], context as never))).toMatch(message);
});

it.each<[unknown, RegExp]>([
  [undefined, /^selectBatch: requests is undefined; expected a list/],
  [[null], /^selectBatch: requests\[0\] is null; expected a request with messages/],
  [['Hello'], /^selectBatch: requests\[0\] is 'Hello'/],
])('requests %j are refused by their place', (requests, message) => {
  expect(refusalOf(() => selectBatch(requests as never, good))).toMatch(message);
});

it('an outcome that is none is refused', () => {
  const learner = createAdaptiveLearner();
  for (const outcome of [undefined, null, 7]) {
    expect(refusalOf(() => learner.record(outcome as never))).toMatch(/^record is .*; expected an/);
    expect(refusalOf(() => learner.draw('a', outcome as never, 1))).toMatch(/^draw: analysis/);
  }
});
