import { createRandom, createVirtualClock } from '@llm-router/core';
import { createSimulator, type SimulatedModel } from '@llm-router/simulator';
import fc from 'fast-check';
import { createRouter } from 'llm-router';
import { parsePortkeyConfig } from '../src/index.ts';

const target = (model: string, more: object = {}) => ({
  provider: 'openai',
  api_key: 'key-for-test',
  custom_host: 'http://upstream.test/v1',
  override_params: { model },
  ...more,
});

/** What one call does upstream: each hit with the seconds since the first. */
async function hitsOf(json: object, models: readonly SimulatedModel[], calls = 1) {
  const clock = createVirtualClock();
  const latency = { medianMs: 1, sigma: 0 };
  const quick = models.map((model) => ({ ...model, latency }));
  const simulator = createSimulator({ clock, seed: 7, models: quick });
  const { config } = parsePortkeyConfig(json);
  const router = createRouter(
    { deployments: [], ...config },
    { clock, random: createRandom(7), fetch: simulator.fetch },
  );
  for (let number = 0; number < calls; number++) {
    await clock.run(router.chat('Name a harbour.').catch(() => undefined));
  }
  await clock.run(router.close());
  const hits = simulator.hits();
  const start = hits[0]?.at ?? 0;
  return hits.map(
    ({ model, status, at }) => `${model} ${status} ${Math.round((at - start) / 1000)}`,
  );
}

const failing = (name: string, count = Number.POSITIVE_INFINITY): SimulatedModel => {
  let left = count;
  return { name, faults: [{ kind: 'server-error', matches: () => left-- > 0 }] };
};

describe('a configuration of Portkey’s, in the router', () => {
  test('retries after 1, 2 and 4 seconds', async () => {
    const json = { ...target('a'), retry: { attempts: 3 } };
    expect(await hitsOf(json, [failing('a')])).toEqual([
      'a 500 0',
      'a 500 1',
      'a 500 3',
      'a 500 7',
    ]);
  });

  test('falls back in order and asks nobody twice without retries', async () => {
    const json = {
      strategy: { mode: 'fallback' },
      targets: [target('b'), target('a'), target('c')],
    };
    const all = [failing('a'), failing('b'), failing('c')];
    expect(await hitsOf(json, all)).toEqual(['b 500 0', 'a 500 0', 'c 500 0']);
  });

  test('does not fall back on a status that is not listed', async () => {
    const strategy = { mode: 'fallback', on_status_codes: [429] };
    const json = { strategy, retry: { attempts: 2, on_status_codes: [429] } };
    const targets = [target('a'), target('b')];
    expect(await hitsOf({ ...json, targets }, [failing('a'), { name: 'b' }])).toEqual(['a 500 0']);
  });

  test('asks a drawn group to its end before the next target', async () => {
    const drawn = { strategy: { mode: 'loadbalance' }, targets: [target('a'), target('b')] };
    const json = { strategy: { mode: 'fallback' }, targets: [drawn, target('c')] };
    const hits = await hitsOf(json, [failing('a'), failing('b'), { name: 'c' }]);
    expect([...hits].sort()).toEqual(['a 500 0', 'b 500 0', 'c 200 0']);
    expect(hits.at(-1)).toBe('c 200 0');
  });

  test('draws by weight', async () => {
    const json = {
      strategy: { mode: 'loadbalance' },
      targets: [target('a', { weight: 0.9 }), target('b', { weight: 0.1 })],
    };
    const hits = await hitsOf(json, [{ name: 'a' }, { name: 'b' }], 200);
    const drawn = hits.filter((hit) => hit.startsWith('a')).length;
    expect(drawn).toBeGreaterThan(160);
    expect(drawn).toBeLessThan(198);
  });

  test('answers the same question from the cache', async () => {
    const json = { ...target('a'), cache: { mode: 'simple', max_age: 60 } };
    expect(await hitsOf(json, [{ name: 'a' }], 3)).toEqual(['a 200 0']);
  });
});

const leaf = fc
  .record({
    model: fc.constantFrom('a', 'b'),
    weight: fc.option(fc.nat(5), { nil: undefined }),
    name: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
    attempts: fc.nat(3),
    request_timeout: fc.nat(5),
  })
  .map(({ model, attempts, ...more }) => target(model, { ...more, retry: { attempts } }));
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({
      strategy: fc.record({
        mode: fc.constantFrom('single', 'fallback', 'loadbalance', 'conditional'),
        default: fc.constantFrom('x', 'y'),
        cb_config: fc.record({ failure_threshold: fc.nat(4), cooldown_interval: fc.nat(9) }),
      }),
      cache: fc.record({ mode: fc.constantFrom('simple', 'semantic'), max_age: fc.nat(3) }),
      targets: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

test('whatever is read, the router takes', async () => {
  await fc.assert(
    fc.asyncProperty(node, async (json) => {
      const { config } = parsePortkeyConfig(json);
      expect(config.deployments?.length).toBeGreaterThan(0);
      await createRouter({ deployments: [], ...config }).close();
    }),
  );
});
