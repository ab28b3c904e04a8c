import { createVirtualClock, isRouterError } from '@llm-router/core';
import fc from 'fast-check';
import { retry } from '../src/index.ts';
import { classify, Failure } from './support/bench.ts';
import { categories, failed } from './support/failures.ts';

const attempts = fc.array(
  fc.record({
    takesMs: fc.integer({ min: 0, max: 3000 }),
    outcome: fc.oneof(
      { arbitrary: fc.constant('answer' as const), weight: 1 },
      { arbitrary: fc.constant('hangs' as const), weight: 1 },
      {
        arbitrary: fc.record({
          category: fc.constantFrom(...categories),
          retryable: fc.boolean(),
          retryAfterMs: fc.integer({ min: 0, max: 9000 }),
        }),
        weight: 6,
      },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

test('no call makes more attempts than allowed, starts one early or late, or outlives its deadline', async () => {
  await fc.assert(
    fc.asyncProperty(
      attempts,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 20_000 }),
      async (script, maxAttempts, deadlineMs) => {
        const clock = createVirtualClock();
        const deadline = clock.now() + deadlineMs;
        const starts: number[] = [];
        let notBefore = 0;
        const wrong: string[] = [];
        const operation = async () => {
          const step = script[starts.length % script.length];
          starts.push(clock.now());
          if (clock.now() < notBefore) wrong.push('too early');
          if (clock.now() >= deadline) wrong.push('too late');
          await clock.sleep(step?.takesMs ?? 0);
          if (step === undefined || step.outcome === 'answer') return 'the answer';
          if (step.outcome === 'hangs') return new Promise<never>(() => {});
          notBefore = clock.now() + step.outcome.retryAfterMs;
          throw new Failure(failed(step.outcome.category, step.outcome));
        };
        const options = { clock, classify, maxAttempts, deadline, backoff: () => 100 };
        const settled = retry(operation, options).then(
          () => ({ isAnswer: true, at: clock.now() }),
          (error) => ({ isAnswer: !isRouterError(error), at: clock.now() }),
        );
        const { at, isAnswer } = await clock.run(settled);
        const isGood = script.slice(0, starts.length).some(({ outcome }) => outcome === 'answer');
        if (isAnswer) expect(isGood).toBe(true);
        expect(wrong).toEqual([]);
        expect(at).toBeLessThanOrEqual(deadline);
        expect(starts.length).toBeLessThanOrEqual(maxAttempts);
        await clock.advance(60_000);
        expect(starts.length).toBeLessThanOrEqual(maxAttempts);
      },
    ),
    { numRuns: 300 },
  );
});
