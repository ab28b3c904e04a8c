import { createBackoff } from '@llm-router/backoff';
import { createRandom } from '@llm-router/core';
import fc from 'fast-check';
import { decideNext } from '../src/index.ts';
import { categories, failed } from './support/failures.ts';

const failures = fc.record({
  category: fc.constantFrom(...categories),
  retryable: fc.boolean(),
  failover: fc.boolean(),
  status: fc.option(fc.constantFrom(400, 401, 429, 500, 503, 529), { nil: undefined }),
  retryAfterMs: fc.option(fc.integer({ min: 1, max: 200_000 }), { nil: undefined }),
});
const statuses = fc.option(fc.subarray([400, 429, 500, 503]), { nil: undefined });

/** An object without its absent fields. */
function present<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

const situations = fc.record({
  failure: failures,
  state: fc.record({
    attempt: fc.integer({ min: 1, max: 8 }),
    attemptsLeft: fc.integer({ min: 0, max: 5 }),
    nowMs: fc.constant(1_000_000),
    deadlineMs: fc.option(fc.integer({ min: 990_000, max: 1_300_000 }), { nil: undefined }),
    hasNext: fc.boolean(),
  }),
  policy: fc.record({
    retriesBeforeNext: fc.integer({ min: 0, max: 4 }),
    retryOnStatusCodes: statuses,
    fallbackOnStatusCodes: statuses,
  }),
  seed: fc.nat(),
  isDeaf: fc.boolean(),
});

test('a retry is never earlier than stated, never at or past the deadline, never without an attempt left', () => {
  let retries = 0;
  fc.assert(
    fc.property(situations, ({ failure, state, policy, seed, isDeaf }) => {
      const backoff = isDeaf ? () => 3 : createBackoff({ random: createRandom(seed) });
      const { attempt, attemptsLeft, nowMs, hasNext } = state;
      const decision = decideNext(
        { ...failed(failure.category), ...present(failure) },
        { attempt, attemptsLeft, nowMs, hasNext, ...present({ deadlineMs: state.deadlineMs }) },
        { backoff, ...present(policy) },
      );
      const isFinal = attemptsLeft === 0 || failure.category === 'aborted';
      if (isFinal) expect(decision.do).toBe('fail');
      if (decision.do === 'next') expect(hasNext).toBe(true);
      if (decision.do !== 'retry') return;
      retries += 1;
      expect(decision.delayMs).toBeGreaterThanOrEqual(failure.retryAfterMs ?? 0);
      expect(nowMs + decision.delayMs).toBeLessThan(state.deadlineMs ?? Number.POSITIVE_INFINITY);
      expect(failure.category).not.toBe('quota_exhausted');
      if (failure.status !== undefined && policy.retryOnStatusCodes !== undefined) {
        expect(policy.retryOnStatusCodes).toContain(failure.status);
      } else {
        expect(failure.retryable).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
  expect(retries).toBeGreaterThan(300);
});

test('the decision is a function: the same failure in the same state is answered the same', () => {
  fc.assert(
    fc.property(situations, ({ failure, state, policy }) => {
      const ask = () =>
        decideNext(
          { ...failed(failure.category), ...present(failure) },
          { ...state, ...present({ deadlineMs: state.deadlineMs }) } as Parameters<
            typeof decideNext
          >[1],
          { backoff: (attempt) => attempt * 10, ...present(policy) },
        );
      expect(ask()).toEqual(ask());
    }),
  );
});
