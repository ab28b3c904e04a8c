import type { LimitRule } from '@llm-router/core';
import fc from 'fast-check';
import { createFixedWindow } from '../src/fixed-window.ts';
import { createSlidingWindow } from '../src/sliding-window.ts';
import { createTokenBucket } from '../src/token-bucket.ts';
import { worstExcess } from './support/bounds.ts';
import { start, steps, walk } from './support/meter-walk.ts';

const makers = {
  'token-bucket': createTokenBucket,
  'sliding-window': createSlidingWindow,
  'fixed-window': createFixedWindow,
} as const;

const part = fc.double({ min: 0.01, max: 1, noNaN: true });

describe.each(Object.entries(makers))('a %s', (name, create) => {
  const algorithm = name as keyof typeof makers;
  const rules: fc.Arbitrary<LimitRule> = fc
    .record({
      unit: fc.constant('tokens' as const),
      amount: fc.integer({ min: 1, max: 1000 }),
      perMs: fc.integer({ min: 100, max: 100_000 }),
      burst: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined }),
    })
    .map(({ burst, ...rule }) => ({
      ...rule,
      algorithm,
      ...(algorithm === 'token-bucket' && burst !== undefined && { burst }),
    }));
  const sizeOf = (rule: LimitRule) => rule.burst ?? rule.amount;

  test.each([
    ['at most what was reserved', 1],
    ['up to three times what was reserved', 3],
  ])('admits nothing that takes a window above its bound when %s is used', (_, most) => {
    let admitted = 0;
    fc.assert(
      fc.property(rules, steps(most), (rule, script) => {
        walk(create(rule, start), rule, script, (uses) => {
          admitted += 1;
          expect(worstExcess(rule, uses)).toBeLessThanOrEqual(0);
        });
      }),
      { numRuns: 400 },
    );
    expect(admitted).toBeGreaterThan(1000);
  });

  test('states an honest wait: what is refused fits after it, and not much before', () => {
    // A sliding window is counted in slices, so it may be late by one of them.
    const lateness = (rule: LimitRule) => (algorithm === 'sliding-window' ? rule.perMs / 60 : 0);
    fc.assert(
      fc.property(rules, steps(1), part, (rule, script, share) => {
        const meter = create(rule, start);
        const { now } = walk(meter, rule, script);
        meter.take(now, Math.max(0, meter.available(now)));
        const amount = share * sizeOf(rule);
        const waitMs = meter.waitMs(now, amount);
        expect(waitMs).toBeGreaterThan(0);
        const early = create(rule, now, sizeOf(rule) - meter.available(now));
        expect(early.waitMs(now, amount)).toBeGreaterThanOrEqual(waitMs - lateness(rule) - 0.01);
        if (waitMs > 0.01)
          expect(meter.waitMs(now + waitMs * 0.99 - 0.005, amount)).toBeGreaterThan(0);
        expect(meter.waitMs(now + waitMs + 0.01, amount)).toBe(0);
      }),
    );
  });

  test('refuses for ever what is larger than the whole limit, and nothing else', () => {
    fc.assert(
      fc.property(rules, steps(1), part, (rule, script, share) => {
        const meter = create(rule, start);
        const { now } = walk(meter, rule, script);
        expect(meter.waitMs(now, sizeOf(rule) * (1 + share))).toBe(Number.POSITIVE_INFINITY);
        expect(meter.waitMs(now, sizeOf(rule) * share)).toBeLessThan(Number.POSITIVE_INFINITY);
      }),
    );
  });

  test('has exactly as little left as a provider says, and never more than before', () => {
    fc.assert(
      fc.property(rules, steps(1), part, (rule, script, share) => {
        const meter = create(rule, start);
        const { now } = walk(meter, rule, script);
        const before = meter.available(now);
        const told = share * 2 * rule.amount;
        meter.tighten(now, told);
        expect(meter.available(now)).toBeCloseTo(Math.min(before, told), 6);
      }),
    );
  });

  test('gives back all of an unused reservation that is settled at once', () => {
    fc.assert(
      fc.property(rules, part, (rule, share) => {
        const meter = create(rule, start);
        meter.take(start, share * sizeOf(rule));
        meter.correct(start, share * sizeOf(rule), start);
        expect(meter.available(start)).toBeCloseTo(sizeOf(rule), 6);
        expect(meter.waitMs(start, sizeOf(rule))).toBe(0);
      }),
    );
  });
});
