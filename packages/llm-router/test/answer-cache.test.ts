import { addCosts, type ChatCompletion, type ProviderCall } from '@llm-router/core';
import type { RouterConfig } from 'llm-router';
import {
  busy,
  chunkOf,
  collect,
  completionOf,
  createFakeBench,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
  idle,
  record,
} from './support.ts';

const price = { input: 1, output: 2 };

/** One deployment that takes so long, and a cache. */
function bench(afterMs: number, config: Partial<RouterConfig> = {}) {
  return createWireBench({ deployments: [deploy('a', { price })], cache: {}, ...config }, () => ({
    afterMs,
  }));
}

it('answers the second request at once, without tokens, money or a request on the wire', async () => {
  const { clock, router, hits } = bench(500);
  const first = await clock.run(router.chat('Where is the lighthouse?'));
  expect(first).toMatchObject({ cached: false, cost: { nanoUsd: 20_000 } });
  expect(first.ledger).toMatchObject({ cache: 'miss', servedBy: 'a' });
  const second = await clock.run(router.chat('Where is the lighthouse?'));
  expect(hits).toHaveLength(1);
  expect(second).toMatchObject({
    text: first.text,
    cached: true,
    deployment: 'cache',
    usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
    cost: { nanoUsd: 0 },
    ledger: { cache: 'hit', outcome: 'ok', attempts: [], waits: [], tenant: 'default' },
  });
  expect(second.latencyMs).toBeLessThan(10);
  expect(second.ledger.servedBy).toBeUndefined();
  expect(router.status().cost).toEqual(first.cost);
  expect(router.status().requests).toEqual({ running: 0, succeeded: 2, failed: 0 });
  expect(router.status().cache).toMatchObject({ hits: 1, stores: 1 });
});

it('forgets an answer when its time is over', async () => {
  const { clock, router, hits } = bench(10, { cache: { ttlMs: 1000 } });
  await clock.run(router.chat('Hello'));
  await clock.advance(900);
  await clock.run(router.chat('Hello'));
  expect(hits).toHaveLength(1);
  await clock.advance(200);
  await clock.run(router.chat('Hello'));
  expect(hits).toHaveLength(2);
});

it('sends one request for a thousand equal ones at once', async () => {
  const { clock, router, hits } = bench(500);
  const asks = Array.from({ length: 1000 }, () => router.chat('Hello'));
  const results = await clock.run(Promise.all(asks));
  expect(hits).toHaveLength(1);
  expect(results.filter(({ cached }) => !cached)).toHaveLength(1);
  expect(results.filter(({ ledger }) => ledger.cache === 'hit')).toHaveLength(999);
  const total = addCosts(results.map(({ cost }) => cost));
  expect(total).toEqual({ nanoUsd: 20_000, exactness: 'priced' });
  expect(router.status().cost).toEqual(total);
  expect(busy(router)).toEqual(idle);
});

it('hands out answers that one caller cannot spoil for another', async () => {
  const { clock, router } = bench(10);
  const [first, second] = await clock.run(
    Promise.all([router.chat('Hello'), router.chat('Hello')]),
  );
  (first.completion as { id: string }).id = 'spoilt';
  expect(second.completion.id).toBe('cmpl-1');
  expect((await clock.run(router.chat('Hello'))).completion.id).toBe('cmpl-1');
});

it('never shares between tenants, stored or under way', async () => {
  const { clock, router, hits } = bench(100);
  const tenants = [undefined, 'north', 'south', 'constructor', '__proto__'];
  const ask = () =>
    Promise.all(tenants.map((tenant) => router.chat('Hello', tenant ? { tenant } : {})));
  await clock.run(ask());
  expect(hits).toHaveLength(tenants.length);
  await clock.run(ask());
  expect(hits).toHaveLength(tenants.length);
});

it('asks anew with refresh and keeps the new answer, and leaves the cache alone with off', async () => {
  let number = 0;
  const { clock, router } = createWireBench({ deployments: [deploy('a')], cache: {} }, () => {
    number += 1;
    return { body: completionOf(`answer ${number}`) };
  });
  const ask = async (cache: 'use' | 'refresh' | 'off') => {
    const { text, ledger } = await clock.run(router.chat('Hello', { cache }));
    return [text, ledger.cache];
  };
  expect(await ask('use')).toEqual(['answer 1', 'miss']);
  expect(await ask('off')).toEqual(['answer 2', 'off']);
  expect(await ask('use')).toEqual(['answer 1', 'hit']);
  expect(await ask('refresh')).toEqual(['answer 3', 'miss']);
  expect(await ask('use')).toEqual(['answer 3', 'hit']);
});

it('says off where there is no cache', async () => {
  const { clock, router } = bench(10, { cache: false });
  expect((await clock.run(router.chat('Hello'))).ledger.cache).toBe('off');
  expect(router.status().cache).toBeUndefined();
});

it('keeps no answer that was cut off, filtered or empty', async () => {
  const cut = completionOf('The tide is');
  const bodies: ChatCompletion[] = (['length', 'content_filter'] as const).map((reason) => ({
    ...cut,
    choices: cut.choices.map((choice) => ({ ...choice, finish_reason: reason })),
  }));
  for (const body of [...bodies, completionOf('')]) {
    const { clock, router, hits } = createWireBench(
      { deployments: [deploy('a')], cache: {} },
      () => ({ body }),
    );
    await clock.run(router.chat('Hello'));
    const { cached } = await clock.run(router.chat('Hello'));
    expect(cached).toBe(false);
    expect(hits).toHaveLength(2);
  }
});

it('keeps no failure, and tells it to everyone who shared it, each with a ledger of their own', async () => {
  let isBroken = true;
  const { clock, router, hits } = createWireBench(
    { deployments: [deploy('a')], cache: {}, retry: { maxAttempts: 1 } },
    () => (isBroken ? { status: 400, body: errorBody('no such field') } : {}),
  );
  const errors = await clock.run(
    Promise.all(Array.from({ length: 5 }, () => failureOf(router.chat('Hello')))),
  );
  expect(hits).toHaveLength(1);
  expect(errors.map(({ code, category }) => [code, category])).toEqual(
    Array(5).fill(['invalid_request', 'invalid_request']),
  );
  expect(new Set(errors.map(({ ledger }) => ledger?.id)).size).toBe(5);
  expect(errors.map(({ ledger }) => ledger?.cache)).toEqual(Array(5).fill('miss'));
  expect(router.status().requests).toEqual({ running: 0, succeeded: 0, failed: 5 });
  isBroken = false;
  expect((await clock.run(router.chat('Hello'))).cached).toBe(false);
});

it('lets one of several leave without harm to the others', async () => {
  const { clock, router, hits } = bench(500);
  const leaving = new AbortController();
  const first = failureOf(router.chat('Hello', { signal: leaving.signal }));
  const others = [router.chat('Hello'), router.chat('Hello')];
  await clock.advance(100);
  leaving.abort();
  const error = await clock.run(first);
  expect(error.code).toBe('aborted');
  const kept = JSON.stringify(error.ledger);
  const results = await clock.run(Promise.all(others));
  expect(results.map(({ text }) => text)).toEqual(['fine', 'fine']);
  expect(hits).toHaveLength(1);
  expect(hits[0]?.abortedAt).toBeUndefined();
  // What has been told stays as it was told, and what was spent is counted although its buyer left.
  expect(JSON.stringify(error.ledger)).toBe(kept);
  expect(error.ledger?.attempts[0]?.durationMs).toBe(100);
  expect(router.status().cost).toEqual({ nanoUsd: 20_000, exactness: 'priced' });
  expect(busy(router)).toEqual(idle);
});

it('stops the request when the last has left, as it does without a cache', async () => {
  const seen: unknown[] = [];
  for (const cache of [{}, false] as const) {
    const { clock, router, hits } = bench(500, { cache });
    const leaving = new AbortController();
    const asked = failureOf(router.chat('Hello', { signal: leaving.signal }));
    await clock.advance(100);
    leaving.abort();
    const { code, category, ledger } = await clock.run(asked);
    const attempts = ledger?.attempts.map(({ outcome, durationMs, cost, error }) => ({
      outcome,
      durationMs,
      cost,
      error: error?.category,
    }));
    seen.push({ code, category, attempts, cost: ledger?.cost, total: router.status().cost });
    expect(hits[0]?.abortedAt).toBe(1_000_100);
    expect(busy(router)).toEqual(idle);
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toMatchObject({ code: 'aborted', attempts: [{ durationMs: 100 }] });
});

it('ends at its own deadline with the same error as without a cache', async () => {
  const seen: unknown[] = [];
  for (const cache of [{}, false] as const) {
    const { clock, router } = bench(5000, { cache });
    const { code, category, message, ledger } = await clock.run(
      failureOf(router.chat('Hello', { timeoutMs: 300 })),
    );
    seen.push({ code, category, message, attempts: ledger?.attempts.length, cost: ledger?.cost });
  }
  expect(seen[0]).toEqual(seen[1]);
});

it('fails at once where no wait can meet the deadline, also with a cache', async () => {
  const { clock, router } = bench(10, {
    deployments: [deploy('a', { limits: { requestsPerMinute: 1 } })],
  });
  await clock.run(router.chat('one'));
  const startedAt = clock.now();
  const error = await clock.run(failureOf(router.chat('two', { timeoutMs: 5000 })));
  expect(error.code).toBe('deadline_exceeded');
  expect(error.retryAfterMs).toBeGreaterThan(50_000);
  expect(clock.now() - startedAt).toBeLessThan(10);
});

it('does not let the short patience of one end the wait of another', async () => {
  const { clock, router } = bench(500);
  const hasty = failureOf(router.chat('Hello', { timeoutMs: 100 }));
  const patient = [router.chat('Hello'), router.chat('Hello')];
  const [error, ...results] = await clock.run(Promise.all([hasty, ...patient]));
  expect(error.code).toBe('deadline_exceeded');
  expect(results.map(({ text }) => text)).toEqual(['fine', 'fine']);
});

it('keeps the deadline of one who joined', async () => {
  const { clock, router, hits } = bench(500);
  const patient = router.chat('Hello');
  const error = await clock.run(failureOf(router.chat('Hello', { timeoutMs: 100 })));
  expect(error).toMatchObject({ code: 'deadline_exceeded', retryable: true });
  expect(clock.now()).toBe(1_000_100);
  expect((await clock.run(patient)).text).toBe('fine');
  expect(hits).toHaveLength(1);
});

describe('streams', () => {
  const pieces = [
    chunkOf({ role: 'assistant', content: 'High ' }),
    chunkOf({ content: 'water' }),
    chunkOf({}, 'stop'),
  ];
  const streaming = (config: Partial<RouterConfig> = {}) =>
    createFakeBench(
      { mine: { stream: () => pieces, chat: async () => completionOf('High water') } },
      { cache: {}, ...config },
    );

  it('are stored when they have ended well, and come as a stream again', async () => {
    const { clock, router, callsOf } = streaming();
    await clock.run(collect(router.stream('Tide?')));
    const events = record(router);
    const again = router.stream('Tide?');
    const text = (await clock.run(collect(again.text()))).join('');
    expect(text).toBe('High water');
    expect(callsOf('mine')).toHaveLength(1);
    expect(await again.committed).toMatchObject({ deployment: 'cache', attempts: 0 });
    const result = await again.result;
    expect(result).toMatchObject({ text: 'High water', cached: true, cost: { nanoUsd: 0 } });
    expect(result.ledger).toMatchObject({ cache: 'hit', attempts: [] });
    expect(events.map(({ type }) => type)).toEqual(['request-started', 'request-ended']);
    expect(busy(router)).toEqual(idle);
  });

  it('and whole answers are the same answer', async () => {
    const { clock, router, callsOf } = streaming();
    await clock.run(router.chat('Tide?'));
    expect((await clock.run(collect(router.stream('Tide?').text()))).join('')).toBe('High water');
    expect(callsOf('mine')).toHaveLength(1);
  });

  it('are not stored when the reader left', async () => {
    const { clock, router, callsOf } = streaming();
    for await (const _piece of router.stream('Tide?')) break;
    await clock.run(collect(router.stream('Tide?')));
    expect(callsOf('mine')).toHaveLength(2);
  });

  it('of an aborted caller give nothing, stored or not', async () => {
    const { clock, router } = streaming();
    await clock.run(router.chat('Tide?'));
    const signal = AbortSignal.abort();
    const error = await clock.run(failureOf(collect(router.stream('Tide?', { signal }))));
    expect(error.code).toBe('aborted');
    expect((await clock.run(failureOf(router.chat('Tide?', { signal })))).code).toBe('aborted');
  });
});

it('hides no mistake of a provider of one’s own: one that throws at once fails all who share', async () => {
  const { clock, router } = createFakeBench(
    {
      mine: {
        chat: (_request, _call: ProviderCall) => {
          throw new TypeError('not ready');
        },
      },
    },
    { cache: {}, retry: { maxAttempts: 1 } },
  );
  const errors = await clock.run(
    Promise.all([failureOf(router.chat('Hello')), failureOf(router.chat('Hello'))]),
  );
  expect(errors.map(({ code }) => code)).toEqual(['all_failed', 'all_failed']);
  expect(busy(router)).toEqual(idle);
});
