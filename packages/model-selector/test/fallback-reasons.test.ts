import type { Candidate } from '@llm-router/core';
import { createSelector } from '../src/index.ts';
import { candidate, contextOf } from './context.ts';

const reasonsOf = (candidates: readonly Candidate[]) =>
  createSelector()
    .select(contextOf(candidates))
    .map(({ deployment, reasons }) => `${deployment.id}: ${reasons.join('; ')}`);

describe('the reasons of a fallback', () => {
  it('are the places in the list, where nobody set a priority', () => {
    expect(reasonsOf([candidate('a'), candidate('b'), candidate('c')])).toEqual([
      'a: listed as no. 1 of 3',
      'b: listed as no. 2 of 3',
      'c: listed as no. 3 of 3',
    ]);
  });

  it('are the priorities first, where they differ', () => {
    const listed = [candidate('a', { priority: 2 }), candidate('b'), candidate('c')];
    expect(reasonsOf(listed)).toEqual([
      'b: priority 0 (lower goes first), listed as no. 2 of 3',
      'c: priority 0 (lower goes first), listed as no. 3 of 3',
      'a: priority 2 (lower goes first), listed as no. 1 of 3',
    ]);
  });

  it('need no place where there is no other', () => {
    expect(reasonsOf([candidate('a')])).toEqual(['a: the only candidate']);
  });
});
