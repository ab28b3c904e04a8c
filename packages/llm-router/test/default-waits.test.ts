import { createWireBench, deploy, errorBody } from './support.ts';

it('those who failed in the same moment do not come back in the same moment', async () => {
  const asks = 20;
  // Told limits and no circuit: nothing but the waits between attempts spreads them.
  const { clock, router, hits } = createWireBench(
    { deployments: [deploy('a', { limits: { maxConcurrent: 100 } })], breaker: false },
    (_, number) => (number <= asks ? { status: 500, body: errorBody('down') } : {}),
  );
  await clock.run(
    Promise.all(Array.from({ length: asks }, (_, index) => router.chat(`number ${index}`))),
  );
  expect(new Set(hits.slice(0, asks).map(({ at }) => at)).size).toBe(1);
  const retriedAt = hits.slice(asks).map(({ at }) => at);
  expect(retriedAt).toHaveLength(asks);
  const twentieths = retriedAt.map((at) => Math.floor(at / 50));
  const counts = twentieths.map((one) => twentieths.filter((other) => other === one).length);
  expect(Math.max(...counts)).toBeLessThan(asks / 2);
});
