import { createWireBench, deploy, errorBody, failureOf } from './support.ts';

it('lets nobody wait for a circuit that stays open for longer than they have time', async () => {
  const { clock, router, hits } = createWireBench(
    { deployments: [deploy('a', { limits: { maxConcurrent: 2 } })] },
    () => ({ status: 500, body: errorBody('down'), afterMs: 50 }),
  );
  const startedAt = clock.now();
  const opened: number[] = [];
  router.on('circuit-changed', (event) => {
    if (event.to === 'open') opened.push(event.at);
  });
  const failedAt: number[] = [];
  const errors = await clock.run(
    Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const error = await failureOf(router.chat(`number ${index}`, { timeoutMs: 8000 }));
        failedAt.push(clock.now());
        return error;
      }),
    ),
  );
  expect(opened).toHaveLength(1);
  const openedAt = opened[0] ?? Number.NaN;
  expect(openedAt - startedAt).toBeLessThan(2000);
  // Those who were asked to try again look at the queue once more when their backoff is over.
  expect(Math.max(...failedAt) - openedAt).toBeLessThan(2500);
  expect(hits.length).toBeLessThan(12);
  expect(errors.filter(({ ledger }) => ledger?.attempts.length === 0).length).toBeGreaterThan(35);
  const waits = errors.flatMap(({ ledger }) => ledger?.waits.at(-1)?.limitedBy ?? []);
  const isForCircuit = (limitedBy: string) => limitedBy === 'a: its circuit holds requests back';
  expect(waits.filter(isForCircuit).length).toBeGreaterThan(35);
  for (const { code, message, retryAfterMs } of errors) {
    expect(code).toBe('deadline_exceeded');
    expect(message).toMatch(/a is left alone for another \d+ s: its circuit holds requests back\./);
    expect(retryAfterMs).toBeGreaterThan(25_000);
    expect(Number.isInteger(retryAfterMs)).toBe(true);
  }
});
