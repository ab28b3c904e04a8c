import { countBy, createBench, createWireBench, deploy, errorBody, failureOf } from './support.ts';

it('the retries of one request keep to the circuits that it has opened itself', async () => {
  const openMs = 30_000;
  const { clock, router, hits } = createWireBench(
    {
      deployments: [deploy('a'), deploy('b')],
      breaker: { failureThreshold: 1, openMs, rampMs: 0 },
      retry: { maxAttempts: 20, backoff: { jitter: 'none', baseMs: 10, maxMs: 10 } },
    },
    () => ({ status: 500, body: errorBody('dead') }),
  );
  const start = clock.now();
  const error = await clock.run(failureOf(router.chat('Hello', { timeoutMs: 100_000 })));
  for (const id of ['a', 'b']) {
    const times = hits.filter(({ model }) => model === id).map(({ at }) => at - start);
    expect(times).toHaveLength(4);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(openMs);
  }
  expect(error).toMatchObject({ code: 'deadline_exceeded', status: 500 });
});

it('streams of status 200 whose first event is an error open the circuit', async () => {
  const { clock, router, hits } = createBench(
    [{ name: 'a', faults: [{ kind: 'error-frame', afterChunks: 0 }] }, { name: 'b' }],
    {
      deployments: [deploy('a'), deploy('b')],
      breaker: { failureThreshold: 3, openMs: 600_000 },
    },
  );
  for (let time = 0; time < 6; time++) {
    expect((await clock.run(router.stream(`number ${time}`).result)).deployment).toBe('b');
  }
  expect(countBy(hits(), ({ model }) => model)).toEqual({ a: 3, b: 6 });
  const [a, b] = router.status().deployments;
  expect(a).toMatchObject({ circuit: 'open', succeeded: 0, failed: 3 });
  expect(b).toMatchObject({ circuit: 'closed', succeeded: 6, failed: 0 });
});
