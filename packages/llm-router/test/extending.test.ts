import {
  createRandom,
  createVirtualClock,
  type ResponseCache,
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

it('says invalid_request where an analyzer of one’s own cannot read the request', async () => {
  const { clock, router } = bench({
    analyze: () => {
      throw new Error('unreadable');
    },
  });
  expect((await clock.run(failureOf(router.chat('Hello')))).code).toBe('invalid_request');
});
