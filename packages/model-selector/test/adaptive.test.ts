import { createRandom, isRouterError } from '@llm-router/core';
import {
  type AdaptiveOptions,
  type AdaptiveOutcome,
  createAdaptiveLearner,
  createSelector,
  selectorChecks,
} from '../src/index.ts';
import { candidate, contextOf, idsOf, priced } from './context.ts';
import { analysisAt } from './synthetic.ts';

function setUp(options: AdaptiveOptions = {}) {
  const time = { now: 1_000_000 };
  const clock = { now: () => time.now };
  const learner = createAdaptiveLearner({ random: createRandom(3), clock, ...options });
  const selector = createSelector({ strategy: 'adaptive', learner });
  /** How often each candidate comes first in 400 selections. */
  const firsts = (
    level: 'simple' | 'complex' = 'simple',
    list = [candidate('a'), candidate('b')],
  ) => {
    const counts: Record<string, number> = {};
    for (let round = 0; round < 400; round++) {
      const [first = ''] = idsOf(selector.select(contextOf(list, {}, analysisAt(level))));
      counts[first] = (counts[first] ?? 0) + 1;
    }
    return counts;
  };
  const learn = (
    deployment: string,
    quality: number,
    times: number,
    level: 'simple' | 'complex' = 'simple',
  ) => {
    for (let round = 0; round < times; round++) {
      learner.record({ deployment, analysis: analysisAt(level), quality });
    }
  };
  return { learner, selector, firsts, learn, time };
}

it('holds all deployments for alike before it has learned', () => {
  const { a = 0, b = 0 } = setUp().firsts();
  expect(a + b).toBe(400);
  expect(Math.abs(a - b)).toBeLessThan(60);
});

it('asks the better one more and more, and still tries what it hardly knows', () => {
  const { learn, firsts } = setUp();
  learn('a', 1, 5);
  const early = firsts();
  expect(early['a']).toBeGreaterThan(250);
  expect(early['b']).toBeGreaterThan(10);
  learn('a', 1, 200);
  learn('b', 0, 200);
  expect(firsts()).toEqual({ a: 400 });
});

it('learns apart for each level, and leans on what it knows of the others', () => {
  const { learn, firsts } = setUp();
  learn('a', 1, 60, 'simple');
  learn('b', 0, 60, 'simple');
  expect(firsts('complex')['a']).toBeGreaterThan(300);
  learn('a', 0, 60, 'complex');
  learn('b', 1, 60, 'complex');
  expect(firsts('complex')['b']).toBeGreaterThan(390);
  expect(firsts('simple')['a']).toBeGreaterThan(390);
});

it('forgets half in a half-life', () => {
  const { learner, learn, time } = setUp({ halfLifeMs: 1000 });
  learn('a', 1, 8);
  time.now += 2000;
  expect(learner.snapshot()[0]).toMatchObject({ deployment: 'a', level: 'simple', weight: 2 });
  time.now += 1e9;
  expect(learner.snapshot()[0]?.quality).toBeCloseTo(0.5);
});

it('remembers no more deployments than it may, the latest ones', () => {
  const { learner, learn } = setUp({ maxModels: 2 });
  for (const id of ['a', 'b', 'a', 'c']) learn(id, 1, 1);
  expect([...new Set(learner.snapshot().map(({ deployment }) => deployment))]).toEqual(['a', 'c']);
});

it('weighs cost against quality where a point of quality has a price, and never takes unknown for free', () => {
  const { learn, firsts } = setUp({ pointNanoUsd: 10_000_000 });
  const list = [priced('dear', 4), priced('thrifty', 0.1), candidate('unpriced')];
  learn('dear', 1, 300);
  learn('thrifty', 0.8, 300);
  learn('unpriced', 1, 300);
  expect(firsts('simple', list)).toEqual({ thrifty: 400 });
});

it('puts those that are unhealthy or must wait behind, however good they are', () => {
  const { learn, selector } = setUp();
  learn('a', 1, 300);
  const context = contextOf([candidate('a'), candidate('b')], { a: { healthy: false } });
  expect(idsOf(selector.select(context))).toEqual(['b', 'a']);
});

describe('the selector adaptive', () => {
  const { selector } = setUp();
  for (const { name, run } of selectorChecks(selector)) {
    // It draws anew for every request.
    if (name !== 'answers the same for the same') it(name, run);
  }
});

it('draws the same with the same seed', () => {
  expect(setUp().firsts()).toEqual(setUp().firsts());
});

it.each<[Partial<AdaptiveOutcome> | object, string]>([
  [{ deployment: '' }, "deployment is ''"],
  [{ quality: 2 }, 'quality is 2'],
  [{ analysis: {} }, 'analysis.complexity.level is undefined'],
])('refuses the outcome %j', (part, message) => {
  const outcome = { deployment: 'a', quality: 1, analysis: analysisAt('simple'), ...part };
  let thrown: unknown;
  try {
    createAdaptiveLearner().record(outcome as AdaptiveOutcome);
  } catch (error) {
    thrown = error;
  }
  expect(isRouterError(thrown, 'invalid_config')).toBe(true);
  expect((thrown as Error).message).toContain(message);
});

it.each<[AdaptiveOptions, string]>([
  [{ halfLifeMs: 0 }, 'halfLifeMs is 0'],
  [{ pointNanoUsd: -1 }, 'pointNanoUsd is -1'],
  [{ maxModels: 0.5 }, 'maxModels is 0.5'],
])('refuses the options %j', (options, message) => {
  expect(() => createAdaptiveLearner(options)).toThrow(message);
});
