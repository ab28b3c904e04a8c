import { createRandom, createVirtualClock } from '@llm-router/core';
import { createRouter, type RouterConfig } from 'llm-router';
import {
  completionOf,
  countBy,
  createBench,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
  type WireHit,
} from './support.ts';

const medians: Record<string, number> = { slow: 900, middling: 400, quick: 100 };

/** Deployments that each take their own time. */
function bench(config: RouterConfig, script: (hit: WireHit) => object = () => ({})) {
  return createWireBench(config, (hit) => ({ afterMs: medians[hit.model] ?? 50, ...script(hit) }));
}

const serves = async ({ clock, router }: ReturnType<typeof bench>, count: number) => {
  const served: string[] = [];
  for (let time = 0; time < count; time++) {
    served.push((await clock.run(router.chat(`number ${time}`))).deployment);
  }
  return served;
};

describe('cost_aware', () => {
  const of = (id: string, input: number, category: 'tiny' | 'large') =>
    deploy(id, { price: { input, output: input }, category });
  const deployments = [of('dear', 9, 'tiny'), of('cheap', 1, 'tiny'), of('big', 0.5, 'large')];

  it('asks the cheapest of the category that the request needs', async () => {
    const made = bench({ strategy: 'cost_aware', deployments });
    expect(await serves(made, 3)).toEqual(['cheap', 'cheap', 'cheap']);
  });

  it('goes on to the next cheapest when the cheapest fails', async () => {
    const made = bench({ strategy: 'cost_aware', deployments }, ({ model }) =>
      model === 'cheap' ? { status: 500, body: errorBody('down') } : {},
    );
    expect(await serves(made, 1)).toEqual(['dear']);
  });

  it('puts an unknown price behind every known one', async () => {
    const unknown = deploy('unknown', { category: 'tiny' });
    const made = bench({ strategy: 'cost_aware', deployments: [unknown, of('dear', 9, 'tiny')] });
    expect(await serves(made, 2)).toEqual(['dear', 'dear']);
  });
});

describe('fastest', () => {
  it('tries everyone once, then stays with the quickest', async () => {
    const deployments = Object.keys(medians).map((id) => deploy(id));
    const made = bench({ strategy: 'fastest', deployments });
    const served = await serves(made, 12);
    expect(new Set(served.slice(0, 3)).size).toBe(3);
    expect(served.slice(3)).toEqual(Array(9).fill('quick'));
  });
});

describe('quality', () => {
  it('asks the most capable category, and there the dearest', async () => {
    const made = bench({
      strategy: 'quality',
      deployments: [
        deploy('tiny', { category: 'tiny', price: { input: 99, output: 99 } }),
        deploy('plain', { category: 'large', price: { input: 1, output: 1 } }),
        deploy('fine', { category: 'large', price: { input: 5, output: 5 } }),
      ],
    });
    expect(await serves(made, 2)).toEqual(['fine', 'fine']);
  });
});

describe('fallback', () => {
  it('goes by priority, then by the order of the configuration', async () => {
    const made = bench({
      deployments: [deploy('third', { priority: 2 }), deploy('first'), deploy('second')],
    });
    const { candidates } = await made.router.explain('Hello');
    expect(candidates.map(({ deployment }) => deployment)).toEqual(['first', 'second', 'third']);
    expect(await serves(made, 1)).toEqual(['first']);
  });

  it('puts who is unhealthy behind its peers', async () => {
    let isDown = true;
    const made = bench(
      { deployments: [deploy('a'), deploy('b')], breaker: false, health: { cooldownMs: 5000 } },
      ({ model }) => (model === 'a' && isDown ? { status: 500, body: errorBody('down') } : {}),
    );
    await serves(made, 5);
    const sent = made.hits.filter(({ model }) => model === 'a').length;
    await serves(made, 5);
    expect(made.hits.filter(({ model }) => model === 'a')).toHaveLength(sent);
    isDown = false;
    await made.clock.advance(60_000);
    expect(await serves(made, 1)).toEqual(['a']);
  });
});

describe('a category by its name', () => {
  const deployments = [
    deploy('a large one', { category: 'large', price: { input: 0, output: 0 } }),
    deploy('a reasoner', { category: 'reasoning', price: { input: 1, output: 1 } }),
    deploy('a small one', { category: 'small', price: { input: 9, output: 9 }, priority: 7 }),
  ];

  it.each(['fallback', 'loadbalance', 'cost_aware', 'fastest', 'quality'] as const)(
    'is what answers under %s, and then its neighbours',
    async (strategy) => {
      const down = new Set<string>();
      const made = bench({ strategy, deployments, breaker: false }, ({ model }) =>
        down.has(model) ? { status: 500, body: errorBody('down') } : {},
      );
      const ask = async (number: number) => {
        const messages = [{ role: 'user' as const, content: `number ${number}` }];
        return (await made.clock.run(made.router.chat({ model: 'small', messages }))).deployment;
      };
      for (let time = 0; time < 10; time++) expect(await ask(time)).toBe('a small one');
      down.add('a small one');
      expect(await ask(11)).toBe('a large one');
      down.add('a large one');
      expect(await ask(12)).toBe('a reasoner');
    },
  );

  it('gives way to a model of that name', async () => {
    const named = deploy('a large one', { model: 'small' });
    const made = bench({ deployments: [...deployments.slice(1), named] });
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const { deployment } = await made.clock.run(made.router.chat({ model: 'small', messages }));
    expect(deployment).toBe('a large one');
  });
});

describe('what the caller prefers', () => {
  const deployments = [deploy('a', { tags: ['near'] }), deploy('b'), deploy('c')];
  const config = { deployments, agents: { writer: 'c', toString: 'b' } };

  it('goes first and may fall back', async () => {
    const made = bench(config, ({ model }) =>
      model === 'c' ? { status: 500, body: errorBody('down') } : {},
    );
    const { ledger, deployment } = await made.clock.run(
      made.router.chat('Hello', { preferredModel: 'c' }),
    );
    expect(ledger.attempts.map((attempt) => attempt.deployment)).toEqual(['c', 'a']);
    expect(deployment).toBe('a');
  });

  it('comes from the type of the agent, unless the call says otherwise', async () => {
    const { clock, router } = bench(config);
    const ask = async (options: object) =>
      (await clock.run(router.chat('Hello', options))).deployment;
    expect(await ask({ agentType: 'writer' })).toBe('c');
    expect(await ask({ agentType: 'writer', preferredModel: 'b' })).toBe('b');
    expect(await ask({ agentType: 'toString' })).toBe('b');
    expect(await ask({ agentType: 'reader' })).toBe('a');
    expect(await ask({ agentType: 'constructor' })).toBe('a');
  });

  it('does not undo what the tags exclude', async () => {
    const { clock, router } = bench(config);
    const options = { preferredModel: 'c', tags: ['near'] };
    expect((await clock.run(router.chat('Hello', options))).deployment).toBe('a');
    const error = await clock.run(failureOf(router.chat('Hello', { tags: ['far'] })));
    expect(error.code).toBe('no_candidate');
  });

  it('is refused at creation where no deployment answers to it', () => {
    expect(() => bench({ ...config, agents: { writer: 'nobody' } })).toThrow(/agents\.writer/);
  });
});

describe('loadbalance', () => {
  it('shares the traffic by weight over simulated models', async () => {
    const weights = [5, 3, 2];
    const names = ['a', 'b', 'c'];
    const { clock, router } = createBench(
      names.map((name) => ({ name })),
      {
        strategy: 'loadbalance',
        deployments: names.map((name, index) => deploy(name, { weight: weights[index] ?? 0 })),
      },
      { seed: 7 },
    );
    const results = await clock.run(
      Promise.all(Array.from({ length: 1000 }, (_, index) => router.chat(`number ${index}`))),
    );
    const counts = countBy(results, ({ deployment }) => deployment);
    const chiSquare = names.reduce((sum, name, index) => {
      const expected = 100 * (weights[index] ?? 0);
      return sum + ((counts[name] ?? 0) - expected) ** 2 / expected;
    }, 0);
    // The upper 0.1 % point for 2 degrees of freedom.
    expect(chiSquare).toBeLessThan(13.82);
  });

  it('takes turns where the balance is round-robin', async () => {
    const made = bench({
      strategy: 'loadbalance',
      balance: 'round-robin',
      deployments: [deploy('a'), deploy('b'), deploy('c')],
    });
    expect(countBy(await serves(made, 9), (id) => id)).toEqual({ a: 3, b: 3, c: 3 });
  });

  it('goes by what is in flight where the balance is least-busy', async () => {
    const clock = createVirtualClock();
    const providers = Object.fromEntries(
      [
        ['slow', 900],
        ['quick', 100],
      ].map(([name, afterMs]) => [
        name,
        {
          name: String(name),
          chat: async () => {
            await clock.sleep(Number(afterMs));
            return completionOf('fine');
          },
          async *stream() {},
        },
      ]),
    );
    const router = createRouter(
      {
        strategy: 'loadbalance',
        balance: 'least-busy',
        deployments: ['slow', 'quick'].map((id) => ({ id, provider: id, model: id })),
      },
      { clock, random: createRandom(1), providers },
    );
    const asks: ReturnType<typeof router.chat>[] = [];
    for (let time = 0; time < 60; time++) {
      asks.push(router.chat(`number ${time}`));
      await clock.advance(60);
    }
    const served = countBy(await clock.run(Promise.all(asks)), ({ deployment }) => deployment);
    expect(served['quick']).toBeGreaterThan(2 * (served['slow'] ?? 0));
  });
});
