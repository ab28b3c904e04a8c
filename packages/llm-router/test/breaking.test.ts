import type { RouterConfig } from 'llm-router';
import {
  busy,
  completionOf,
  countBy,
  createFakeBench,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
  idle,
  record,
  type WireHit,
} from './support.ts';

const breaker = { failureThreshold: 3, openMs: 10_000, rampMs: 0 };
/** One attempt, so that each request is one failure. */
const once = { retry: { maxAttempts: 1 } };

/** Deployments of which some are down until told otherwise. */
function bench(ids: readonly string[], config: Partial<RouterConfig> = {}) {
  const down = new Set<string>();
  const made = createWireBench(
    { deployments: ids.map((id) => deploy(id)), breaker, ...config },
    ({ model }: WireHit) =>
      down.has(model) ? { status: 500, body: errorBody('down') } : { afterMs: 100 },
  );
  const hitsOf = (id: string) => made.hits.filter(({ model }) => model === id).length;
  return { ...made, down, hitsOf };
}

it('leaves a deployment alone that keeps failing, and takes it back when it has recovered', async () => {
  const { clock, router, down, hitsOf } = bench(['a', 'b']);
  const events = record(router);
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(router.chat(`down ${time}`));
  expect(hitsOf('a')).toBe(3);
  const { deployment, ledger } = await clock.run(router.chat('while it is open'));
  expect(deployment).toBe('b');
  expect(hitsOf('a')).toBe(3);
  expect(ledger.attempts).toHaveLength(1);
  const a = ledger.candidates.find((candidate) => candidate.deployment === 'a');
  expect(a).toMatchObject({ verdict: 'refused', by: 'breaker' });
  expect(a?.waitMs).toBeGreaterThan(9000);
  expect(a?.waitMs).toBeLessThanOrEqual(10_000);
  expect(a?.detail).toMatch(/circuit/);
  expect(router.status().deployments.map(({ circuit }) => circuit)).toEqual(['open', 'closed']);
  down.clear();
  await clock.advance(10_000);
  expect((await clock.run(router.chat('it is back'))).deployment).toBe('a');
  expect(router.status().deployments[0]?.circuit).toBe('closed');
  const changes = events.flatMap((event) => (event.type === 'circuit-changed' ? [event.to] : []));
  expect(changes).toEqual(['open', 'half-open', 'closed']);
});

it('says breaker in explain too', async () => {
  const { clock, router, down } = bench(['a', 'b']);
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(router.chat(`down ${time}`));
  const { candidates } = await router.explain('Hello');
  const byId = Object.fromEntries(candidates.map((one) => [one.deployment, one]));
  expect(byId['a']).toMatchObject({ verdict: 'refused', by: 'breaker' });
  expect(byId['b']).toMatchObject({ verdict: 'chosen' });
});

it('waits for the soonest where every circuit is open', async () => {
  const { clock, router, down, hitsOf } = bench(['a', 'b'], once);
  down.add('a').add('b');
  for (let time = 0; time < 6; time++) {
    await clock.run(failureOf(router.chat(`down ${time}`, { fallback: true })));
    await clock.advance(100);
  }
  expect(router.status().deployments.map(({ circuit }) => circuit)).toEqual(['open', 'open']);
  expect([hitsOf('a'), hitsOf('b')]).toEqual([3, 3]);
  down.clear();
  const { ledger } = await clock.run(router.chat('patient'));
  expect(ledger.waits[0]?.forMs).toBeGreaterThan(9000);
  expect(ledger.waits[0]?.limitedBy).toMatch(/circuit/);
});

it('fails at once where every circuit is open for longer than there is time', async () => {
  const { clock, router, down, hits } = bench(['a'], once);
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
  const before = clock.now();
  const error = await clock.run(failureOf(router.chat('hasty', { timeoutMs: 2000 })));
  expect(error.code).toBe('deadline_exceeded');
  expect(error.retryAfterMs).toBeGreaterThan(9000);
  expect(clock.now()).toBe(before);
  expect(hits).toHaveLength(3);
  const { candidates } = await router.explain('hasty');
  expect(candidates[0]).toMatchObject({ verdict: 'chosen', waitMs: 10_000 });
  expect(candidates[0]?.limitedBy).toMatch(/circuit/);
});

it('prefers to wait for a circuit to a limit that takes longer', async () => {
  const { clock, router, down } = bench(['a', 'b'], {
    deployments: [deploy('a'), deploy('b', { limits: { requestsPerDay: 3 } })],
  });
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(router.chat(`down ${time}`));
  down.clear();
  const { deployment } = await clock.run(router.chat('patient', { timeoutMs: 60_000 }));
  expect(deployment).toBe('a');
});

it('does not wait for an open circuit because a better rank is worth waiting for', async () => {
  const { clock, router, down } = bench(['a', 'b'], { fallback: { spillAfterMs: 60_000 } });
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(router.chat(`down ${time}`));
  const { deployment, ledger } = await clock.run(router.chat('Hello'));
  expect(deployment).toBe('b');
  expect(ledger.waits).toEqual([]);
});

it('moves on those who wait in the queue when the circuit opens', async () => {
  const { clock, router, down, hitsOf } = bench(['a', 'b'], {
    deployments: [
      deploy('a', { limits: { maxConcurrent: 1 } }),
      deploy('b', { limits: { maxConcurrent: 1 } }),
    ],
  });
  down.add('a');
  const results = await clock.run(
    Promise.all(Array.from({ length: 30 }, (_, index) => router.chat(`number ${index}`))),
  );
  expect(results.every(({ deployment }) => deployment === 'b')).toBe(true);
  expect(hitsOf('a')).toBe(3);
});

it('sends only a few probes through a half-open circuit, and goes on at once when one succeeds', async () => {
  const { clock, router, down, hits } = bench(['a'], {
    breaker: { ...breaker, halfOpenProbes: 2 },
    ...once,
  });
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
  down.clear();
  const asks = Array.from({ length: 50 }, (_, index) => router.chat(`number ${index}`));
  const openedAt = clock.now();
  await clock.run(Promise.all(asks));
  const probes = hits.slice(3).filter(({ at }) => at < openedAt + 10_000 + 90);
  expect(probes).toHaveLength(2);
  expect(clock.now() - openedAt).toBeLessThan(10_600);
  expect(busy(router)).toEqual(idle);
});

it('opens again when the probe fails', async () => {
  const { clock, router, down, hits } = bench(['a'], once);
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
  await clock.run(failureOf(router.chat('probe')));
  expect(hits).toHaveLength(4);
  expect(router.status().deployments[0]?.circuit).toBe('open');
  const error = await clock.run(failureOf(router.chat('hasty', { timeoutMs: 2000 })));
  expect(error.code).toBe('deadline_exceeded');
  expect(hits).toHaveLength(4);
});

it('lets traffic back in slowly', async () => {
  const { clock, router, down, hits } = bench(['a'], {
    deployments: [deploy('a', { limits: { maxConcurrent: 1000 } })],
    breaker: { ...breaker, halfOpenProbes: 1, rampMs: 10_000 },
    ...once,
  });
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
  down.clear();
  const before = clock.now();
  const asks = Array.from({ length: 40 }, (_, index) => router.chat(`number ${index}`));
  const results = await clock.run(Promise.all(asks));
  const tookMs = clock.now() - before;
  expect(tookMs).toBeGreaterThan(12_000);
  expect(tookMs).toBeLessThan(21_000);
  const atFirst = hits.slice(3).filter(({ at }) => at < before + 11_000);
  expect(atFirst.length).toBeLessThan(10);
  // A wait that was looked at many times is one wait.
  expect(Math.max(...results.map(({ ledger }) => ledger.waits.length))).toBe(1);
});

it('takes no request from the limits for one whom the breaker refused', async () => {
  const { clock, router, down, hits } = bench(['a'], {
    deployments: [deploy('a', { limits: { requestsPerMinute: 20 } })],
    breaker: { ...breaker, halfOpenProbes: 1 },
    ...once,
  });
  down.add('a');
  for (let time = 0; time < 3; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
  down.clear();
  const startedAt = clock.now();
  await clock.run(
    Promise.all(Array.from({ length: 16 }, (_, index) => router.chat(`number ${index}`))),
  );
  expect(hits).toHaveLength(19);
  expect(clock.now() - startedAt).toBeLessThan(11_000);
});

it('never opens without a breaker', async () => {
  const { clock, router, down, hits } = bench(['a'], { ...once, breaker: false });
  down.add('a');
  for (let time = 0; time < 30; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
  expect(hits).toHaveLength(30);
  expect(router.status().deployments[0]?.circuit).toBe('off');
});

it('does not blame a deployment for the mistakes of callers', async () => {
  const { clock, router, hits } = createWireBench(
    { deployments: [deploy('a')], breaker, ...once },
    () => ({ status: 400, body: errorBody('no such field') }),
  );
  for (let time = 0; time < 10; time++) await clock.run(failureOf(router.chat(`wrong ${time}`)));
  expect(hits).toHaveLength(10);
  expect(router.status().deployments[0]?.circuit).toBe('closed');
});

describe('a permit never leaks', () => {
  /** Opens the circuit, lets it become half-open with one place, and ends a probe somehow. */
  async function afterProbe(
    probe: (context: ReturnType<typeof createFakeBench>, stall: () => void) => Promise<unknown>,
  ) {
    let mode: 'down' | 'stall' | 'throw' | 'up' = 'down';
    const made = createFakeBench(
      {
        mine: {
          chat: (_request, { signal }) => {
            if (mode === 'throw') throw new TypeError('not ready');
            if (mode === 'up') return Promise.resolve(completionOf('fine'));
            if (mode === 'down') return Promise.reject(new TypeError('fetch failed'));
            return made.clock
              .sleep(Number.POSITIVE_INFINITY, signal)
              .then(() => completionOf('never'));
          },
        },
      },
      { breaker: { ...breaker, failureThreshold: 1, halfOpenProbes: 1 }, ...once },
    );
    await made.clock.run(failureOf(made.router.chat('down')));
    await made.clock.advance(10_000);
    mode = 'stall';
    await probe(made, () => {
      mode = 'throw';
    });
    mode = 'up';
    // The next is let through without the minute after which a lost place is given back.
    const { text } = await made.clock.run(made.router.chat('next', { timeoutMs: 11_000 }));
    expect(text).toBe('fine');
    expect(busy(made.router)).toEqual(idle);
  }

  it('when the caller aborts', () =>
    afterProbe(async ({ clock, router }) => {
      const leaving = new AbortController();
      const asked = failureOf(router.chat('probe', { signal: leaving.signal }));
      await clock.advance(100);
      leaving.abort();
      expect((await clock.run(asked)).code).toBe('aborted');
    }));

  it('when time runs out', () =>
    afterProbe(async ({ clock, router }) => {
      await clock.run(failureOf(router.chat('probe', { timeoutMs: 500 })));
    }));

  it('when the provider throws at once', () =>
    afterProbe(async ({ clock, router }, throwing) => {
      throwing();
      await clock.run(failureOf(router.chat('probe')));
    }));

  it('when a stream is left before its first piece', () =>
    afterProbe(async ({ clock, router }) => {
      const pieces = router.stream('probe')[Symbol.asyncIterator]();
      const first = pieces.next().catch(() => undefined);
      await clock.advance(100);
      await pieces.return?.();
      await first;
    }));
});

it('serves all of twenty at once where the first model is limited, by more than one model', async () => {
  const { clock, router, hits } = createWireBench(
    { deployments: [deploy('a', { limits: { requestsPerMinute: 5, burst: 5 } }), deploy('b')] },
    () => ({ afterMs: 200 }),
  );
  const results = await clock.run(
    Promise.all(Array.from({ length: 20 }, (_, index) => router.chat(`number ${index}`))),
  );
  expect(countBy(results, ({ deployment }) => deployment)).toEqual({ a: 5, b: 15 });
  expect(hits).toHaveLength(20);
});
