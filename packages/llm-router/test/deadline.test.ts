import type { CallOptions } from 'llm-router';
import {
  busy,
  createBench,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
  idle,
  steady,
} from './support.ts';

const slowLimits = { requestsPerMinute: 6, burst: 1 };

describe('a deadline', () => {
  const limited = () =>
    createBench([{ name: 'a', latency: steady }], {
      deployments: [deploy('a', { limits: slowLimits })],
    });

  it('that no wait could meet is refused at once, and says when it could have run', async () => {
    const { clock, router, hits } = limited();
    await clock.run(router.chat('one'));
    const start = clock.now();
    const error = await clock.run(failureOf(router.chat('two', { timeoutMs: 5000 })));
    expect(error.code).toBe('deadline_exceeded');
    expect(clock.now()).toBe(start);
    expect(error.retryable).toBe(true);
    expect(error.retryAfterMs).toBeCloseTo(9900, -1);
    expect(error.message).toMatch(/requests per minute of a would admit it in about 9\.90? s/);
    expect(hits()).toHaveLength(1);
    expect(error.ledger).toMatchObject({ outcome: 'deadline_exceeded', attempts: [] });
  });

  it('given as a moment means the same as a time-out', async () => {
    const { clock, router } = limited();
    await clock.run(router.chat('one'));
    const deadline = clock.now() + 5000;
    const error = await clock.run(failureOf(router.chat('two', { deadline })));
    expect(error.code).toBe('deadline_exceeded');
  });

  it('is the earlier of the two where both are given', async () => {
    const { clock, router } = limited();
    await clock.run(router.chat('one'));
    const early = { deadline: clock.now() + 60_000, timeoutMs: 1000 };
    expect((await clock.run(failureOf(router.chat('two', early)))).code).toBe('deadline_exceeded');
    const late = { deadline: clock.now() + 60_000, timeoutMs: 50_000 };
    expect((await clock.run(router.chat('two', late))).deployment).toBe('a');
  });

  it('that passes in the queue ends the wait there', async () => {
    const { clock, router, hits } = createBench(
      [{ name: 'a', latency: { medianMs: 60_000, sigma: 0 } }],
      { deployments: [deploy('a', { limits: { maxConcurrent: 1 } })] },
    );
    const long = router.chat('one');
    const start = clock.now();
    const error = await clock.run(failureOf(router.chat('two', { timeoutMs: 5000 })));
    expect(error.code).toBe('deadline_exceeded');
    expect(clock.now() - start).toBe(5000);
    expect(error.message).toMatch(/after waiting 5\.00 s/);
    expect(error.ledger?.waits).toEqual([
      { forMs: 5000, limitedBy: expect.stringContaining('in flight'), before: 1 },
    ]);
    expect(error.ledger?.overheadMs).toBeLessThan(1);
    expect(busy(router).queued).toBe(0);
    await clock.run(long);
    expect(hits()).toHaveLength(1);
    expect(busy(router)).toEqual(idle);
  });

  it('that passes during an attempt ends it there, and nothing more is sent', async () => {
    const { clock, router, hits } = createBench(
      ['a', 'b', 'c'].map((name) => ({ name, latency: { medianMs: 60_000, sigma: 0 } })),
      { deployments: [deploy('a'), deploy('b'), deploy('c')] },
    );
    const start = clock.now();
    const error = await clock.run(failureOf(router.chat('Hello', { timeoutMs: 5000 })));
    expect(clock.now() - start).toBe(5000);
    expect(error.code).toBe('deadline_exceeded');
    expect(hits().map(({ model, outcome }) => [model, outcome])).toEqual([['a', 'aborted']]);
    expect(error.ledger?.attempts).toMatchObject([
      { durationMs: 5000, outcome: 'error', error: { category: 'timeout' } },
    ]);
    expect(busy(router)).toEqual(idle);
  });

  it('that passes before the first content of a stream ends it there', async () => {
    const { clock, router, hits } = createBench(
      ['a', 'b'].map((name) => ({ name, latency: { medianMs: 60_000, sigma: 0 } })),
      { deployments: [deploy('a'), deploy('b')] },
    );
    const start = clock.now();
    const error = await clock.run(failureOf(router.stream('Hello', { timeoutMs: 5000 }).result));
    expect(clock.now() - start).toBe(5000);
    expect(error.code).toBe('deadline_exceeded');
    expect(hits()).toHaveLength(1);
  });

  it('ends the waits between attempts: a retry that would come too late is not waited for', async () => {
    const { clock, router, hits } = createWireBench(
      {
        deployments: [deploy('a')],
        retry: { backoff: { jitter: 'none', baseMs: 4000, factor: 2, maxMs: 60_000 } },
      },
      () => ({ status: 500, body: errorBody('no') }),
    );
    const start = clock.now();
    const error = await clock.run(failureOf(router.chat('Hello', { timeoutMs: 10_000 })));
    expect(error).toMatchObject({
      code: 'deadline_exceeded',
      category: 'server_error',
      status: 500,
    });
    expect(hits).toHaveLength(2);
    expect(clock.now() - start).toBeLessThan(5000);
  });

  it('that has passed already sends nothing', async () => {
    const { clock, router, hits } = createBench([{ name: 'a' }], { deployments: [deploy('a')] });
    for (const options of [{ deadline: clock.now() - 1 }, { deadline: clock.now() }]) {
      const error = await clock.run(failureOf(router.chat('Hello', options)));
      expect(error.code).toBe('deadline_exceeded');
    }
    expect(hits()).toEqual([]);
  });

  it('is ten minutes where nobody gives one, or what the configuration says', async () => {
    const endless = [{ name: 'a', faults: [{ kind: 'stall' as const }] }];
    const run = async (options: CallOptions, totalMs?: number) => {
      const { clock, router } = createBench(endless, {
        deployments: [deploy('a')],
        timeouts: { attemptMs: Number.POSITIVE_INFINITY, ...(totalMs && { totalMs }) },
      });
      const start = clock.now();
      await clock.run(failureOf(router.chat('Hello', options)));
      return clock.now() - start;
    };
    expect(await run({})).toBe(600_000);
    expect(await run({}, 70_000)).toBe(70_000);
    expect(await run({ timeoutMs: 900_000 }, 70_000)).toBe(900_000);
  });
});

describe('the time-out of one attempt', () => {
  const stuck = { name: 'a', faults: [{ kind: 'stall' as const }] };

  it('goes to the next model and frees what was held', async () => {
    const { clock, router, hits } = createBench([stuck, { name: 'b', latency: steady }], {
      deployments: [deploy('a'), deploy('b')],
      timeouts: { attemptMs: 3000 },
    });
    const { deployment, latencyMs, ledger } = await clock.run(router.chat('Hello'));
    expect([deployment, latencyMs]).toEqual(['b', 3100]);
    expect(ledger.attempts[0]?.error?.category).toBe('timeout');
    expect(hits('a')[0]).toMatchObject({ outcome: 'aborted' });
    expect(busy(router)).toEqual(idle);
  });

  it('of a deployment goes before that of the configuration', async () => {
    const { clock, router } = createBench([stuck, { name: 'b', latency: steady }], {
      deployments: [deploy('a', { timeoutMs: 500 }), deploy('b')],
      timeouts: { attemptMs: 3000 },
    });
    expect((await clock.run(router.chat('Hello'))).latencyMs).toBe(600);
  });
});

describe("the caller's signal", () => {
  it('that has aborted before sends nothing', async () => {
    const { clock, router, hits } = createBench([{ name: 'a' }], { deployments: [deploy('a')] });
    const signal = AbortSignal.abort(new Error('changed my mind'));
    const error = await clock.run(failureOf(router.chat('Hello', { signal })));
    expect(error).toMatchObject({ code: 'aborted', cause: signal.reason });
    expect(hits()).toEqual([]);
  });

  it('ends the wait in the queue', async () => {
    const { clock, router } = createBench([{ name: 'a', latency: steady }], {
      deployments: [deploy('a', { limits: slowLimits })],
    });
    await clock.run(router.chat('one'));
    const controller = new AbortController();
    const waiting = failureOf(router.chat('two', { signal: controller.signal }));
    await clock.advance(2000);
    controller.abort();
    const error = await clock.run(waiting);
    expect(error.code).toBe('aborted');
    expect(error.ledger?.waits).toEqual([
      { forMs: 2000, limitedBy: 'requests per minute of a', before: 1 },
    ]);
    expect(error.ledger?.overheadMs).toBeLessThan(1);
    expect(busy(router)).toEqual(idle);
  });

  it('ends an attempt at once, upstream too, and no other model is asked', async () => {
    const { clock, router, hits } = createBench(
      [{ name: 'a', latency: { medianMs: 9000, sigma: 0 } }, { name: 'b' }],
      { deployments: [deploy('a'), deploy('b')] },
    );
    const controller = new AbortController();
    const running = failureOf(router.chat('Hello', { signal: controller.signal }));
    await clock.advance(2000);
    controller.abort();
    const error = await clock.run(running);
    expect(error.code).toBe('aborted');
    expect(error.ledger?.attempts).toMatchObject([{ outcome: 'aborted', durationMs: 2000 }]);
    expect(hits()).toMatchObject([{ model: 'a', outcome: 'aborted', endedAt: clock.now() }]);
    expect(busy(router)).toEqual(idle);
    expect(router.status().deployments[0]).toMatchObject({ failed: 0 });
  });

  it('ends the wait between two attempts', async () => {
    const { clock, router, hits } = createWireBench(
      {
        deployments: [deploy('a')],
        retry: { backoff: { jitter: 'none', baseMs: 30_000, factor: 1, maxMs: 30_000 } },
      },
      () => ({ status: 500, body: errorBody('no') }),
    );
    const controller = new AbortController();
    const running = failureOf(router.chat('Hello', { signal: controller.signal }));
    await clock.advance(5000);
    controller.abort();
    const error = await clock.run(running);
    expect(error.code).toBe('aborted');
    expect(hits).toHaveLength(1);
    expect(error.ledger?.waits[0]?.forMs).toBeCloseTo(4990, 0);
    expect(error.ledger?.overheadMs).toBeLessThan(1);
  });

  it('is let go of when the call is over', async () => {
    const { clock, router } = createBench([{ name: 'a', latency: steady }], {
      deployments: [deploy('a', { limits: { maxConcurrent: 1 } })],
    });
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    await clock.run(Promise.all([router.chat('one', { signal }), router.chat('two', { signal })]));
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length);
  });
});
