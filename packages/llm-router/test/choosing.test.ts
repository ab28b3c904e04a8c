import { createRandom, type Provider } from '@llm-router/core';
import { createRouter, type RouterConfig } from 'llm-router';
import {
  completionOf,
  countBy,
  createBench,
  createFakeBench,
  deploy,
  failureOf,
  steady,
} from './support.ts';

const models = ['a', 'b', 'c'].map((name) => ({ name, latency: steady }));

function bench(config: Partial<RouterConfig>, seed = 1) {
  const deployments = models.map(({ name }) => deploy(name));
  return createBench(models, { deployments, ...config }, { seed });
}

describe('fallback', () => {
  it('takes the first of the configuration that is free', async () => {
    const { clock, router } = bench({});
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('a');
  });

  it('takes the lowest priority first, whatever the order of the configuration', async () => {
    const { clock, router } = bench({
      deployments: [
        deploy('a', { priority: 2 }),
        deploy('b', { priority: -1 }),
        deploy('c', { priority: 1 }),
      ],
    });
    const { deployment, ledger } = await clock.run(router.chat('Hello'));
    expect(deployment).toBe('b');
    const ranks = Object.fromEntries(ledger.candidates.map((one) => [one.deployment, one.rank]));
    expect(ranks).toEqual({ b: 0, c: 1, a: 2 });
  });

  it('asks every candidate in its turn before it gives up', async () => {
    const broken = models.map((model) => ({
      ...model,
      faults: [{ kind: 'server-error' as const }],
    }));
    const { clock, router, hits } = createBench(broken, {
      deployments: [deploy('a'), deploy('b'), deploy('c')],
      retry: { maxAttempts: 3 },
    });
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error).toMatchObject({ code: 'all_failed', category: 'server_error', status: 500 });
    expect(hits().map(({ model }) => model)).toEqual(['a', 'b', 'c']);
    expect(error.message).toContain('a server_error (500)');
  });

  it('comes back to who has failed least once all have failed', async () => {
    const once = (request: { number: number }) => request.number === 1;
    const faults = [{ kind: 'server-error' as const, matches: once }];
    const flaky = models.map((model) => ({ ...model, faults }));
    const { clock, router, hits } = createBench(flaky, {
      deployments: [deploy('a'), deploy('b'), deploy('c')],
    });
    const { deployment } = await clock.run(router.chat('Hello'));
    expect(deployment).toBe('a');
    expect(hits().map(({ model }) => model)).toEqual(['a', 'b', 'c', 'a']);
  });

  it('can be switched off for one call and for all', async () => {
    const [a, ...others] = models;
    const failing = [{ ...a, name: 'a', faults: [{ kind: 'server-error' as const }] }, ...others];
    const deployments = [deploy('a'), deploy('b')];
    const one = createBench(failing, { deployments, retry: { maxAttempts: 3 } });
    const call = one.router.chat('Hello', { fallback: false });
    expect((await one.clock.run(failureOf(call))).code).toBe('all_failed');
    expect(countBy(one.hits(), ({ model }) => model)).toEqual({ a: 3 });
    const all = createBench(failing, { deployments, fallback: { enabled: false } });
    await all.clock.run(failureOf(all.router.chat('Hello', { maxAttempts: 2 })));
    expect(countBy(all.hits(), ({ model }) => model)).toEqual({ a: 2 });
    const back = await all.clock.run(all.router.chat('Hello', { fallback: true }));
    expect(back.deployment).toBe('b');
  });
});

describe('spillAfterMs', () => {
  const limits = { requestsPerMinute: 60, burst: 1 };
  const config = (spillAfterMs: number) => ({
    deployments: [deploy('a', { limits }), deploy('b')],
    fallback: { spillAfterMs },
  });

  it('sends the second request to the next model at once by default', async () => {
    const { clock, router } = bench(config(0));
    await clock.run(router.chat('one'));
    const { deployment, ledger } = await clock.run(router.chat('two'));
    expect(deployment).toBe('b');
    expect(ledger.candidates[0]).toMatchObject({
      deployment: 'a',
      verdict: 'refused',
      by: 'limit',
    });
    expect(ledger.candidates[0]?.waitMs).toBeCloseTo(900, 0);
    expect(ledger.candidates[0]?.detail).toMatch(/would have waited 900 ms for requests/);
  });

  it('waits for the better model while that is no longer than it allows', async () => {
    const { clock, router } = bench(config(2000));
    await clock.run(router.chat('one'));
    const { deployment, ledger } = await clock.run(router.chat('two'));
    expect(deployment).toBe('a');
    expect(ledger.waits[0]?.forMs).toBeCloseTo(900, 0);
  });

  it('spills where the better model would take longer than it allows', async () => {
    const { clock, router } = bench(config(500));
    await clock.run(router.chat('one'));
    const { deployment, ledger } = await clock.run(router.chat('two'));
    expect(deployment).toBe('b');
    expect(ledger.waits).toEqual([]);
  });
});

describe('loadbalance', () => {
  /** Upper 0.1 % points of chi-square for 1 and 2 degrees of freedom. */
  const critical = { 1: 10.83, 2: 13.82 } as const;
  const chiSquare = (counts: readonly number[], weights: readonly number[]) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const weight = weights.reduce((sum, one) => sum + one, 0);
    return counts.reduce((sum, count, index) => {
      const expected = (total * (weights[index] ?? 0)) / weight;
      return sum + (count - expected) ** 2 / expected;
    }, 0);
  };
  const spread = async (weights: readonly number[], seed: number) => {
    const stub: Provider = {
      name: 'stub',
      chat: async () => completionOf('fine'),
      async *stream() {},
    };
    const deployments = weights.map((weight, index) => ({
      id: String(index),
      provider: 'stub',
      model: 'stub',
      weight,
    }));
    const router = createRouter(
      { strategy: 'loadbalance', deployments },
      { random: createRandom(seed), providers: { stub } },
    );
    const asks = Array.from({ length: 1500 }, () => router.chat('Hello'));
    const counts = countBy(await Promise.all(asks), ({ deployment }) => deployment);
    return weights.map((_, index) => counts[index] ?? 0);
  };

  it.each([
    [[1, 1, 1], 1],
    [[5, 3, 2], 2],
    [[0.7, 0.2, 0.1], 3],
    [[0.0005, 0.0003, 0.0002], 4],
    [[5e15, 3e15, 2e15], 5],
  ])('shares the traffic in proportion to the weights %j', async (weights, seed) => {
    expect(chiSquare(await spread(weights, seed), weights)).toBeLessThan(critical[2]);
  });

  it('never chooses a weight of 0', async () => {
    const counts = await spread([3, 0, 1], 6);
    expect(counts[1]).toBe(0);
    expect(chiSquare([counts[0] ?? 0, counts[2] ?? 0], [3, 1])).toBeLessThan(critical[1]);
  });

  it('says so where all weights are 0', async () => {
    const { clock, router } = bench({
      strategy: 'loadbalance',
      deployments: [deploy('a', { weight: 0 })],
    });
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error.code).toBe('no_candidate');
  });

  it('goes to another when one fails', async () => {
    const broken = [{ name: 'a', faults: [{ kind: 'server-error' as const }] }, { name: 'b' }];
    const { clock, router } = createBench(broken, {
      strategy: 'loadbalance',
      deployments: [deploy('a', { weight: 1000 }), deploy('b', { weight: 0.001 })],
    });
    const results = await clock.run(
      Promise.all(Array.from({ length: 20 }, () => router.chat('Hi'))),
    );
    expect(results.every(({ deployment }) => deployment === 'b')).toBe(true);
  });
});

describe('the model of a request', () => {
  const config: Partial<RouterConfig> = {
    deployments: [
      deploy('a', { category: 'tiny' }),
      deploy('b', { id: 'b-east', category: 'large' }),
      deploy('b', { id: 'b-west', category: 'large' }),
      deploy('c', { category: 'reasoning' }),
    ],
    models: { best: ['c', 'b-west'], cheap: ['a'] },
  };
  const askedFor = async (model: string | undefined) => {
    const { clock, router } = bench(config);
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const { ledger } = await clock.run(
      router.chat({ messages, ...(model !== undefined && { model }) }),
    );
    return ledger.candidates.map(({ deployment }) => deployment);
  };

  it.each([
    [undefined, ['a', 'b-east', 'b-west', 'c']],
    ['auto', ['a', 'b-east', 'b-west', 'c']],
    ['b-west', ['b-west']],
    ['b', ['b-east', 'b-west']],
    ['best', ['c', 'b-west']],
    ['cheap', ['a']],
    ['tiny', ['a', 'b-east', 'b-west', 'c']],
    ['reasoning', ['c', 'b-east', 'b-west', 'a']],
    ['large', ['b-east', 'b-west', 'c', 'a']],
  ])('%s means %j, in that order', async (model, expected) => {
    expect(await askedFor(model)).toEqual(expected);
  });

  it('is sent upstream as the provider knows it', async () => {
    const { clock, router, hits } = bench(config);
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const result = await clock.run(router.chat({ model: 'best', messages }));
    expect(hits()[0]?.model).toBe('c');
    expect(result).toMatchObject({ model: 'c', deployment: 'c', provider: 'openai-compatible' });
  });

  it('is what defaultModel says where the request names none', async () => {
    const { clock, router } = bench({ ...config, defaultModel: 'best' });
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('c');
    const explained = await router.explain({
      model: 'auto',
      messages: [{ role: 'user', content: 'Hello' }],
    });
    expect(explained.candidates).toHaveLength(4);
  });

  it('that nobody serves is refused with a list of what exists', async () => {
    const { clock, router, hits } = bench(config);
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const error = await clock.run(failureOf(router.chat({ model: 'gpt-zero', messages })));
    expect(error.code).toBe('model_not_found');
    for (const name of ["'gpt-zero'", 'a', 'b-east', 'b-west', 'best', 'cheap']) {
      expect(error.message).toContain(name);
    }
    expect(error.ledger).toMatchObject({ outcome: 'model_not_found', attempts: [] });
    expect(hits()).toEqual([]);
  });

  it('in an alias that names a deployment twice is one candidate', async () => {
    const { router } = bench({ models: { twice: ['a', 'a', 'b', 'b'] } });
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const { candidates } = await router.explain({ model: 'twice', messages });
    expect(candidates.map(({ deployment }) => deployment)).toEqual(['a', 'b']);
  });
});

describe('preferredModel', () => {
  it('goes first and may fall back', async () => {
    const { clock, router } = bench({});
    const first = await clock.run(router.chat('Hello', { preferredModel: 'c' }));
    expect(first.deployment).toBe('c');
    expect(first.ledger.candidates.map(({ deployment }) => deployment)).toEqual(['c', 'a', 'b']);
    const failing = createBench(
      [...models.slice(0, 2), { name: 'c', faults: [{ kind: 'server-error' }] }],
      { deployments: [deploy('a'), deploy('b'), deploy('c')] },
    );
    const second = await failing.clock.run(failing.router.chat('Hello', { preferredModel: 'c' }));
    expect(second.deployment).toBe('a');
  });

  it('goes first under loadbalance too', async () => {
    const { clock, router } = bench({ strategy: 'loadbalance' });
    const asks = Array.from({ length: 20 }, () => router.chat('Hello', { preferredModel: 'b' }));
    const results = await clock.run(Promise.all(asks));
    expect(countBy(results, ({ deployment }) => deployment)).toEqual({ b: 20 });
  });

  it('that nobody serves is refused like a model that nobody serves', async () => {
    const { clock, router } = bench({});
    const call = router.chat('Hello', { preferredModel: 'gpt-zero' });
    const error = await clock.run(failureOf(call));
    expect(error.code).toBe('model_not_found');
    expect(error.message).toContain("'gpt-zero'");
  });
});

describe('what a deployment cannot do', () => {
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  const tools = [{ type: 'function' as const, function: { name: 'lookup' } }];
  const picture = [
    {
      role: 'user' as const,
      content: [{ type: 'image_url' as const, image_url: { url: 'https://example.com/x.png' } }],
    },
  ];

  it.each([
    ['tools', { messages, tools }, 'cannot take tools'],
    ['vision', { messages: picture }, 'cannot take vision'],
  ] as const)('refuses it with the reason: %s', async (capability, request, detail) => {
    const { clock, router } = bench({
      deployments: [deploy('a', { capabilities: { [capability]: false } }), deploy('b')],
    });
    const { deployment, ledger } = await clock.run(router.chat(request));
    expect(deployment).toBe('b');
    expect(ledger.candidates[0]).toMatchObject({ verdict: 'refused', by: 'capability', detail });
  });

  it('includes prompts that do not fit into its window', async () => {
    const { clock, router, hits } = bench({
      deployments: [deploy('a', { contextWindow: 300 }), deploy('b', { contextWindow: 5000 })],
    });
    const short = await clock.run(router.chat('Hello'));
    expect(short.deployment).toBe('a');
    const long = await clock.run(router.chat('harbour '.repeat(1000)));
    expect(long.deployment).toBe('b');
    expect(long.ledger.candidates[0]).toMatchObject({ verdict: 'refused', by: 'context' });
    expect(hits('a')).toHaveLength(1);
  });

  it('includes tags that it does not carry', async () => {
    const { clock, router } = bench({
      deployments: [deploy('a', { tags: ['eu'] }), deploy('b', { tags: ['eu', 'private'] })],
    });
    const { deployment } = await clock.run(router.chat('Hello', { tags: ['private'] }));
    expect(deployment).toBe('b');
    const error = await clock.run(failureOf(router.chat('Hello', { tags: ['moon'] })));
    expect(error.code).toBe('no_candidate');
    expect(error.message).toContain("a is not tagged 'moon'");
  });
});

describe("a selector of the caller's own", () => {
  it('decides ranks, and what it leaves out is not used', async () => {
    const { clock, router } = bench({
      strategy: {
        select: ({ candidates }) =>
          candidates
            .filter(({ deployment }) => deployment.id !== 'a')
            .map((candidate, index) => ({ ...candidate, rank: -index })),
      },
    });
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('c');
  });

  it('sees the state of each deployment', async () => {
    const seen: unknown[] = [];
    const { clock, router } = bench({
      deployments: [deploy('a', { limits: { requestsPerMinute: 60, burst: 1 } })],
      strategy: {
        select({ candidates, state }) {
          seen.push(state('a'));
          return candidates;
        },
      },
    });
    await clock.run(router.chat('one'));
    await clock.run(router.chat('two'));
    expect(seen[0]).toEqual({ waitMs: 0, healthy: true, score: 1 });
    expect(seen[1]).toMatchObject({ latencyMs: 100 });
    expect((seen[1] as { waitMs: number }).waitMs).toBeCloseTo(900, 0);
  });

  it('that leaves nobody ends the request with no_candidate', async () => {
    const { clock, router } = bench({ strategy: { select: () => [] } });
    expect((await clock.run(failureOf(router.chat('Hello')))).code).toBe('no_candidate');
  });

  it('that invents a deployment ends the request with a clear error and leaves nothing in flight', async () => {
    const { clock, router } = bench({
      strategy: {
        select: ({ candidates }) =>
          candidates.map((one) => ({ ...one, deployment: { ...one.deployment, id: 'ghost' } })),
      },
    });
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error.message).toContain('ghost');
    const { queue } = router.status();
    expect(Object.values(queue.limits).map(({ inFlight }) => inFlight)).not.toContain(1);
  });

  it('that throws ends the request with its error as the cause', async () => {
    const bug = new TypeError('the selector has a bug');
    const { clock, router } = bench({
      strategy: {
        select() {
          throw bug;
        },
      },
    });
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error).toMatchObject({ code: 'invalid_config', cause: bug });
    expect(router.status().requests).toEqual({ running: 0, succeeded: 0, failed: 1 });
  });
});

describe("a balancer of the caller's own", () => {
  it('decides who goes first among equals', async () => {
    const { clock, router } = bench({
      strategy: 'loadbalance',
      balance: { order: (candidates) => [...candidates].reverse() },
    });
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('c');
  });
});

describe("a provider of the caller's own", () => {
  it('is called with the model that its deployment names, and may throw what it likes', async () => {
    const random = createRandom(1);
    const { clock, router, callsOf } = createFakeBench({
      odd: {
        chat: async () => {
          throw random() < 2 ? 'a bare string' : undefined;
        },
      },
      good: {},
    });
    const { deployment, ledger } = await clock.run(router.chat('Hello'));
    expect(deployment).toBe('good');
    expect(ledger.attempts[0]?.error?.category).toBe('unknown');
    expect(callsOf('good')[0]?.request.model).toBe('good');
  });
});
