import { createAlarms, createRandom, createVirtualClock } from '@llm-router/core';
import { createRouter } from 'llm-router';
import { createRetryBudget } from '../src/retry-budget.ts';
import { createCountingClock } from './fault-matrix/counting-clock.ts';
import { chunkOf, createFakeProvider, createWireBench, deploy, errorBody } from './support.ts';

describe('what the storms have found', () => {
  it('a retry while others are busy counts against the budget', async () => {
    const { clock, router, hits } = createWireBench(
      {
        deployments: [
          deploy('down'),
          deploy('busy', { priority: 1, limits: { maxConcurrent: 1 } }),
        ],
        breaker: false,
        retry: { budget: { burst: 1, share: 0, perSecond: 0.001 } },
      },
      ({ model }) =>
        model === 'down' ? { status: 500, body: errorBody('down') } : { afterMs: 20_000 },
    );
    const calls = Array.from({ length: 20 }, (_, index) =>
      router.chat(`number ${index}`, { timeoutMs: 60_000 }).catch(() => undefined),
    );
    await clock.run(Promise.all(calls));
    const first = 20;
    expect(hits.filter(({ model }) => model === 'down').length).toBeLessThanOrEqual(first + 1);
  });

  it('who has left already does not wait for the retry budget', async () => {
    const clock = createVirtualClock();
    const options = { burst: 1, share: 0, perSecond: 0.001 };
    const budget = createRetryBudget(options, { clock, alarms: createAlarms(clock) });
    await budget.take(Number.POSITIVE_INFINITY, undefined);
    let taken: boolean | undefined;
    void budget.take(clock.now() + 60_000, AbortSignal.abort()).then((is) => {
      taken = is;
    });
    await clock.advance(1);
    expect(taken).toBe(false);
  });

  it('who aborts between two pieces of a stream leaves no timer behind', async () => {
    const clock = createCountingClock();
    const { provider } = createFakeProvider(clock, {
      stream: () => [chunkOf({ content: 'tide' }), 'stall'],
    });
    const router = createRouter(
      { deployments: [{ id: 'm', provider: 'fake', model: 'm' }] },
      { clock, random: createRandom(1), providers: { fake: provider } },
    );
    const control = new AbortController();
    const read = async () => {
      for await (const _piece of router.stream('Hello', { signal: control.signal })) {
        control.abort();
      }
    };
    await clock.run(read().catch(() => undefined));
    // Sleeps that nobody waits for any more end by themselves, within a quarter of a second.
    await clock.advance(1000);
    expect(clock.asleep).toBe(0);
  });
});
