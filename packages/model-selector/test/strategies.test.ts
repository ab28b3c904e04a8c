import { type Candidate, categories } from '@llm-router/core';
import { createSelector, type SelectorOptions } from '../src/index.ts';
import { analysisOf, candidate, contextOf, priced, ranksOf, type State } from './context.ts';

function rank(
  options: SelectorOptions,
  candidates: readonly Candidate[],
  states: Readonly<Record<string, Partial<State>>> = {},
  analysis = analysisOf(),
): string {
  return ranksOf(createSelector(options).select(contextOf(candidates, states, analysis)));
}

describe('fallback', () => {
  it('goes by priority, then by the order of the configuration', () => {
    const list = [
      candidate('c', { priority: 2 }),
      candidate('a', { priority: 1 }),
      candidate('b', { priority: 1 }),
    ];
    expect(rank({}, list)).toBe('a0 b1 c2');
  });

  it('puts the waiting and then the unhealthy behind, but only among the same priority', () => {
    const list = [
      candidate('sick'),
      candidate('waiting'),
      candidate('ready'),
      candidate('later', { priority: 1 }),
    ];
    const states = { sick: { healthy: false }, waiting: { waitMs: 500 } };
    expect(rank({ strategy: 'fallback' }, list, states)).toBe('ready0 waiting1 sick2 later3');
  });
});

describe('loadbalance', () => {
  it('takes all for equal and leaves weight 0 out', () => {
    const list = [candidate('a'), candidate('off', { weight: 0 }), candidate('b', { weight: 9 })];
    expect(rank({ strategy: 'loadbalance' }, list)).toBe('a0 b0');
  });

  it('puts the unhealthy behind the healthy', () => {
    const list = [candidate('sick'), candidate('a'), candidate('b')];
    expect(rank({ strategy: 'loadbalance' }, list, { sick: { healthy: false } })).toBe(
      'a0 b0 sick1',
    );
  });
});

describe('cost_aware', () => {
  const cost = { strategy: 'cost_aware' } as const;

  it('takes the wanted category before its neighbours, and the cheapest within one', () => {
    const list = [
      priced('tiny', 0.01, 'tiny'),
      priced('dear', 5),
      priced('cheap', 1),
      priced('large', 0.5, 'large'),
      priced('reasoning', 0.1, 'reasoning'),
    ];
    expect(rank(cost, list)).toBe('cheap0 dear1 large2 tiny3 reasoning4');
  });

  it('gives equal prices one rank, for the balancer', () => {
    expect(rank(cost, [priced('a', 1), priced('b', 1), priced('c', 2)])).toBe('a0 b0 c1');
  });

  it('puts an unknown price after the known ones of its category', () => {
    expect(rank(cost, [candidate('unknown'), priced('dear', 900)])).toBe('dear0 unknown1');
  });

  it('puts what is free and good enough before everything paid', () => {
    const list = [
      priced('paid', 1),
      priced('free-large', 0, 'large'),
      priced('free-tiny', 0, 'tiny'),
    ];
    expect(rank(cost, list)).toBe('free-large0 paid1 free-tiny2');
    expect(rank({ ...cost, preferFree: false }, list)).toBe('paid0 free-large1 free-tiny2');
  });

  it('does not hold on to what is free but exhausted or unhealthy', () => {
    const list = [priced('free', 0, 'large'), priced('paid', 1)];
    expect(rank(cost, list, { free: { waitMs: 60_000 } })).toBe('paid0 free1');
    expect(rank(cost, list, { free: { healthy: false } })).toBe('paid0 free1');
  });

  it('tolerates a wait up to demoteAfterMs', () => {
    const list = [priced('cheap', 1), priced('dear', 5)];
    const states = { cheap: { waitMs: 2000 } };
    expect(rank(cost, list, states)).toBe('dear0 cheap1');
    expect(rank({ ...cost, demoteAfterMs: 2000 }, list, states)).toBe('cheap0 dear1');
    const endless = { cheap: { waitMs: Number.POSITIVE_INFINITY } };
    expect(rank({ ...cost, demoteAfterMs: Number.POSITIVE_INFINITY }, list, endless)).toBe(
      'cheap0 dear1',
    );
  });

  it('reads the category of the model where the deployment has none', () => {
    const unnamed = (id: string, model: string) => {
      const { deployment, ...rest } = candidate(id);
      const { category: _, ...bare } = deployment;
      return { ...rest, deployment: { ...bare, model } };
    };
    const list = [unnamed('x', 'o3'), unnamed('y', 'gpt-4o-mini')];
    expect(rank(cost, list, {}, analysisOf('small'))).toBe('y0 x1');
    expect(rank(cost, list, {}, analysisOf('reasoning'))).toBe('x0 y1');
  });
});

describe('fastest', () => {
  const fast = { strategy: 'fastest' } as const;
  const list = [candidate('slow'), candidate('quick'), candidate('new'), candidate('newer')];
  const states = { slow: { latencyMs: 900 }, quick: { latencyMs: 200 } };

  it('goes by observed latency, with the unknown as equals in front', () => {
    expect(rank(fast, list, states)).toBe('new0 newer0 quick1 slow2');
  });

  it('divides latency by the health score', () => {
    const wavering = { slow: { latencyMs: 900 }, quick: { latencyMs: 200, score: 0.1 } };
    expect(rank(fast, list.slice(0, 2), wavering)).toBe('slow0 quick1');
  });

  it('tries an unknown latency only where it is ready and healthy', () => {
    const sick = { ...states, new: { healthy: false }, newer: { waitMs: 10 } };
    expect(rank(fast, list, sick)).toBe('quick0 slow1 newer2 new3');
  });

  it('takes a latency or a score that is no number for unknown or worst', () => {
    const odd = { slow: { latencyMs: Number.NaN }, quick: { latencyMs: 200, score: Number.NaN } };
    expect(rank(fast, list.slice(0, 2), odd)).toBe('slow0 quick1');
  });
});

it('quality goes by category, then by price downwards, then by priority', () => {
  const list = [
    priced('cheap', 1, 'large'),
    priced('dear', 9, 'large'),
    candidate('unknown', { category: 'large' }),
    priced('thinker', 0.5, 'reasoning'),
    candidate('second', { priority: 1, price: { input: 2, output: 2 } }),
    candidate('first', { priority: 0, price: { input: 2, output: 2 } }),
  ];
  expect(rank({ strategy: 'quality' }, list)).toBe('thinker0 dear1 cheap2 unknown3 first4 second5');
  expect(rank({ strategy: 'quality' }, list, { dear: { healthy: false } })).toBe(
    'thinker0 cheap1 unknown2 dear3 first4 second5',
  );
});

it('tells its reasons in words after those that were there', () => {
  const before = { ...priced('a', 1), reasons: ['asked for'] };
  const reasonsOf = (strategy: 'cost_aware' | 'fastest', states = {}) =>
    createSelector({ strategy }).select(contextOf([before], states))[0]?.reasons;
  expect(reasonsOf('cost_aware')).toEqual([
    'asked for',
    'small is the wanted category, about $0.002',
  ]);
  expect(reasonsOf('fastest', { a: { waitMs: 2130, latencyMs: 80 } })).toEqual([
    'asked for',
    'about 80 ms',
    'behind its peers: would wait 2130 ms',
  ]);
  expect(reasonsOf('fastest', { a: { healthy: false } })).toContain('behind its peers: unhealthy');
});

it('knows every category', () => {
  for (const wanted of categories) {
    const list = categories.map((category) => priced(category, 1, category));
    expect(rank({ strategy: 'cost_aware' }, list, {}, analysisOf(wanted))).toMatch(
      new RegExp(`^${wanted}0 `),
    );
  }
});
