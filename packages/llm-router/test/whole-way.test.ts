import type { RouterConfig } from 'llm-router';
import { busy, createWireBench, deploy, errorBody, idle, record, type WireHit } from './support.ts';

const tool = { type: 'function', function: { name: 'tide', parameters: {} } } as const;
const price = (dollars: number) => ({ input: dollars, output: dollars });

const config: RouterConfig = {
  deployments: [
    deploy('free', {
      category: 'small',
      price: price(0),
      limits: { rules: [{ unit: 'requests', amount: 1, perMs: 1000 }] },
    }),
    deploy('cheap', { category: 'small', price: price(1), capabilities: { tools: false } }),
    deploy('dear', { category: 'small', price: price(9) }),
  ],
  strategy: 'cost_aware',
  cache: { ttlMs: 60_000 },
  breaker: { failureThreshold: 2, openMs: 10_000, rampMs: 0 },
  tenants: { harbour: { weight: 2 } },
};

it('goes through every stage in one run: each shows in the ledgers', async () => {
  let cheapIsDown = true;
  const { clock, router, hits } = createWireBench(config, ({ model }: WireHit) =>
    model === 'cheap' && cheapIsDown
      ? { status: 500, body: errorBody('down'), afterMs: 50 }
      : { afterMs: 100 },
  );
  const events = record(router);
  const ask = (text: string, more: object = {}) =>
    clock.run(
      router.chat({ messages: [{ role: 'user', content: text }], ...more }, { tenant: 'harbour' }),
    );

  // Selected by cost: what is free goes first.
  expect(await ask('one')).toMatchObject({ deployment: 'free', cached: false });
  // Cached: the same again costs nothing.
  expect(await ask('one')).toMatchObject({ cached: true });

  // Limited, then failed, then fallen back: the free one is exhausted, the cheap one is down.
  const fallen = await ask('two');
  expect(fallen.deployment).toBe('dear');
  expect(fallen.ledger.attempts.map(({ deployment, outcome }) => [deployment, outcome])).toEqual([
    ['cheap', 'error'],
    ['dear', 'ok'],
  ]);
  expect(fallen.ledger.attempts[0]?.error?.category).toBe('server_error');

  // Left alone: its circuit is open after one more.
  await ask('three');
  const spared = await ask('four');
  const refusals = spared.ledger.candidates.filter(({ verdict }) => verdict === 'refused');
  expect(refusals.map(({ deployment, by }) => [deployment, by])).toContainEqual([
    'cheap',
    'breaker',
  ]);

  // Refused for what it cannot do, and waited for where nobody else may.
  const [first, second] = await Promise.all([
    ask('five', { model: 'free', tools: [tool] }),
    ask('six', { model: 'free', tools: [tool] }),
  ]);
  const waits = [...first.ledger.waits, ...second.ledger.waits].map(({ limitedBy }) => limitedBy);
  expect(waits.join()).toContain('free');
  const unable = await ask('seven', { tools: [tool] });
  expect(unable.ledger.candidates.find(({ deployment }) => deployment === 'cheap')).toMatchObject({
    by: 'capability',
  });

  // Recovered: after its time the circuit lets it back in.
  cheapIsDown = false;
  await clock.advance(10_000);
  await Promise.all(['eight', 'nine'].map((text) => ask(text)));
  const { deployments } = router.status();
  expect(deployments.map(({ circuit }) => circuit)).toEqual(['closed', 'closed', 'closed']);
  expect(hits.filter(({ model }) => model === 'cheap')).toHaveLength(3);

  // Analyzed, priced and settled, everywhere.
  const ledgers = events.flatMap((event) => (event.type === 'request-ended' ? [event.ledger] : []));
  expect(ledgers).toHaveLength(10);
  for (const { analysis, tenant, cost } of ledgers) {
    expect(analysis?.complexity.level).toBe('simple');
    expect(tenant).toBe('harbour');
    expect(cost.exactness).toBe('priced');
  }
  expect(busy(router)).toEqual(idle);
});
