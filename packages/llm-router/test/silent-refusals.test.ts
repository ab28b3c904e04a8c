import { busy, createWireBench, deploy, errorBody, failureOf, idle } from './support.ts';

const refused = { status: 429, body: errorBody('Too many requests', 'rate_limit_exceeded') };

/** Deployments that refuse without a hint until so long after the start. */
function bench(ids: readonly string[], untilMs: number, config: object = {}) {
  return createWireBench({ deployments: ids.map((id) => deploy(id)), ...config }, ({ at }) =>
    at < 1_000_000 + untilMs ? refused : {},
  );
}

describe('refusals that say nothing', () => {
  it.each([[['a']], [['a', 'b']], [['a', 'b', 'c']]])(
    'for a minute are outlasted within the attempts there are (%j)',
    async (ids) => {
      const { clock, router, hits } = bench(ids, 55_000);
      const { latencyMs, ledger } = await clock.run(router.chat('Hello'));
      expect(latencyMs).toBeGreaterThan(55_000);
      expect(latencyMs).toBeLessThan(120_000);
      expect(hits.length).toBeLessThanOrEqual(6);
      expect(ledger.waits.map(({ limitedBy }) => limitedBy)).toContain('backoff after rate_limit');
      expect(busy(router)).toEqual(idle);
    },
  );

  it('for a moment cost no more than a moment', async () => {
    const { clock, router } = bench(['a', 'b'], 50);
    expect((await clock.run(router.chat('Hello'))).latencyMs).toBeLessThan(3000);
  });

  it('leave time for another attempt before the deadline', async () => {
    const { clock, router, hits } = bench(['a', 'b'], 3000);
    const { latencyMs } = await clock.run(router.chat('Hello', { timeoutMs: 8000 }));
    expect(latencyMs).toBeLessThan(8000);
    expect(hits.length).toBeGreaterThanOrEqual(4);
  });

  it("keep to the caller's own backoff, where there is one", async () => {
    const retry = { backoff: { baseMs: 10, maxMs: 10, jitter: 'none' } };
    const { clock, router } = bench(['a'], 55_000, { retry });
    const startedAt = clock.now();
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error).toMatchObject({ code: 'all_failed', category: 'rate_limit' });
    expect(clock.now() - startedAt).toBeLessThan(10_000);
  });
});
