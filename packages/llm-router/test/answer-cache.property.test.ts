import fc from 'fast-check';
import { busy, createWireBench, deploy, errorBody, idle } from './support.ts';

const visit = fc.record({
  atMs: fc.integer({ min: 0, max: 400 }),
  question: fc.constantFrom('High water?', 'Low water?'),
  tenant: fc.constantFrom('north', 'south'),
  timeoutMs: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
  leavesAfterMs: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
});

it('whoever comes, leaves or runs out of time: all end, nothing leaks, the money adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { maxLength: 25 }), fc.boolean(), async (visits, isShaky) => {
      const { clock, router, hits } = createWireBench(
        {
          deployments: [deploy('a', { price: { input: 1, output: 2 } })],
          cache: {},
          breaker: false,
          retry: { maxAttempts: 2, backoff: { baseMs: 10 } },
        },
        (_hit, number) =>
          isShaky && number % 3 === 0
            ? { status: 500, body: errorBody('down'), afterMs: 50 }
            : { afterMs: 100 },
      );
      let isSurprising = false;
      const costs: (number | null)[] = [];
      router.on('attempt-ended', ({ cost }) => {
        if (cost !== undefined) costs.push(cost.nanoUsd);
      });
      const run = async ({
        atMs,
        question,
        tenant,
        timeoutMs,
        leavesAfterMs,
      }: (typeof visits)[0]) => {
        await clock.sleep(atMs);
        const leaving = new AbortController();
        if (leavesAfterMs !== undefined) {
          void clock.sleep(leavesAfterMs).then(() => leaving.abort());
        }
        const options = { tenant, signal: leaving.signal, ...(timeoutMs && { timeoutMs }) };
        const startedAt = clock.now();
        const code = await router.chat(question, options).then(
          ({ text }) => text,
          (error: { code: string }) => error.code,
        );
        const limitMs = Math.min(timeoutMs ?? Infinity, leavesAfterMs ?? Infinity);
        if (clock.now() - startedAt > limitMs) isSurprising = true;
        if (code === 'aborted' && leavesAfterMs === undefined) isSurprising = true;
        if (code === 'deadline_exceeded' && timeoutMs === undefined) isSurprising = true;
        return code;
      };
      const ends = await clock.run(Promise.all(visits.map(run)));
      await clock.advance(1000);
      const possible = ['fine', 'aborted', 'deadline_exceeded', 'all_failed'];
      expect(possible).toEqual(expect.arrayContaining(ends));
      expect(isSurprising).toBe(false);
      expect(busy(router)).toEqual(idle);
      expect(router.status().cache).toMatchObject({ loading: 0 });
      expect(router.status().cost.nanoUsd).toBe(costs.reduce<number>((a, b) => a + (b ?? 0), 0));
      expect(hits.length).toBeLessThanOrEqual(2 * visits.length);
    }),
    { numRuns: 60 },
  );
});
