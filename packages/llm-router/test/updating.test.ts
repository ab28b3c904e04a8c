import { createSecret } from '@llm-router/core';
import type { RouterConfig } from 'llm-router';
import {
  busy,
  completionOf,
  countBy,
  createFakeBench,
  createWireBench,
  deploy,
  errorBody,
  errorOf,
  failureOf,
  idle,
  record,
} from './support.ts';

const slow = { requestsPerMinute: 6, burst: 1 };
const bench = (config: RouterConfig, afterMs = 100) => createWireBench(config, () => ({ afterMs }));

it('says what it changed, by name only, and tells listeners', async () => {
  const before: RouterConfig = {
    deployments: [
      deploy('same', { apiKey: 'sk-one' }),
      deploy('rotated', { apiKey: createSecret('sk-two') }),
      deploy('limited'),
      deploy('gone'),
    ],
    fallback: { spillAfterMs: 5 },
  };
  const { clock, router } = bench(before);
  const events = record(router);
  const after: RouterConfig = {
    deployments: [
      deploy('same', { apiKey: 'sk-one' }),
      deploy('rotated', { apiKey: createSecret('sk-three') }),
      deploy('limited', { limits: slow }),
      deploy('fresh'),
    ],
    fallback: { spillAfterMs: 5 },
    timeouts: { totalMs: 1000 },
  };
  const diff = router.update(after);
  expect(diff).toEqual({
    added: ['fresh'],
    removed: ['gone'],
    changed: ['rotated', 'limited'],
    options: ['timeouts'],
  });
  expect(events).toEqual([
    { type: 'config-changed', at: clock.now(), changes: expect.arrayContaining(['added fresh']) },
  ]);
  expect(JSON.stringify([diff, events])).not.toMatch(/sk-/);
  const again = { ...after, deployments: after.deployments.map((one) => ({ ...one })) };
  expect(router.update(again)).toEqual({ added: [], removed: [], changed: [], options: [] });
});

it.each<[string, Partial<RouterConfig>]>([
  ['limits', { deployments: [deploy('a'), deploy('b', { limits: { requestsPerMinute: -1 } })] }],
  ['a backoff', { retry: { backoff: { factor: -1 } } }],
  ['a breaker', { breaker: { openMs: -1 } }],
  ['a cache', { cache: { ttlMs: -1 } }],
  ['health', { health: { probe: true, halfLifeMs: -1 } }],
  ['a strategy', { strategy: 'cheapest' as 'quality' }],
  ['a balance', { balance: 'fair' as 'weighted' }],
  ['a default model', { defaultModel: 'nowhere' }],
  ['the model of an agent', { agents: { writer: 'nowhere' } }],
])('changes nothing at all where %s cannot be meant', async (_what, wrong) => {
  const config: RouterConfig = {
    deployments: [deploy('a', { limits: { requestsPerMinute: 60, burst: 1 } })],
    health: { probe: true },
  };
  const { clock, router } = bench(config);
  await clock.run(router.chat('one'));
  const events = record(router);
  const before = JSON.stringify(router.status());
  const error = errorOf(() =>
    router.update({
      ...config,
      deployments: [deploy('a', { limits: { requestsPerMinute: 9 } })],
      ...wrong,
    }),
  );
  expect(error.code).toBe('invalid_config');
  expect(JSON.stringify(router.status())).toBe(before);
  expect(events).toEqual([]);
  const { ledger } = await clock.run(router.chat('two'));
  expect(ledger.waits[0]?.forMs).toBeCloseTo(900, 0);
});

it('lets running requests end under the old configuration', async () => {
  const { clock, router, hits } = bench({ deployments: [deploy('a')] });
  const running = router.chat('Hello');
  await clock.advance(50);
  router.update({ deployments: [deploy('b')] });
  expect((await clock.run(running)).deployment).toBe('a');
  expect((await clock.run(router.chat('Hello'))).deployment).toBe('b');
  expect(hits.map(({ model }) => model)).toEqual(['a', 'b']);
  expect(busy(router)).toEqual(idle);
});

it('lets those who wait go at once when a limit is raised', async () => {
  const { clock, router, hits } = bench({ deployments: [deploy('a', { limits: slow })] });
  const asks = Array.from({ length: 100 }, (_, index) => router.chat(`number ${index}`));
  await clock.advance(150);
  expect(hits).toHaveLength(1);
  router.update({ deployments: [deploy('a', { limits: { requestsPerMinute: 6000 } })] });
  await clock.advance(10);
  expect(hits).toHaveLength(100);
  await clock.run(Promise.all(asks));
  expect(busy(router)).toEqual(idle);
});

it('keeps what was spent', async () => {
  const limits = { requestsPerDay: 3 };
  const { clock, router } = bench({ deployments: [deploy('a', { limits })] });
  for (let time = 0; time < 3; time++) await clock.run(router.chat(`number ${time}`));
  router.update({ deployments: [deploy('a', { limits: { requestsPerDay: 4 } })] });
  await clock.run(router.chat('the fourth'));
  const error = await clock.run(failureOf(router.chat('the fifth', { timeoutMs: 60_000 })));
  expect(error.code).toBe('deadline_exceeded');
});

it('keeps money, counts, experience, health, circuits and stored answers', async () => {
  let isBroken = false;
  const deployments = [deploy('a', { price: { input: 1, output: 2 } })];
  const config = { deployments, cache: {}, retry: { maxAttempts: 1 }, breaker: {} };
  const { clock, router, hits } = createWireBench(config, () =>
    isBroken ? { status: 500, body: errorBody('down') } : {},
  );
  await clock.run(router.chat('Hello'));
  isBroken = true;
  for (let time = 0; time < 10; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
  const { queue: _queue, ...before } = router.status();
  router.update({ ...config, deployments: [...deployments, deploy('b')] });
  const { queue: _after, deployments: shown, ...after } = router.status();
  expect({ ...after, deployments: shown.slice(0, 1) }).toEqual(before);
  expect(shown[0]).toMatchObject({ succeeded: 1, failed: 10, circuit: 'open' });
  const sent = hits.length;
  expect((await clock.run(router.chat('Hello'))).cached).toBe(true);
  expect(hits).toHaveLength(sent);
});

it('sends nothing new to a deployment that was removed, also for those who wait for it', async () => {
  const deployments = ['a', 'b'].map((id) => deploy(id, { limits: slow }));
  const { clock, router, hits } = bench({ deployments });
  const asks = Array.from({ length: 10 }, (_, index) => router.chat(`number ${index}`));
  await clock.advance(150);
  expect(countBy(hits, ({ model }) => model)).toEqual({ a: 1, b: 1 });
  router.update({ deployments: deployments.slice(1) });
  const results = await clock.run(Promise.all(asks));
  expect(countBy(hits, ({ model }) => model)).toEqual({ a: 1, b: 9 });
  expect(results).toHaveLength(10);
  expect(busy(router)).toEqual(idle);
});

describe('those who wait for nothing but removed deployments', () => {
  const waiting = (config: Partial<RouterConfig> = {}) => {
    const made = bench({ deployments: [deploy('a', { limits: slow })], ...config });
    return { ...made, first: made.router.chat('the first') };
  };

  it('choose anew among those that are configured now, at once', async () => {
    const { clock, router, hits, first } = waiting();
    const asks = Array.from({ length: 4 }, (_, index) => router.chat(`number ${index}`));
    const stream = router.stream('streamed').result;
    stream.catch(() => undefined);
    await clock.advance(150);
    expect(hits).toHaveLength(1);
    const wide = { maxConcurrent: 9 };
    router.update({ deployments: [deploy('b', { limits: wide }), deploy('c', { priority: 1 })] });
    const results = await clock.run(Promise.all([...asks, stream]));
    expect(results.map(({ deployment }) => deployment)).toEqual(Array(5).fill('b'));
    expect((await first).deployment).toBe('a');
    expect(clock.now()).toBe(1_000_250);
    expect(busy(router)).toEqual(idle);
    for (const { ledger } of results) {
      expect(ledger.candidates.map(({ deployment, verdict }) => [deployment, verdict])).toEqual([
        ['a', 'refused'],
        ['b', 'chosen'],
        ['c', 'eligible'],
      ]);
      expect(ledger.candidates[0]?.detail).toMatch(/removed by an update/);
      expect(ledger.waits).toHaveLength(1);
      const { durationMs, overheadMs, waits, attempts } = ledger;
      const sum = (waits[0]?.forMs ?? 0) + (attempts[0]?.durationMs ?? 0) + overheadMs;
      expect(sum).toBeCloseTo(durationMs, 3);
    }
  });

  it('choose once more after each further update', async () => {
    const { clock, router, hits, first } = waiting();
    const asks = Array.from({ length: 3 }, (_, index) => router.chat(`number ${index}`));
    await clock.advance(150);
    for (const id of ['b', 'c', 'd']) {
      router.update({ deployments: [deploy(id, { limits: slow })] });
      await clock.advance(10);
    }
    const results = await clock.run(Promise.all(asks));
    const shown = results.map(({ ledger }) =>
      ledger.candidates.map(({ deployment, verdict }) => `${deployment} ${verdict}`),
    );
    const gone = (...ids: string[]) => ids.map((id) => `${id} refused`);
    expect(shown).toEqual([
      [...gone('a'), 'b chosen'],
      [...gone('a', 'b'), 'c chosen'],
      [...gone('a', 'b', 'c'), 'd chosen'],
    ]);
    expect(hits.map(({ model }) => model)).toEqual(['a', 'b', 'c', 'd']);
    await first;
  });

  it('need not wait for what holds them there: a block, or limits that were learned', async () => {
    const { clock, router, hits } = createWireBench({ deployments: [deploy('a')] }, ({ model }) =>
      model === 'a'
        ? { status: 429, headers: { 'retry-after': '300' }, body: errorBody('later') }
        : {},
    );
    const asks = Array.from({ length: 50 }, (_, index) => router.chat(`number ${index}`));
    await clock.advance(5000);
    const refused = hits.length;
    router.update({ deployments: [deploy('b', { limits: { maxConcurrent: 100 } })] });
    await clock.advance(50);
    expect(hits).toHaveLength(refused + 50);
    const results = await clock.run(Promise.all(asks));
    expect(results.every(({ deployment }) => deployment === 'b')).toBe(true);
    expect(clock.now()).toBeLessThan(1_006_000);
    expect(busy(router)).toEqual(idle);
  });

  it('keep to the deadline that they came with', async () => {
    const config = { deployments: [deploy('a', { limits: { maxConcurrent: 1 } })] };
    const { clock, router, hits } = bench(config, 60_000);
    const first = router.chat('the first');
    const served = router.chat('number 1', { timeoutMs: 90_000 });
    const late = failureOf(router.chat('number 2', { timeoutMs: 15_000 }));
    await clock.advance(2000);
    router.update({ deployments: [deploy('b', { limits: { maxConcurrent: 1 } })] });
    const error = await clock.run(late);
    expect(error.code).toBe('deadline_exceeded');
    expect(clock.now()).toBe(1_015_000);
    expect(error.ledger?.candidates.map(({ deployment }) => deployment)).toEqual(['a', 'b']);
    await clock.run(Promise.all([first, served]));
    expect(hits).toHaveLength(2);
  });

  it('keep to their budget of attempts', async () => {
    let isBroken = true;
    const { clock, router, hits } = createWireBench(
      {
        deployments: [deploy('a', { limits: slow })],
        retry: { maxAttempts: 2, backoff: { jitter: 'none', baseMs: 1 } },
      },
      () => (isBroken ? { status: 500, body: errorBody('down') } : {}),
    );
    const ask = failureOf(router.chat('unlucky'));
    await clock.advance(150);
    expect(hits).toHaveLength(1);
    router.update({ deployments: [deploy('b')], retry: { maxAttempts: 9 } });
    const error = await clock.run(ask);
    expect(hits.map(({ model }) => model)).toEqual(['a', 'b']);
    expect(error.ledger?.attempts).toHaveLength(2);
    isBroken = false;
    expect(busy(router)).toEqual(idle);
  });

  it('are told so where nobody else can serve them, and what there is', async () => {
    const { clock, router, first } = waiting();
    const pinned = failureOf(
      router.chat({ model: 'a', messages: [{ role: 'user', content: 'x' }] }),
    );
    const needy = failureOf(router.chat('needs a window'));
    await clock.advance(150);
    router.update({ deployments: [deploy('b', { contextWindow: 1 })] });
    const errors = await clock.run(Promise.all([pinned, needy]));
    expect(errors.map(({ code }) => code)).toEqual(['model_not_found', 'no_candidate']);
    expect(errors[0]?.message).toContain('There are: b');
    expect(errors[1]?.message).toMatch(/a was removed by an update.*; b about .* do not fit/);
    for (const { ledger } of errors) {
      expect(ledger?.candidates[0]).toMatchObject({ deployment: 'a', verdict: 'refused' });
    }
    expect(busy(router)).toEqual(idle);
    await first;
  });
});

it('takes a deployment back that was removed and added again', async () => {
  const { clock, router } = bench({ deployments: [deploy('a')] });
  router.update({ deployments: [deploy('b')] });
  router.update({ deployments: [deploy('a')] });
  expect((await clock.run(router.chat('Hello'))).deployment).toBe('a');
});

it('sends with the new key once it is told', async () => {
  const { clock, router, hits } = bench({ deployments: [deploy('a', { apiKey: 'one' })] });
  await clock.run(router.chat('Hello'));
  router.update({ deployments: [deploy('a', { apiKey: 'two' })] });
  await clock.run(router.chat('Hello'));
  expect(hits.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer one',
    'Bearer two',
  ]);
});

it('takes up another function where the rest of an option stays the same', async () => {
  const { clock, router, hits } = bench({
    deployments: [deploy('a')],
    cache: { when: () => true },
  });
  router.update({ deployments: [deploy('a')], cache: { when: () => false } });
  await clock.run(router.chat('Hello'));
  await clock.run(router.chat('Hello'));
  expect(hits).toHaveLength(2);
});

it('is refused after close', async () => {
  const { router } = bench({ deployments: [deploy('a')] });
  await router.close();
  expect(errorOf(() => router.update({ deployments: [deploy('b')] })).code).toBe('closed');
});

describe('probes', () => {
  /** A deployment that is down until told otherwise, and counts its probes. */
  function probed(config: Partial<RouterConfig> = {}) {
    const state = { isDown: true, probes: [] as string[] };
    const made = createFakeBench(
      {
        mine: {
          chat: async () => {
            if (state.isDown) throw new TypeError('fetch failed');
            return completionOf('fine');
          },
        },
      },
      { retry: { maxAttempts: 1 }, health: { probe: true, cooldownMs: 1e9 }, ...config },
    );
    return { ...made, state };
  }

  it('are not sent by a provider that has none, and heal nobody', async () => {
    const { clock, router } = probed();
    for (let time = 0; time < 8; time++) await clock.run(failureOf(router.chat(`down ${time}`)));
    const before = router.status().deployments[0]?.health ?? 1;
    expect(before).toBeLessThan(0.5);
    await clock.advance(11_000);
    const after = router.status().deployments[0]?.health ?? 1;
    // Time forgives a little; a success that nobody had would forgive a fifth.
    expect(after - before).toBeLessThan(0.12);
  });

  async function probing(config: Partial<RouterConfig>) {
    let isDown = true;
    let probes = 0;
    const made = createWireBench({ deployments: [deploy('a')], ...config }, () => ({}));
    const provider = {
      name: 'mine',
      chat: async () => {
        if (isDown) throw new TypeError('fetch failed');
        return completionOf('fine');
      },
      async *stream() {},
      probe: async () => {
        probes += 1;
        if (isDown) throw new TypeError('fetch failed');
      },
    };
    const { createRouter } = await import('llm-router');
    const router = createRouter(
      {
        deployments: [{ id: 'a', provider: 'mine', model: 'a' }],
        retry: { maxAttempts: 1 },
        ...config,
      },
      { clock: made.clock, providers: { mine: provider } },
    );
    for (let time = 0; time < 8; time++) {
      await made.clock.run(failureOf(router.chat(`down ${time}`)));
    }
    return {
      clock: made.clock,
      router,
      probes: () => probes,
      recover: () => {
        isDown = false;
      },
    };
  }

  it('are sent only where they are asked for', async () => {
    const { clock, probes } = await probing({});
    await clock.advance(600_000);
    expect(probes()).toBe(0);
  });

  it('heal a deployment that is back, and end with close', async () => {
    const { clock, router, probes, recover } = await probing({
      health: { probe: true, cooldownMs: 1e9 },
    });
    await clock.advance(60_000);
    expect(probes()).toBeGreaterThan(3);
    const low = router.status().deployments[0]?.health ?? 1;
    recover();
    await clock.advance(300_000);
    expect(router.status().deployments[0]?.health).toBeGreaterThan(low + 0.3);
    await router.close();
    const sent = probes();
    await clock.advance(600_000);
    expect(probes()).toBe(sent);
  });

  it('end for a deployment that was removed', async () => {
    const { clock, router, probes } = await probing({ health: { probe: true, cooldownMs: 1e9 } });
    await clock.advance(30_000);
    const sent = probes();
    expect(sent).toBeGreaterThan(0);
    router.update({
      deployments: [deploy('b')],
      retry: { maxAttempts: 1 },
      health: { probe: true, cooldownMs: 1e9 },
    });
    await clock.advance(600_000);
    expect(probes()).toBe(sent);
    await router.close();
  });
});
