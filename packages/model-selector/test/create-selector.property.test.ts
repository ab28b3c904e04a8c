import { categories, type Strategy } from '@llm-router/core';
import fc from 'fast-check';
import { createSelector, selectBatch } from '../src/index.ts';
import { analysisOf, candidate, contextOf, idsOf, type State } from './context.ts';

const strategies: readonly Strategy[] = [
  'fallback',
  'loadbalance',
  'cost_aware',
  'fastest',
  'quality',
];

const anyCandidates = fc
  .array(
    fc.record({
      category: fc.constantFrom(...categories),
      priority: fc.integer({ min: 0, max: 3 }),
      weight: fc.integer({ min: 0, max: 3 }),
      usd: fc.option(fc.integer({ min: 0, max: 5 })),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(({ usd, ...fields }, index) =>
      candidate(`d${index}`, {
        ...fields,
        ...(usd !== null && { price: { input: usd, output: usd } }),
      }),
    ),
  );

const anyState: fc.Arbitrary<State> = fc
  .record({
    waitMs: fc.oneof(fc.nat(1000), fc.constant(Number.POSITIVE_INFINITY)),
    healthy: fc.boolean(),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    latencyMs: fc.option(fc.nat(1000)),
  })
  .map(({ latencyMs, ...state }) => ({ ...state, ...(latencyMs !== null && { latencyMs }) }));

const anyStates = fc.array(anyState, { minLength: 30, maxLength: 30 });

const stateFrom = (states: readonly State[]) =>
  Object.fromEntries(states.map((state, index) => [`d${index}`, state]));

it('ranks everyone who may serve exactly once, from 0 without a gap, best first', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...strategies),
      anyCandidates,
      anyStates,
      fc.constantFrom(...categories),
      (strategy, candidates, states, wanted) => {
        const context = contextOf(candidates, stateFrom(states), analysisOf(wanted));
        const ranked = createSelector({ strategy }).select(context);
        const allowed = candidates.filter(
          ({ deployment }) => strategy !== 'loadbalance' || deployment.weight > 0,
        );
        expect(idsOf(ranked).sort()).toEqual(idsOf(allowed).sort());
        ranked.forEach(({ rank }, place) => {
          const before = ranked[place - 1]?.rank ?? 0;
          expect([before, before + 1]).toContain(place === 0 ? 0 : rank);
        });
        expect(ranked[0]?.rank ?? 0).toBe(0);
      },
    ),
  );
});

it('never puts the unhealthy before a healthy peer of the same category and price', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Strategy>('cost_aware', 'quality', 'fastest', 'loadbalance'),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
      (strategy, health) => {
        const states = Object.fromEntries(
          health.map((healthy, index) => [`d${index}`, { healthy }]),
        );
        const list = health.map((_, index) => candidate(`d${index}`));
        const ranked = createSelector({ strategy }).select(contextOf(list, states));
        const order = ranked.map(({ deployment }) => states[deployment.id]?.healthy);
        expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
      },
    ),
  );
});

it('never assigns more of a batch than there is room for', () => {
  fc.assert(
    fc.property(
      anyCandidates,
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 4 }),
      (candidates, count, requests) => {
        const ask = { messages: [{ role: 'user' as const, content: 'How old is the bridge?' }] };
        const context = { ...contextOf(candidates), roomOf: () => ({ requests }) };
        const plans = selectBatch(
          Array.from({ length: count }, () => ask),
          context,
        );
        const assigned = plans.flatMap(([first]) =>
          first?.reasons.includes('chosen for the whole batch') ? [first.deployment.id] : [],
        );
        for (const id of assigned) {
          expect(assigned.filter((other) => other === id).length).toBeLessThanOrEqual(requests);
        }
        expect(plans.every((plan) => plan.length === candidates.length)).toBe(true);
        const enough = candidates.filter(({ deployment }) => deployment.category !== 'tiny').length;
        const choosable = enough > 0 ? enough : candidates.length;
        expect(assigned).toHaveLength(Math.min(count, requests * choosable));
      },
    ),
  );
});
