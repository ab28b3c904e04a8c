import { createAlarms, createVirtualClock } from '@llm-router/core';
import { createRetryBudget, type RetryBudgetOptions } from '../src/retry-budget.ts';
import { createWireBench, deploy, errorBody, failureOf } from './support.ts';

const never = Number.POSITIVE_INFINITY;

function create(options: RetryBudgetOptions) {
  const clock = createVirtualClock();
  return { clock, budget: createRetryBudget(options, { clock, alarms: createAlarms(clock) }) };
}

describe('the retry budget', () => {
  it('gives what is saved up at once, and then what time adds, first come first served', async () => {
    const { clock, budget } = create({ burst: 2, perSecond: 10 });
    const startedAt = clock.now();
    const takes = Array.from({ length: 5 }, async () => {
      expect(await budget.take(never, undefined)).toBe(true);
      return clock.now() - startedAt;
    });
    expect(await clock.run(Promise.all(takes))).toEqual([0, 0, 100, 200, 300]);
  });

  it('grows with the traffic', async () => {
    const { clock, budget } = create({ burst: 1, perSecond: 0, share: 0.25 });
    await budget.take(never, undefined);
    let taken = false;
    void budget.take(never, undefined).then((is) => {
      taken = is;
    });
    for (let request = 1; request <= 4; request++) {
      await clock.advance(1);
      expect(taken).toBe(false);
      budget.entered();
    }
    await clock.advance(0);
    expect(taken).toBe(true);
  });

  it('gets back what led to an answer', async () => {
    const { clock, budget } = create({ burst: 1, perSecond: 0.001 });
    await budget.take(never, undefined);
    const next = budget.take(never, undefined);
    budget.returned(1);
    await clock.advance(0);
    expect(await next).toBe(true);
  });

  it('keeps nobody beyond the deadline or the signal', async () => {
    const { clock, budget } = create({ burst: 1, perSecond: 0.001 });
    await budget.take(never, undefined);
    const leaving = new AbortController();
    const late = budget.take(clock.now() + 50, undefined);
    const left = budget.take(never, leaving.signal);
    await clock.advance(50);
    leaving.abort();
    expect(await Promise.all([late, left])).toEqual([false, false]);
  });

  it.each([{ share: -1 }, { burst: 0 }, { perSecond: Number.NaN }, { share: 0, perSecond: 0 }])(
    'refuses %j',
    (options) => {
      expect(() => create(options)).toThrow(/retry\.budget/);
    },
  );
});

describe('an outage', () => {
  const down = { status: 500, body: errorBody('down') };
  const config = {
    deployments: [deploy('a')],
    breaker: false,
    retry: {
      budget: { share: 0.2, perSecond: 1, burst: 5 },
      backoff: { baseMs: 10, maxMs: 10, jitter: 'none' },
    },
  } as const;

  it('is not amplified: retries keep to their share of the traffic', async () => {
    const { clock, router, hits } = createWireBench(config, () => down);
    const calls = Array.from({ length: 100 }, (_, index) =>
      failureOf(router.chat(`number ${index}`, { timeoutMs: 20_000 })),
    );
    const errors = await clock.run(Promise.all(calls));
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['deadline_exceeded']));
    // 100 first attempts; 5 saved up, a fifth of the traffic, one each second.
    expect(hits.length).toBeGreaterThan(110);
    expect(hits.length).toBeLessThanOrEqual(100 + 5 + 20 + 20);
    const [error] = errors;
    expect(error?.ledger?.waits.map(({ limitedBy }) => limitedBy)).toContain('the retry budget');
  });

  it('that is over loses nobody who has time', async () => {
    const { clock, router, hits } = createWireBench(config, ({ at }) =>
      at < 1_003_000 ? down : {},
    );
    const calls = Array.from({ length: 30 }, (_, index) => router.chat(`number ${index}`));
    const answers = await clock.run(Promise.all(calls));
    expect(answers).toHaveLength(30);
    expect(hits.length).toBeLessThan(75);
  });
});
