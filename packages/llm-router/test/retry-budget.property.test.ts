import { createAlarms, createVirtualClock } from '@llm-router/core';
import fc from 'fast-check';
import { createRetryBudget } from '../src/retry-budget.ts';

const budgets = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  perSecond: fc.double({ min: 0.5, max: 20, noNaN: true }),
  burst: fc.integer({ min: 1, max: 8 }),
});

const steps = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 400 }),
    what: fc.constantFrom('enter' as const, 'take' as const, 'take' as const, 'answer' as const),
    withinMs: fc.integer({ min: 0, max: 3000 }),
    leavesMs: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined, freq: 4 }),
  }),
  { minLength: 1, maxLength: 60 },
);

interface Entry {
  readonly at: number;
  readonly what: 'enter' | 'take' | 'answer';
}

describe('the retry budget, whatever is asked of it', () => {
  it('gives in no span of time more than was saved up, added and given back', async () => {
    await fc.assert(
      fc.asyncProperty(budgets, steps, async (options, plan) => {
        const entries = await live(options, plan);
        for (const [from, { at: fromAt }] of entries.entries()) {
          let most = options.burst;
          let takes = 0;
          for (const { at, what } of entries.slice(from)) {
            if (what === 'enter') most += options.share;
            if (what === 'answer') most += 1;
            if (what === 'take') takes += 1;
            const grown = ((at - fromAt) / 1000) * options.perSecond;
            expect(takes).toBeLessThanOrEqual(most + grown + 1e-6);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Plays the steps, and checks that who waits is served or sent away in time. */
async function live(
  options: { readonly share: number; readonly perSecond: number; readonly burst: number },
  plan: typeof steps extends fc.Arbitrary<infer T> ? T : never,
): Promise<readonly Entry[]> {
  const clock = createVirtualClock();
  const budget = createRetryBudget(options, { clock, alarms: createAlarms(clock) });
  const entries: Entry[] = [];
  const note = (what: Entry['what']) => entries.push({ at: clock.now(), what });
  const waiting: Promise<void>[] = [];
  for (const { afterMs, what, withinMs, leavesMs } of plan) {
    await clock.advance(afterMs);
    if (what === 'take') {
      const deadline = clock.now() + withinMs;
      const control = new AbortController();
      if (leavesMs !== undefined) void clock.sleep(leavesMs).then(() => control.abort());
      const take = budget.take(deadline, control.signal).then((isTaken) => {
        if (isTaken) note('take');
        expect(clock.now()).toBeLessThanOrEqual(deadline);
      });
      waiting.push(take);
    } else {
      note(what);
      if (what === 'enter') budget.entered();
      else budget.returned(1);
    }
    // Who is let in is noted before the next step.
    await clock.advance(0);
  }
  await clock.run(Promise.all(waiting));
  return entries;
}
