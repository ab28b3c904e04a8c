import { isRouterError } from '@llm-router/core';
import { calibrate, createSelector, type SelectorOptions } from '../src/index.ts';
import { candidate, contextOf, idsOf, ranksOf, type State } from './context.ts';
import { ask, drawOutcomes, telling } from './synthetic.ts';

const calibration = calibrate(drawOutcomes(telling, 300, 1));
const list = [candidate('strong'), candidate('other'), candidate('weak')];

function select(
  task: 'rhyme' | 'proof',
  options: SelectorOptions,
  states: Record<string, Partial<State>> = {},
  candidates = list,
) {
  const context = { ...contextOf(candidates, states), request: ask(task, () => 0.5) };
  return createSelector({ strategy: 'quality', calibration, ...options }).select(context);
}

it('sends to the strong model only what is worth it', () => {
  expect(ranksOf(select('proof', { threshold: 0.3 }))).toBe('strong0 weak1 other2');
  expect(idsOf(select('rhyme', { threshold: 0.3 }))[0]).toBe('weak');
  expect(select('proof', { threshold: 0.3 })[0]?.reasons[0]).toMatch(
    /^chosen by calibration: about 0\.\d\d of quality expected$/,
  );
});

it('always asks the last model at a threshold of -1 and the first at 1', () => {
  expect(idsOf(select('rhyme', { threshold: -1 }))[0]).toBe('strong');
  expect(idsOf(select('proof', { threshold: 1 }))[0]).toBe('weak');
});

it('chooses among the models that are there and healthy', () => {
  expect(idsOf(select('proof', {}, {}, [candidate('weak'), candidate('other')]))[0]).toBe('weak');
  expect(idsOf(select('proof', {}, { strong: { healthy: false } }))[0]).toBe('weak');
});

it('knows a deployment by the id of its model, and puts a ready one before one that must wait', () => {
  const [a, b] = [candidate('a', { model: 'strong' }), candidate('b', { model: 'strong' })];
  expect(ranksOf(select('proof', {}, { a: { waitMs: 50 } }, [a, b, candidate('weak')]))).toBe(
    'b0 a1 weak2',
  );
  expect(ranksOf(select('proof', {}, {}, [a, b, candidate('weak')]))).toBe('a0 b0 weak1');
});

it('takes the least costly point that expects the quality, or the best that the money allows', () => {
  const sent = (options: SelectorOptions) =>
    (['rhyme', 'proof'] as const).map((task) => idsOf(select(task, options))[0]);
  expect(sent({ targetQuality: 0.8 })).toEqual(['weak', 'strong']);
  expect(sent({ targetQuality: 0.3 })).toEqual(['weak', 'weak']);
  expect(sent({ maxMeanNanoUsd: 12_000 })).toEqual(['weak', 'strong']);
  expect(sent({ maxMeanNanoUsd: 1_000 })).toEqual(['weak', 'weak']);
});

it.each<[SelectorOptions, string]>([
  [{ strategy: 'quality', threshold: 0.1 }, 'threshold is 0.1; expected a calibration beside it'],
  [{ strategy: 'fastest', calibration }, "expected strategy 'quality' beside it"],
  [
    { strategy: 'quality', calibration, threshold: 0.1, targetQuality: 0.9 },
    'targetQuality is 0.9; expected one of threshold, targetQuality and maxMeanNanoUsd',
  ],
  [{ strategy: 'quality', calibration, threshold: 2 }, 'threshold is 2'],
  [
    { strategy: 'quality', calibration, targetQuality: 1 },
    'targetQuality is 1; expected at most 0.',
  ],
  [
    { strategy: 'quality', calibration, maxMeanNanoUsd: 10 },
    'maxMeanNanoUsd is 10; expected at least 1000',
  ],
])('refuses %#', (options, message) => {
  let thrown: unknown;
  try {
    createSelector(options);
  } catch (error) {
    thrown = error;
  }
  expect(isRouterError(thrown, 'invalid_config')).toBe(true);
  expect((thrown as Error).message).toContain(message);
});
