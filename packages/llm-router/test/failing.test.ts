import type { RouterConfig } from 'llm-router';
import {
  countBy,
  createBench,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
  type Reply,
  steady,
  type WireHit,
} from './support.ts';

const two: RouterConfig['deployments'] = [deploy('a'), deploy('b')];
const modelsOf = (hits: readonly { readonly model: string }[]) => hits.map(({ model }) => model);

describe('status lists', () => {
  const fails =
    (status: number, model = 'a') =>
    (hit: WireHit): Reply =>
      hit.model === model ? { status, body: errorBody('no') } : {};

  it('decide instead of the classification what is retried', async () => {
    const { clock, router, hits } = createWireBench(
      { deployments: [deploy('a')], retry: { onStatusCodes: [418], maxAttempts: 3 } },
      fails(418),
    );
    await clock.run(failureOf(router.chat('Hello')));
    expect(hits).toHaveLength(3);
    const off = createWireBench(
      { deployments: [deploy('a')], retry: { onStatusCodes: [429], maxAttempts: 3 } },
      fails(500),
    );
    await off.clock.run(failureOf(off.router.chat('Hello')));
    expect(off.hits).toHaveLength(1);
  });

  it('decide instead of the classification what falls back', async () => {
    const listed = createWireBench(
      { deployments: two, fallback: { onStatusCodes: [400] } },
      fails(400),
    );
    expect((await listed.clock.run(listed.router.chat('Hello'))).deployment).toBe('b');
    const unlisted = createWireBench(
      { deployments: two, fallback: { onStatusCodes: [429] }, retry: { maxAttempts: 3 } },
      fails(503),
    );
    const error = await unlisted.clock.run(failureOf(unlisted.router.chat('Hello')));
    expect(error.status).toBe(503);
    expect(modelsOf(unlisted.hits)).toEqual(['a', 'a', 'a']);
  });

  it.each([
    [
      [429, 502, 503, 504, 529],
      [429, 500, 502, 503, 529],
    ],
    [
      [429, 500, 502, 503, 504],
      [429, 500, 502, 503, 529],
    ],
  ])('of the documents are set apart: retry %j, fallback %j', async (retryOn, fallbackOn) => {
    for (const status of [429, 500, 502, 503, 504, 529]) {
      const { clock, router, hits } = createWireBench(
        {
          deployments: two,
          retry: { onStatusCodes: retryOn, maxAttempts: 3 },
          fallback: { onStatusCodes: fallbackOn },
        },
        fails(status),
      );
      await clock.run(router.chat('Hello', { timeoutMs: 300_000 }).catch(() => undefined));
      const expected = fallbackOn.includes(status) ? ['a', 'b'] : ['a', 'a', 'a'];
      expect([status, modelsOf(hits)]).toEqual([status, expected]);
    }
  });
});

describe('what cannot be mended', () => {
  it.each([
    [400, errorBody('temperature must be a number', 'invalid_value'), 'invalid_request'],
    [401, errorBody('Incorrect API key', 'invalid_api_key'), 'all_failed'],
    [404, errorBody('no such model', 'model_not_found'), 'all_failed'],
  ] as const)('is not sent again to the same model: %i', async (status, body, code) => {
    const { clock, router, hits } = createWireBench({ deployments: [deploy('a')] }, () => ({
      status,
      body,
    }));
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error).toMatchObject({ code, status, retryable: false });
    expect(error.message).toContain('a ');
    expect(error.message).toContain(`(${status})`);
    expect(hits).toHaveLength(1);
  });

  it('names the mend in the message, and keeps the cause', async () => {
    const { clock, router } = createWireBench({ deployments: [deploy('a')] }, () => ({
      status: 401,
      body: errorBody('Incorrect API key provided', 'invalid_api_key'),
    }));
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error.message).toMatch(/key/i);
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.ledger?.attempts).toHaveLength(1);
  });

  it('in a key of one account is tried with the next', async () => {
    const { clock, router } = createWireBench({ deployments: two }, ({ model }) =>
      model === 'a' ? { status: 401, body: errorBody('bad key', 'invalid_api_key') } : {},
    );
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('b');
  });
});

describe('the attempt budget', () => {
  const broken = (...names: string[]) =>
    names.map((name) => ({ name, latency: steady, faults: [{ kind: 'server-error' as const }] }));

  it.each([1, 2, 5, 9])('of %i is all that one call costs upstream', async (maxAttempts) => {
    for (const names of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      const { clock, router, hits } = createBench(broken(...names), {
        deployments: names.map((name) => deploy(name)),
        retry: { maxAttempts },
      });
      const error = await clock.run(failureOf(router.chat('Hello')));
      expect(hits()).toHaveLength(maxAttempts);
      expect(error.ledger?.attempts).toHaveLength(maxAttempts);
    }
  });

  it('is 6 where nobody says otherwise', async () => {
    const { clock, router, hits } = createBench(broken('a'), { deployments: [deploy('a')] });
    await clock.run(failureOf(router.chat('Hello')));
    expect(hits()).toHaveLength(6);
  });

  it('of a call goes before that of the configuration', async () => {
    const { clock, router, hits } = createBench(broken('a', 'b'), {
      deployments: two,
      retry: { maxAttempts: 2 },
    });
    await clock.run(failureOf(router.chat('Hello', { maxAttempts: 4 })));
    expect(hits()).toHaveLength(4);
  });

  it.each([
    ['rate limits', { status: 429, body: errorBody('slow down', 'rate_limit_exceeded') }],
    ['overload', { status: 529, body: errorBody('busy', 'overloaded_error') }],
    ['bodies that are no JSON', { body: '<html>' }],
    ['answers without choices', { body: { id: 'x', object: 'chat.completion' } }],
    ['empty bodies', { body: '' }],
    ['time-outs', { afterMs: 1_000_000 }],
  ])('holds for %s', async (_, reply) => {
    const { clock, router, hits } = createWireBench(
      { deployments: two, retry: { maxAttempts: 4 }, timeouts: { attemptMs: 1000 } },
      () => reply,
    );
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(hits.length).toBeGreaterThan(1);
    expect(hits.length).toBeLessThanOrEqual(4);
    expect(error.ledger?.attempts).toHaveLength(hits.length);
  });

  it('says what was tried, with counts and statuses', async () => {
    const { clock, router } = createBench(broken('a', 'b'), {
      deployments: two,
      retry: { maxAttempts: 5 },
    });
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error.message).toMatch(/Tried 5: a server_error \(500\) ×3, b server_error \(500\) ×2/);
    expect(error.status).toBe(500);
  });
});

describe('waits between attempts', () => {
  it('grow as the backoff says: 1, 2, 4, 8, 16 s', async () => {
    const { clock, router, hits } = createWireBench(
      {
        deployments: [deploy('a')],
        retry: { backoff: { jitter: 'none', baseMs: 1000, factor: 2, maxMs: 60_000 } },
      },
      () => ({ status: 500, body: errorBody('no'), afterMs: 0 }),
    );
    const error = await clock.run(failureOf(router.chat('Hello')));
    const gaps = hits.slice(1).map(({ at }, index) => at - (hits[index]?.at ?? 0));
    expect(gaps).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(error.ledger?.waits.map(({ forMs }) => forMs)).toEqual(gaps);
    expect(error.ledger?.attempts[0]?.decision).toEqual({ do: 'retry', delayMs: 1000 });
  });

  it.each([
    [429, 'rate_limit_exceeded'],
    [503, null],
    [529, 'overloaded_error'],
    [500, null],
  ] as const)('are never shorter than the Retry-After of a %i', async (status, code) => {
    const { clock, router, hits } = createWireBench({ deployments: [deploy('a')] }, (_, number) =>
      number === 1
        ? { status, headers: { 'retry-after': '17' }, body: errorBody('later', code) }
        : {},
    );
    await clock.run(router.chat('Hello'));
    expect(hits).toHaveLength(2);
    expect((hits[1]?.at ?? 0) - (hits[0]?.at ?? 0)).toBeGreaterThanOrEqual(17_000);
    expect((hits[1]?.at ?? 0) - (hits[0]?.at ?? 0)).toBeLessThan(18_000);
  });

  it.each([429, 503, 500])(
    'keep to it also when the request comes back from another model (%i)',
    async (status) => {
      const { clock, router, hits } = createWireBench({ deployments: two }, ({ model }, number) => {
        if (number === 1) {
          return { status, headers: { 'retry-after': '30' }, body: errorBody('later') };
        }
        return model === 'b' ? { status: 500, body: errorBody('broken') } : {};
      });
      await clock.run(router.chat('Hello', { maxAttempts: 20 }).catch(() => undefined));
      const [first, ...later] = hits.filter(({ model }) => model === 'a');
      for (const { at } of later) expect(at - (first?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
    },
  );

  it('keep everyone else away from who said Retry-After, too', async () => {
    const { clock, router, hits } = createWireBench({ deployments: two }, ({ model }, number) =>
      model === 'a' && number === 1
        ? { status: 503, headers: { 'retry-after': '20' }, body: errorBody('later') }
        : {},
    );
    await clock.run(router.chat('one'));
    await clock.run(Promise.all(Array.from({ length: 10 }, () => router.chat('more'))));
    expect(countBy(hits, ({ model }) => model)).toEqual({ a: 1, b: 11 });
    await clock.advance(20_000);
    expect((await clock.run(router.chat('later'))).deployment).toBe('a');
  });

  it('of days do not hold a request that has less time', async () => {
    const { clock, router, hits } = createWireBench({ deployments: [deploy('a')] }, () => ({
      status: 429,
      headers: { 'retry-after': '172800' },
      body: errorBody('come back the day after tomorrow', 'rate_limit_exceeded'),
    }));
    const start = clock.now();
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error).toMatchObject({ category: 'quota_exhausted', retryAfterMs: 172_800_000 });
    expect(clock.now() - start).toBeLessThan(1000);
    expect(hits).toHaveLength(1);
  });
});

describe('what a failed attempt reserved', () => {
  it('comes back after a refusal and stays spent after an answer', async () => {
    const { clock, router } = createWireBench(
      { deployments: [deploy('a', { limits: { tokensPerMinute: 1000 } })] },
      (_, number) => (number === 1 ? { status: 529, body: errorBody('busy') } : {}),
    );
    await clock.run(router.chat('Hello', { maxAttempts: 1 }).catch(() => undefined));
    const available = () => router.status().queue.limits['a']?.rules[0]?.available ?? 0;
    expect(available()).toBe(1000);
    await clock.advance(60_000);
    await clock.run(router.chat('Hello'));
    expect(available()).toBeCloseTo(985, 0);
  });
});
