import { createRandom, createVirtualClock, isRouterError } from '@llm-router/core';
import * as fc from 'fast-check';
import { createFallbackChain, type FallbackChainError } from '../src/index.ts';

const errors = {
  busy: Object.assign(new Error('busy'), { status: 429 }),
  down: Object.assign(new Error('down'), { status: 500 }),
  locked: Object.assign(new Error('locked'), { status: 401 }),
} as const;

type Outcome = keyof typeof errors | 'answer';

const providers = fc.array(
  fc.record({
    priority: fc.integer({ min: 0, max: 3 }),
    maxRetries: fc.integer({ min: 0, max: 4 }),
    baseDelayMs: fc.integer({ min: 0, max: 90_000 }),
    outcomes: fc.array(
      fc.constantFrom<Outcome>('busy', 'busy', 'down', 'down', 'locked', 'answer'),
      { minLength: 5, maxLength: 5 },
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

type Plan = (typeof providers extends fc.Arbitrary<infer Plans> ? Plans : never)[number];

/** Who is called, in order, as a person would work it out from the rules. */
function expectedCalls(plans: readonly Plan[]): { calls: number[]; answered: boolean } {
  const calls: number[] = [];
  const order = plans.map((plan, index) => ({ plan, index }));
  order.sort((a, b) => a.plan.priority - b.plan.priority || a.index - b.index);
  for (const { plan, index } of order) {
    for (const outcome of plan.outcomes.slice(0, 1 + plan.maxRetries)) {
      calls.push(index);
      if (outcome === 'answer') return { calls, answered: true };
      if (outcome === 'locked') break;
    }
  }
  return { calls, answered: false };
}

async function run(plans: readonly Plan[], seed: number, deadlineInMs?: number) {
  const clock = createVirtualClock();
  const start = clock.now();
  const calls: { index: number; at: number }[] = [];
  const chain = createFallbackChain<string, number>({
    clock,
    random: createRandom(seed),
    providers: plans.map(({ outcomes, ...plan }, index) => {
      let turn = 0;
      return {
        ...plan,
        name: `provider ${index}`,
        async call() {
          calls.push({ index, at: clock.now() - start });
          const outcome = outcomes[turn++] as Outcome;
          if (outcome !== 'answer') throw errors[outcome];
          return index;
        },
      };
    }),
  });
  const context = deadlineInMs === undefined ? {} : { deadline: start + deadlineInMs };
  const result = await clock.run(
    chain.execute('hi', context).catch((error: FallbackChainError) => error),
  );
  return { calls, result, tookMs: clock.now() - start };
}

describe('a fallback chain, for any providers and failures', () => {
  it('calls exactly whom the rules say, and answers with the first good one', async () => {
    await fc.assert(
      fc.asyncProperty(providers, fc.integer(), async (plans, seed) => {
        const expected = expectedCalls(plans);
        const { calls, result } = await run(plans, seed);
        expect(calls.map(({ index }) => index)).toEqual(expected.calls);
        if (expected.answered) {
          const last = calls.at(-1)?.index;
          expect(result).toEqual({
            response: last,
            provider: `provider ${last}`,
            attempts: calls.length,
          });
        } else {
          expect(isRouterError(result, 'all_failed')).toBe(true);
        }
      }),
    );
  });

  it('waits between the base and a quarter more, up to 60 seconds, and never between providers', async () => {
    await fc.assert(
      fc.asyncProperty(providers, fc.integer(), async (plans, seed) => {
        const { calls } = await run(plans, seed);
        let retry = 0;
        for (const [position, { index, at }] of calls.entries()) {
          const before = calls[position - 1];
          if (before === undefined || before.index !== index) {
            retry = 0;
            expect(at).toBe(before?.at ?? 0);
            continue;
          }
          const base = (plans[index]?.baseDelayMs ?? 0) * 2 ** retry;
          const waited = at - before.at;
          expect(waited).toBeGreaterThanOrEqual(Math.min(base, 60_000) - 1e-6);
          expect(waited).toBeLessThanOrEqual(Math.min(base * 1.25, 60_000) + 1e-6);
          retry += 1;
        }
      }),
    );
  });

  it('never goes on past the deadline', async () => {
    const deadlines = fc.integer({ min: 1, max: 300_000 });
    await fc.assert(
      fc.asyncProperty(providers, fc.integer(), deadlines, async (plans, seed, deadlineInMs) => {
        const { calls, tookMs } = await run(plans, seed, deadlineInMs);
        expect(tookMs).toBeLessThan(deadlineInMs);
        for (const { at } of calls) expect(at).toBeLessThan(deadlineInMs);
      }),
    );
  });
});
