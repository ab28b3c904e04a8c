import {
  type Candidate,
  type ChatCompletion,
  createRandom,
  createVirtualClock,
  type Provider,
  type ResponseCache,
  type SelectionContext,
  type VirtualClock,
} from '@llm-router/core';
import { createRouter, type RouterConfig, type RouterDependencies } from 'llm-router';
import {
  collect,
  type completionOf,
  createScriptedFetch,
  deploy,
  errorOf,
  failureOf,
  record,
} from './support.ts';

function bench(dependencies: Partial<RouterDependencies>, config: Partial<RouterConfig> = {}) {
  const { clock = createVirtualClock() } = dependencies as { clock?: VirtualClock };
  const { fetch, hits } = createScriptedFetch(clock, () => ({ afterMs: 100 }));
  const router = createRouter(
    { deployments: [deploy('a')], ...config },
    { clock, random: createRandom(1), fetch, ...dependencies },
  );
  return { clock, router, hits };
}

/** A cache that takes its time, as one over the network does. */
function distantCache(sleep: (ms: number) => Promise<void>) {
  const kept = new Map<string, ReturnType<typeof completionOf>>();
  const cache: ResponseCache = {
    async get({ messages }, { tenant }) {
      await sleep(5);
      return kept.get(JSON.stringify([tenant, messages]));
    },
    async set({ messages }, completion, { tenant }) {
      await sleep(5);
      kept.set(JSON.stringify([tenant, messages]), completion);
    },
    snapshot: () => ({ kept: kept.size }),
  };
  return { cache, kept };
}

describe('a cache of one’s own', () => {
  it('answers, shares what is under way and keeps tenants apart', async () => {
    const clock = createVirtualClock();
    const { cache } = distantCache(clock.sleep);
    const { router, hits } = bench({ clock, cache });
    const asks = Array.from({ length: 100 }, () => router.chat('Hello'));
    const results = await clock.run(Promise.all(asks));
    expect(results.filter(({ cached }) => cached)).toHaveLength(99);
    expect((await clock.run(router.chat('Hello'))).cached).toBe(true);
    expect((await clock.run(router.chat('Hello', { tenant: 'other' }))).cached).toBe(false);
    expect(hits).toHaveLength(2);
    // Nobody waits for an answer to be stored.
    await clock.advance(5);
    expect(router.status().cache).toEqual({ kept: 2 });
  });

  it('is read and written by streams too', async () => {
    const clock = createVirtualClock();
    const { cache, kept } = distantCache(clock.sleep);
    const { router, hits } = bench({ clock, cache });
    await clock.run(router.chat('Hello'));
    expect((await clock.run(collect(router.stream('Hello').text()))).join('')).toBe('fine');
    expect(hits).toHaveLength(1);
    expect(kept.size).toBe(1);
  });

  it('is done without where it fails, and listeners hear of it', async () => {
    const fails = () => Promise.reject(new Error('secret host unreachable'));
    const { clock, router } = bench({ cache: { get: fails, set: fails, snapshot: () => ({}) } });
    const events = record(router);
    expect((await clock.run(router.chat('Hello'))).text).toBe('fine');
    const degraded = events.filter(({ type }) => type === 'store-degraded');
    expect(degraded).toHaveLength(2);
    expect(JSON.stringify(degraded)).not.toContain('secret');
  });

  it('is not used where the configuration says false, and refuses options of the built-in one', async () => {
    const { cache, kept } = distantCache(async () => {});
    const { clock, router } = bench({ cache }, { cache: false });
    await clock.run(router.chat('Hello'));
    expect(kept.size).toBe(0);
    expect(errorOf(() => bench({ cache }, { cache: { ttlMs: 5 } })).message).toMatch(/cache/);
  });
});

it('refuses parts that cannot be meant', () => {
  const wrong = [{ cache: {} }, { analyze: 'quick' }, { clock: {} }] as const;
  for (const dependencies of wrong) {
    const { code, message } = errorOf(() => bench(dependencies as Partial<RouterDependencies>));
    expect(code).toBe('invalid_config');
    expect(message).toContain(Object.keys(dependencies)[0] ?? '');
  }
});

describe('a provider of one’s own that answers nonsense', () => {
  it('is one that failed: another one answers', async () => {
    const broken: Provider = {
      name: 'broken',
      chat: async () => ({ id: 'x' }) as ChatCompletion,
      stream: () => collectNothing(),
    };
    const { clock, router } = bench(
      { providers: { broken } },
      { deployments: [{ id: 'm', provider: 'broken', model: 'm' }, deploy('n')] },
    );
    const { deployment, ledger } = await clock.run(router.chat('Hello'));
    expect(deployment).toBe('n');
    expect(ledger.attempts[0]?.error).toMatchObject({ category: 'server_error', failover: true });
  });
});

describe('a selector or a balancer of one’s own that cannot be meant', () => {
  const two = { deployments: [deploy('a'), deploy('b')] };
  const first = (candidates: readonly Candidate[]) => candidates[0] as Candidate;
  const wrong: readonly [why: string, answer: (given: readonly Candidate[]) => unknown][] = [
    ['a promise', async (given) => given],
    ['names instead of candidates', (given) => given.map(({ deployment }) => deployment.id)],
    ['nothing', () => undefined],
    ['a stranger', (given) => [{ ...first(given), deployment: { id: 'c' } }]],
    ['one of them twice', (given) => [first(given), first(given)]],
    ['no number for a rank', (given) => [{ ...first(given), rank: Number.NaN }]],
    [
      'an error',
      () => {
        throw new Error('lost the table');
      },
    ],
  ];

  it.each(wrong)('is told so where it answers %s', async (_, answer) => {
    const select = ({ candidates }: SelectionContext) => answer(candidates) as Candidate[];
    const order = (candidates: readonly Candidate[]) => answer(candidates) as Candidate[];
    for (const [name, config] of [
      ['strategy.select()', { strategy: { select } }],
      ['balance.order()', { strategy: 'loadbalance', balance: { order } }],
    ] as const) {
      const { clock, router } = bench({}, { ...two, ...config });
      const error = await clock.run(failureOf(router.chat('Hello')));
      expect(error).toMatchObject({ code: 'invalid_config' });
      expect(error.message).toContain(name);
    }
  });
});

async function* collectNothing() {}
