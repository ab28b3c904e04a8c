import { inspect } from 'node:util';
import { createRandom, createVirtualClock, isSecret } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import {
  configFromEnvironment,
  createRouter,
  loadConfig,
  openrouterFreeLimits,
  type Variables,
} from 'llm-router';
import { countBy, errorOf, steady } from './support.ts';

const openrouter = { OPENROUTER_API_KEY: 'or-lighthouse', OPENROUTER_DEFAULT_MODEL: 'big/one' };
const targets = '[{"provider":"openai","model":"a","weight":2},{"provider":"groq","model":"b"}]';
const portkey = { PORTKEY_API_KEY: 'pk-lighthouse', PORTKEY_FALLBACKS: targets };

function read(variables: Variables) {
  const warnings: string[] = [];
  const config = configFromEnvironment(variables, (warning) => warnings.push(warning));
  return { config, warnings };
}
function refusal(variables: Variables): string {
  const error = errorOf(() => configFromEnvironment(variables));
  expect(error.code).toBe('invalid_config');
  expect(inspect(error)).not.toContain('lighthouse');
  return error.message;
}

describe('OpenRouter from the environment', () => {
  it('becomes a chain of the default model and the free ones, which share their limits', () => {
    const { config } = read({
      ...openrouter,
      OPENROUTER_FREE_FALLBACKS: ' small/two:free, small/three:free ,,big/one',
    });
    expect(config.deployments.map(({ model, priority, pool }) => [model, priority, pool])).toEqual([
      ['big/one', 0, undefined],
      ['small/two:free', 1, 'openrouter-free'],
      ['small/three:free', 2, 'openrouter-free'],
    ]);
    expect(config.pools).toEqual({ 'openrouter-free': openrouterFreeLimits });
    expect(config.fallback?.onStatusCodes).toContain(429);
  });

  it('needs no default model', () => {
    const { config } = read({ OPENROUTER_API_KEY: 'k', OPENROUTER_FREE_FALLBACKS: 'x:free' });
    expect(config.deployments).toHaveLength(1);
  });

  it('hides its key, without the white space around it', () => {
    const { config } = read({ ...openrouter, OPENROUTER_API_KEY: ' or-lighthouse\n' });
    const { apiKey } = config.deployments[0] ?? {};
    expect(isSecret(apiKey) && apiKey.reveal()).toBe('or-lighthouse');
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toContain('lighthouse');
  });

  it.each([{ OPENROUTER_DEFAULT_MODEL: 'm' }, { OPENROUTER_FREE_FALLBACKS: 'm:free' }])(
    'asks for the key that is missing: %j',
    (variables) => {
      const [name = ''] = Object.keys(variables);
      for (const key of [undefined, '', ' ']) {
        const message = refusal({ ...variables, OPENROUTER_API_KEY: key });
        expect(message).toContain(`OPENROUTER_API_KEY is missing though ${name} is set`);
      }
    },
  );
});

describe('Portkey from the environment', () => {
  it('becomes a chain through its gateway', () => {
    const { config } = read(portkey);
    expect(config.deployments).toMatchObject([
      { id: 'portkey/openai/a', model: 'a', weight: 2, priority: 0 },
      { id: 'portkey/groq/b', model: 'b', priority: 1, headers: { 'x-portkey-provider': 'groq' } },
    ]);
    expect(config.deployments[0]?.baseUrl).toBe('https://api.portkey.ai/v1');
    const own = read({ ...portkey, PORTKEY_BASE_URL: 'http://127.0.0.1:8787/v1' }).config;
    expect(own.deployments[1]?.baseUrl).toBe('http://127.0.0.1:8787/v1');
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toContain('lighthouse');
  });

  it('comes after OpenRouter, unless its provider is preferred', () => {
    const both = { ...openrouter, ...portkey };
    const chain = (variables: Variables) =>
      read(variables).config.deployments.map(({ model, priority }) => [model, priority]);
    expect(chain(both)).toEqual([
      ['big/one', 0],
      ['a', 1],
      ['b', 2],
    ]);
    expect(chain({ ...both, PREFERRED_LLM_PROVIDER: 'groq' })).toEqual([
      ['b', 0],
      ['big/one', 1],
      ['a', 2],
    ]);
    expect(chain({ ...both, PREFERRED_LLM_PROVIDER: 'openrouter' })[0]).toEqual(['big/one', 0]);
  });

  it.each(['fallback', 'loadbalance', 'cost_aware'])('takes the strategy %s', (strategy) => {
    expect(read({ ...portkey, PORTKEY_STRATEGY: ` ${strategy}` }).config.strategy).toBe(strategy);
  });

  it('caches exactly where a semantic cache was meant, and warns', () => {
    const on = read({ ...portkey, PORTKEY_CACHE_ENABLED: 'True' });
    expect(on.config.cache).toEqual({});
    expect(on.warnings).toEqual([expect.stringContaining('PORTKEY_CACHE_ENABLED')]);
    const off = read({ ...portkey, PORTKEY_CACHE_ENABLED: '0' });
    expect([off.config.cache, off.warnings]).toEqual([false, []]);
    expect(read(portkey).config).not.toHaveProperty('cache');
  });

  it('warns of fields that are not used', () => {
    const { warnings } = read({
      ...portkey,
      PORTKEY_FALLBACKS: '[{"provider":"a","model":"b","wieght":1}]',
    });
    expect(warnings).toEqual([expect.stringContaining('PORTKEY_FALLBACKS[0].wieght')]);
  });

  it.each<[Variables, ...string[]]>([
    [{ PORTKEY_API_KEY: undefined }, 'PORTKEY_API_KEY is missing though PORTKEY_FALLBACKS is set'],
    [
      { PORTKEY_FALLBACKS: 'gpt-4o' },
      'PORTKEY_FALLBACKS is not JSON at character 1',
      '[{"provider"',
    ],
    [{ PORTKEY_FALLBACKS: '[{"provider":"a",}]' }, 'at character 18', 'a name in double quotes'],
    [{ PORTKEY_FALLBACKS: '[{"key":"pk-lighthouse"' }, 'at character 24', "',' or '}'"],
    [{ PORTKEY_FALLBACKS: '{"provider":"a","model":"b"}' }, 'PORTKEY_FALLBACKS is not a list'],
    [{ PORTKEY_FALLBACKS: '[]' }, 'PORTKEY_FALLBACKS is not a list'],
    [
      { PORTKEY_FALLBACKS: '[{"provider":"a","model":"b"}, "c"]' },
      'PORTKEY_FALLBACKS[1] is not an object',
    ],
    [{ PORTKEY_FALLBACKS: '[{"model":"b"}]' }, 'PORTKEY_FALLBACKS[0] has no provider'],
    [{ PORTKEY_FALLBACKS: '[{"provider":"a","model":5}]' }, 'PORTKEY_FALLBACKS[0] has no model'],
    [
      { PORTKEY_FALLBACKS: '[{"provider":"a","model":"b","weight":"x"}]' },
      'PORTKEY_FALLBACKS[0].weight is "x"',
    ],
    [
      { PORTKEY_FALLBACKS: '[{"provider":"a","model":"b","weight":-1}]' },
      'weight is -1',
      'at least 0',
    ],
    [{ PORTKEY_FALLBACKS: '[{"provider":"a","model":"b","weight":1e999}]' }, 'weight is'],
    [
      { PORTKEY_FALLBACKS: `[${'{"provider":"a","model":"b"},'.repeat(2).slice(0, -1)}]` },
      'PORTKEY_FALLBACKS[1] names a/b again',
    ],
    [
      { PORTKEY_STRATEGY: 'best' },
      "PORTKEY_STRATEGY is 'best'",
      'fallback, loadbalance, cost_aware',
    ],
    [{ PORTKEY_CACHE_ENABLED: 'maybe' }, "PORTKEY_CACHE_ENABLED is 'maybe'", 'true or false'],
    [
      { PREFERRED_LLM_PROVIDER: 'anthropic' },
      "PREFERRED_LLM_PROVIDER is 'anthropic', of which no model",
    ],
    [
      { PREFERRED_LLM_PROVIDER: 'opneai' },
      "PREFERRED_LLM_PROVIDER is 'opneai', which is no provider",
    ],
  ])('refuses %j', (wrong, ...expected) => {
    const message = refusal({ ...portkey, ...wrong });
    for (const part of expected) expect(message).toContain(part);
  });
});

describe('retries from the environment', () => {
  it('are counted in seconds, after the first attempt', () => {
    const { config } = read({
      ...openrouter,
      LLM_MAX_RETRIES: '4',
      LLM_RETRY_DELAY: '0.25',
      LLM_RETRY_MAX_DELAY: ' 90 ',
    });
    expect(config.retry).toEqual({ maxAttempts: 5, backoff: { baseMs: 250, maxMs: 90_000 } });
    expect(read({ ...openrouter, LLM_MAX_RETRIES: '0' }).config.retry?.maxAttempts).toBe(1);
    expect(read({ ...openrouter, LLM_MAX_RETRIES: '' }).config).not.toHaveProperty('retry');
  });

  it.each([
    ['LLM_MAX_RETRIES', 'many'],
    ['LLM_MAX_RETRIES', '1.5'],
    ['LLM_MAX_RETRIES', '-1'],
    ['LLM_RETRY_DELAY', '1s'],
    ['LLM_RETRY_DELAY', '-1'],
    ['LLM_RETRY_MAX_DELAY', 'Infinity'],
  ])('%s refuses %p', (name, value) => {
    const message = refusal({ ...openrouter, [name]: value });
    expect(message).toContain(`${name} is`);
    expect(message).toContain(value);
  });
});

describe('agents from the environment', () => {
  it('prefer their models', () => {
    const map = '{"planner":"big/one","coder":"reasoning","__proto__":"big/one"}';
    const { config, warnings } = read({ ...openrouter, AGENT_MODEL_MAP: map });
    expect(Object.entries(config.agents ?? {})).toEqual(Object.entries(JSON.parse(map)));
    expect(warnings).toEqual([]);
  });

  it('warn of a model that is not configured', () => {
    const { warnings } = read({ ...openrouter, AGENT_MODEL_MAP: '{"planner":"none"}' });
    expect(warnings).toEqual([expect.stringContaining("AGENT_MODEL_MAP.planner is 'none'")]);
  });

  it.each([
    ['{planner:"m"}', 'AGENT_MODEL_MAP is not JSON at character 2'],
    ['{"planner":"m"} x', 'at character 17, where the end was expected'],
    ["{'planner':'m'}", 'a name in double quotes'],
    [`${'['.repeat(90_000)}`, 'fewer levels'],
    ['["m"]', 'AGENT_MODEL_MAP is not an object'],
    ['null', 'AGENT_MODEL_MAP is not an object'],
    ['{"planner":5}', 'AGENT_MODEL_MAP.planner is 5'],
    ['{"planner":""}', 'AGENT_MODEL_MAP.planner is ""'],
  ])('refuse %.40s', (AGENT_MODEL_MAP, expected) => {
    expect(refusal({ ...openrouter, AGENT_MODEL_MAP })).toContain(expected);
  });
});

describe('an environment', () => {
  it('without models says which variables there are', () => {
    for (const variables of [{}, { OPENROUTER_API_KEY: 'k' }, { PORTKEY_FALLBACKS: ' ' }]) {
      expect(refusal(variables)).toMatch(/OPENROUTER_DEFAULT_MODEL.*PORTKEY_FALLBACKS/);
    }
  });

  it('is read by loadConfig, which hands warnings on', () => {
    const warnings: string[] = [];
    const variables = { ...portkey, PORTKEY_CACHE_ENABLED: '1' };
    const config = loadConfig(variables, { onWarning: (warning) => warnings.push(warning) });
    expect(JSON.stringify(config)).toBe(JSON.stringify(configFromEnvironment(variables)));
    expect(warnings).toHaveLength(1);
  });

  it('makes a router that moves on from a refused model, and asks what an agent prefers', async () => {
    const clock = createVirtualClock();
    const none = { requests: { burst: 1, perSecond: 1e-9 } };
    const simulator = createSimulator({
      clock,
      models: [
        { name: 'big/one', latency: steady, limits: none },
        { name: 'a', latency: steady },
        { name: 'b', latency: steady },
      ],
    });
    const variables = { ...openrouter, ...portkey, AGENT_MODEL_MAP: '{"coder":"b"}' };
    const router = createRouter(loadConfig(variables), {
      clock,
      random: createRandom(1),
      fetch: simulator.fetch,
    });
    const asked = Array.from({ length: 20 }, (_, index) => router.chat(`Question ${index}`));
    const coder = router.chat('Write a loop', { agentType: 'coder' });
    const answers = await clock.run(Promise.all(asked));
    const served = countBy(answers, ({ model }) => model);
    expect(served['a']).toBeGreaterThanOrEqual(19);
    expect(simulator.hits().some(({ outcome }) => outcome === 'refused')).toBe(true);
    expect((await coder).model).toBe('b');
  });
});
