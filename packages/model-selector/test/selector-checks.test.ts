import type { Candidate, ModelSelector } from '@llm-router/core';
import { createSelector, selectorChecks } from '../src/index.ts';
import { candidate } from './context.ts';

describe.each(['fallback', 'loadbalance', 'cost_aware', 'fastest', 'quality'] as const)(
  'the selector %s',
  (strategy) => {
    for (const { name, run } of selectorChecks(createSelector({ strategy }))) it(name, run);
  },
);

/** The names of the checks that a selector fails. */
function failures(select: ModelSelector['select']): readonly string[] {
  return selectorChecks({ select }).flatMap(({ name, run }) => {
    try {
      run();
      return [];
    } catch {
      return [name];
    }
  });
}

const change = (part: (candidate: Candidate) => object): ModelSelector['select'] => {
  return ({ candidates }) => candidates.map((one) => ({ ...one, ...part(one) }));
};

let calls = 0;

it.each<[string, ModelSelector['select'], string]>([
  ['invents', ({ candidates }) => [...candidates, candidate('x')], 'never invents or repeats'],
  ['repeats', ({ candidates }) => [...candidates, ...candidates], 'never invents or repeats'],
  ['invents from nothing', () => [candidate('x')], 'answers nothing for nothing'],
  [
    'changes a deployment',
    change(({ deployment }) => ({ deployment: { ...deployment, weight: 77 } })),
    'keeps deployments',
  ],
  ['changes what is expected', change(() => ({ expected: {} })), 'keeps deployments'],
  ['ranks with NaN', change(() => ({ rank: Number.NaN })), 'ranks with finite'],
  ['gives no words', change(() => ({ reasons: [42] })), 'gives its reasons'],
  [
    'sorts its input',
    ({ candidates }) => (candidates as Candidate[]).sort(() => 0),
    'does not change its input',
  ],
  [
    'depends on how often it was asked',
    ({ candidates }) => candidates.map((one) => ({ ...one, rank: calls++ })),
    'answers the same',
  ],
  [
    'compares all pairs',
    ({ candidates }) =>
      candidates.map((one) => ({
        ...one,
        rank: candidates.filter(({ deployment }) => deployment.priority < 0).length,
      })),
    'reads 10,000 candidates',
  ],
])('finds out a selector that %s', (_, select, check) => {
  expect(failures(select).some((name) => name.startsWith(check))).toBe(true);
});

it('passes a selector that answers its candidates as they are', () => {
  expect(failures(({ candidates }) => candidates)).toEqual([]);
});
