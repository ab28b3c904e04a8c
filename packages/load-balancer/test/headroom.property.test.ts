import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { createLoadBalancer } from '../src/index.ts';
import { candidates, idsOf } from './candidates.ts';

const anyShare = fc.option(
  fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, Number.NaN)),
  { nil: undefined },
);

it('never puts one with less room before one with more, nor a used up one before any with room', () => {
  fc.assert(
    fc.property(fc.array(anyShare, { maxLength: 12 }), fc.integer(), (shares, seed) => {
      const ids = shares.map((_, index) => `d${index}`);
      const balancer = createLoadBalancer({
        strategy: 'headroom',
        headroom: (id) => shares[Number(id.slice(1))],
        random: createRandom(seed),
      });
      const ordered = idsOf(balancer.order(candidates(...ids)));
      const shareOf = (id: string) => {
        const share = shares[Number(id.slice(1))];
        return Number.isNaN(share) ? undefined : share;
      };
      const known = ordered.flatMap((id) => shareOf(id) ?? []);
      expect(known).toEqual([...known].sort((a, b) => b - a));
      const firstUsedUp = ordered.findIndex((id) => shareOf(id) === 0);
      const behind = firstUsedUp < 0 ? [] : ordered.slice(firstUsedUp);
      expect(behind.filter((id) => shareOf(id) !== 0)).toEqual([]);
    }),
  );
});

it('puts the unknown neither before all nor behind all of those that have different room', () => {
  const twoShares = fc
    .tuple(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
    )
    .filter(([a, b]) => Math.abs(a - b) > 1e-6);
  fc.assert(
    fc.property(twoShares, fc.integer(), ([a, b], seed) => {
      const balancer = createLoadBalancer({
        strategy: 'headroom',
        headroom: (id) => ({ a, b })[id],
        random: createRandom(seed),
      });
      expect(idsOf(balancer.order(candidates('a', 'unknown', 'b')))[1]).toBe('unknown');
    }),
  );
});
