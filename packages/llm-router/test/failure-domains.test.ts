import type { RouterConfig } from 'llm-router';
import { createWireBench, deploy, errorBody, record, type WireHit } from './support.ts';

const at = (host: string) => ({ baseUrl: `https://${host}/v1` });
const breaker = { failureThreshold: 3, openMs: 10_000, rampMs: 0 };

/** Three models behind one address, and one elsewhere that comes last; what is out of order, is so by script. */
function bench(isDown: (hit: WireHit) => boolean, config: Partial<RouterConfig> = {}) {
  const made = createWireBench(
    {
      deployments: [
        ...['a', 'b', 'c'].map((id) => deploy(id, at('one.test'))),
        deploy('d', { ...at('two.test'), priority: 1 }),
      ],
      breaker,
      ...config,
    },
    (hit) => {
      if (isDown(hit)) throw Object.assign(new TypeError('fetch failed'), { cause: refused() });
      return { afterMs: 10 };
    },
  );
  const hitsOf = (host: string) => made.hits.filter(({ url }) => url.includes(host)).length;
  return { ...made, hitsOf };
}

const refused = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

describe('an address that nobody answers at', () => {
  it('is left alone with all of its models, once any of them have failed often enough', async () => {
    const { clock, router, hitsOf } = bench(({ url }) => url.includes('one.test'));
    const events = record(router);
    for (const model of ['a', 'b', 'c']) {
      await clock.run(router.chat({ model: 'auto', messages: [{ role: 'user', content: model }] }));
    }
    expect(hitsOf('one.test')).toBe(3);
    const { ledger, deployment } = await clock.run(router.chat('while it is left alone'));
    expect(deployment).toBe('d');
    expect(hitsOf('one.test')).toBe(3);
    const verdicts = ledger.candidates.filter(({ verdict }) => verdict === 'refused');
    expect(verdicts.map(({ deployment: id, by }) => [id, by])).toEqual([
      ['a', 'breaker'],
      ['b', 'breaker'],
      ['c', 'breaker'],
    ]);
    expect(router.status().deployments.map(({ circuit }) => circuit)).toEqual([
      'open',
      'open',
      'open',
      'closed',
    ]);
    const changes = events.filter((event) => event.type === 'circuit-changed');
    expect(changes).toContainEqual(
      expect.objectContaining({ key: 'endpoint one.test', from: 'closed', to: 'open' }),
    );
  });

  it('is asked again by a few after its time, and is back for all when one is answered', async () => {
    let isDown = true;
    const { clock, router, hitsOf } = bench(({ url }) => isDown && url.includes('one.test'));
    for (let time = 0; time < 3; time++) await clock.run(router.chat(`down ${time}`));
    expect(hitsOf('one.test')).toBe(3);
    isDown = false;
    await clock.advance(10_000);
    await clock.run(router.chat('back'));
    expect(hitsOf('one.test')).toBe(4);
    expect(router.status().deployments.map(({ circuit }) => circuit)).not.toContain('open');
    for (const model of ['a', 'b', 'c']) {
      const asked = { model, messages: [{ role: 'user' as const, content: 'again' }] };
      expect((await clock.run(router.chat(asked))).deployment).toBe(model);
    }
  });

  it('is not blamed for the faults of one of its models', async () => {
    const made = createWireBench(
      {
        deployments: [deploy('a', at('one.test')), deploy('b', at('one.test'))],
        breaker,
        retry: { maxAttempts: 1 },
      },
      ({ model }) => (model === 'a' ? { status: 500, body: errorBody('down') } : {}),
    );
    const { clock, router } = made;
    const asked = { model: 'a', messages: [{ role: 'user' as const, content: 'Hello' }] };
    for (let time = 0; time < 3; time++) {
      await clock.run(router.chat(asked).catch(() => undefined));
    }
    const [a, b] = router.status().deployments;
    expect([a?.circuit, b?.circuit]).toEqual(['open', 'closed']);
  });

  it('is alive while any of its models answer', async () => {
    const { clock, router } = bench(({ model }) => model === 'a', { retry: { maxAttempts: 1 } });
    const ask = (model: string) =>
      clock.run(
        router
          .chat({ model, messages: [{ role: 'user', content: 'Hello' }] }, { fallback: false })
          .catch(() => undefined),
      );
    for (const model of ['a', 'a', 'b', 'a']) await ask(model);
    const circuits = router.status().deployments.map(({ circuit }) => circuit);
    expect(circuits).toEqual(['open', 'closed', 'closed', 'closed']);
  });

  it('is alive while it answers anything at all, be it a fault', async () => {
    const made = createWireBench(
      { deployments: [deploy('a', at('one.test')), deploy('b', at('one.test'))], breaker },
      ({ model }) => {
        if (model === 'b') return { status: 500, body: errorBody('down') };
        throw Object.assign(new TypeError('fetch failed'), { cause: refused() });
      },
    );
    for (const model of ['a', 'b', 'a', 'b', 'a']) {
      const asked = { model, messages: [{ role: 'user' as const, content: 'Hello' }] };
      await made.clock.run(made.router.chat(asked, { maxAttempts: 1 }).catch(() => undefined));
    }
    const circuits = made.router.status().deployments.map(({ circuit }) => circuit);
    expect(circuits).toEqual(['open', 'closed']);
  });
});

describe('an account', () => {
  const keys = { bad: { apiKey: 'key-of-one' }, good: { apiKey: 'key-of-two' } };
  const isBad = ({ headers }: WireHit) => headers.get('authorization')?.endsWith('one') === true;

  /** Two deployments of one account, and one of another that comes last. */
  function twoAccounts(refusal: { status: number; body: object }, extra = {}) {
    let isOut = true;
    const made = createWireBench(
      {
        deployments: [
          deploy('a', { ...keys.bad, ...extra }),
          deploy('b', { ...keys.bad, ...extra }),
          deploy('c', { ...keys.good, priority: 1 }),
        ],
      },
      (hit) => (isOut && isBad(hit) ? refusal : {}),
    );
    const mend = () => {
      isOut = false;
    };
    return { ...made, mend, badHits: () => made.hits.filter(isBad).length };
  }

  const unknownKey = {
    status: 401,
    body: { error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } },
  };
  const noMoney = {
    status: 429,
    body: { error: { message: 'Pay first.', code: 'insufficient_quota' } },
  };

  it('whose key is refused three times in a row is asked after others for half a minute', async () => {
    const { clock, router, mend, badHits } = twoAccounts(unknownKey);
    for (let time = 0; time < 6; time++) {
      expect((await clock.run(router.chat(`number ${time}`))).deployment).toBe('c');
    }
    expect(badHits()).toBe(3);
    const { candidates } = await router.explain('Hello');
    expect(candidates.filter(({ by }) => by === 'health').map((one) => one.deployment)).toEqual([
      'a',
      'b',
    ]);
    expect(candidates[0]?.detail).toMatch(/key was refused 3 times in a row/);
    mend();
    await clock.advance(30_000);
    expect((await clock.run(router.chat('with the key mended'))).deployment).not.toBe('c');
  });

  it('that answers in between has a key that is good', async () => {
    let number = 0;
    const { clock, router } = createWireBench(
      { deployments: [deploy('a', keys.bad), deploy('c', { ...keys.good, priority: 1 })] },
      (hit) => (isBad(hit) && ++number !== 3 ? unknownKey : {}),
    );
    for (let time = 0; time < 4; time++) await clock.run(router.chat(`number ${time}`));
    expect((await router.explain('Hello')).candidates[0]).toMatchObject({ deployment: 'a' });
    expect((await router.explain('Hello')).candidates[0]?.by).toBeUndefined();
  });

  it('whose key is refused is still asked where there is no other, and fails at once', async () => {
    const { clock, router, hits } = createWireBench(
      { deployments: [deploy('a', keys.bad)] },
      () => unknownKey,
    );
    const startedAt = clock.now();
    for (let time = 0; time < 5; time++) {
      await expect(clock.run(router.chat(`number ${time}`))).rejects.toMatchObject({
        category: 'auth',
      });
    }
    expect(hits).toHaveLength(5);
    expect(clock.now() - startedAt).toBeLessThan(1000);
  });

  it('without money is asked after others, for any of its models', async () => {
    const { clock, router, badHits } = twoAccounts(noMoney);
    for (let time = 0; time < 4; time++) {
      expect((await clock.run(router.chat(`number ${time}`))).deployment).toBe('c');
    }
    expect(badHits()).toBe(1);
    const { candidates } = await router.explain('Hello');
    expect(candidates.filter(({ by }) => by === 'quota')).toHaveLength(2);
  });

  it('without money still serves the models that cost nothing', async () => {
    const { clock, router, hits } = createWireBench(
      {
        deployments: [
          deploy('a', { ...keys.bad, price: { input: 1, output: 1 } }),
          deploy('free', { ...keys.bad, price: { input: 0, output: 0 }, priority: 1 }),
          deploy('c', { ...keys.good, priority: 2 }),
        ],
      },
      ({ model }) => (model === 'a' ? noMoney : {}),
    );
    for (let time = 0; time < 2; time++) await clock.run(router.chat(`number ${time}`));
    expect(hits.map(({ model }) => model)).toEqual(['a', 'c', 'free']);
  });
});
