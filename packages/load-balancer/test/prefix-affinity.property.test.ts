import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { createAffinityWorth, createLoadBalancer } from '../src/index.ts';
import { conversation, idsOf, longPromptCandidates, longText } from './candidates.ts';

const ids = ['a', 'b', 'c', 'd'];
const given = longPromptCandidates(8000, ...ids);

/** One figure for each of the four. */
const forEach = <T>(figure: fc.Arbitrary<T>) =>
  fc
    .tuple(figure, figure, figure, figure)
    .map((figures) => (id: string) => figures[ids.indexOf(id)] as T);

it('stays with a growing conversation while all wait alike, however the load changes', () => {
  const turns = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 10 });
  const loads = fc.infiniteStream(fc.nat({ max: 100 }));
  fc.assert(
    fc.property(turns, loads, fc.nat(), fc.integer(), (lengths, load, waitMs, seed) => {
      const balancer = createLoadBalancer({
        strategy: 'prefix-affinity',
        waitMs: () => waitMs,
        load: () => load.next().value ?? 0,
        random: createRandom(seed),
      });
      const said = [longText('rule', 6000)];
      const firsts = lengths.map((length, turn) => {
        said.push(longText(`turn${turn}`, length));
        const context = { request: conversation(...said), tenant: 'acme' };
        return balancer.order(given, context)[0]?.deployment.id;
      });
      expect(new Set(firsts).size).toBe(1);
    }),
  );
});

it('puts a longer wait first exactly where the cache is worth more than the difference', () => {
  const tuning = fc.record({
    msPerThousandCachedTokens: fc.integer({ min: 1, max: 300 }),
    usdPerSecond: fc.constantFrom(0.001, 0.01, 1, Number.POSITIVE_INFINITY),
    maxExtraWaitMs: fc.integer({ min: 1, max: 4000 }),
  });
  const anyShare = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
  const anyWait = fc.nat({ max: 4000 });
  fc.assert(
    fc.property(forEach(anyWait), forEach(anyShare), tuning, (waitOf, shareOf, options) => {
      const balancer = createLoadBalancer({
        strategy: 'prefix-affinity',
        waitMs: ({ deployment }) => waitOf(deployment.id),
        affinity: {
          inner: (list) => [...list].reverse(),
          memory: {
            recall: () => ({ knownShare: shareOf, sentTo: () => {} }),
            snapshot: () => ({ prefixes: 0 }),
          },
          worthMs: createAffinityWorth(options),
        },
      });
      const context = { request: conversation('hello'), tenant: 'acme' };
      const ordered = idsOf(balancer.order(given, context));

      // The formula once more, in plain words: a million cached tokens save one dollar here.
      const worthOf = (id: string) => {
        const tokens = Math.floor(8000 * shareOf(id));
        if (tokens < 1024) return 0;
        const time = (tokens * options.msPerThousandCachedTokens) / 1000;
        const money = tokens / 1000 / options.usdPerSecond;
        return Math.min(time + money, options.maxExtraWaitMs);
      };
      if (ids.every((id) => worthOf(id) === 0)) {
        expect(ordered).toEqual(['d', 'c', 'b', 'a']);
        return;
      }
      for (const [place, id] of ordered.entries()) {
        for (const later of ordered.slice(place + 1)) {
          const extraMs = waitOf(id) - waitOf(later);
          expect(extraMs).toBeLessThanOrEqual(worthOf(id) - worthOf(later) + 1e-6);
        }
      }
    }),
    { numRuns: 500 },
  );
});

interface Call {
  readonly tenant: string;
  readonly name: string;
  readonly waitOf: (id: string) => number;
}

it('orders for a tenant as if there were no other', () => {
  const anyCall: fc.Arbitrary<Call> = fc.record({
    tenant: fc.constantFrom('acme', 'acm', 'other'),
    name: fc.constantFrom('one', 'two', 'three'),
    waitOf: forEach(fc.nat({ max: 2000 })),
  });
  const ordersOf = (calls: readonly Call[]) => {
    let now: Call | undefined;
    const balancer = createLoadBalancer({
      strategy: 'prefix-affinity',
      waitMs: ({ deployment }) => now?.waitOf(deployment.id) ?? 0,
      affinity: { inner: (list) => list },
    });
    return calls.map((call) => {
      now = call;
      const request = conversation(longText(call.name, 3000));
      return { call, order: idsOf(balancer.order(given, { request, tenant: call.tenant })) };
    });
  };
  fc.assert(
    fc.property(fc.array(anyCall, { minLength: 4, maxLength: 30 }), (calls) => {
      const isOurs = ({ tenant }: Call) => tenant === 'acme';
      const together = ordersOf(calls).filter(({ call }) => isOurs(call));
      expect(together).toEqual(ordersOf(calls.filter(isOurs)));
    }),
  );
});
