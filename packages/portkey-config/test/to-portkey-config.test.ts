import { createSecret } from '@llm-router/core';
import {
  byPriority,
  findPortkeyRefusal,
  type PortableConfig,
  parsePortkeyConfig,
  toPortkeyConfig,
} from '../src/index.ts';

const a = { provider: 'openai', model: 'a', apiKey: createSecret('key-a') };
const b = { provider: 'xai', model: 'b', apiKey: 'key-b', id: 'second', timeoutMs: 800 };

function write(config: PortableConfig): { config: object; losses: string[] } {
  const losses: string[] = [];
  return { config: toPortkeyConfig(config, { onLoss: (loss) => losses.push(loss) }), losses };
}

test('one deployment is a target with the policies of the whole', () => {
  const { config } = write({
    deployments: [a],
    retry: { maxAttempts: 4, onStatusCodes: [429] },
    cache: { ttlMs: 90_500 },
  });
  expect(config).toEqual({
    provider: 'openai',
    api_key: 'key-a',
    override_params: { model: 'a' },
    retry: { attempts: 3, on_status_codes: [429] },
    cache: { mode: 'simple', max_age: 91 },
  });
});

test('a fallback goes by priority, and its attempts are shared out', () => {
  const { config } = write({
    deployments: [{ ...a, priority: 5 }, b],
    fallback: { onStatusCodes: [500] },
    retry: { maxAttempts: 6 },
  });
  expect(config).toMatchObject({
    strategy: { mode: 'fallback', on_status_codes: [500] },
    retry: { attempts: 2 },
    targets: [
      { name: 'second', provider: 'x-ai', request_timeout: 800 },
      { provider: 'openai', api_key: 'key-a' },
    ],
  });
});

test('a loadbalance that may not fail over is a drawing alone', () => {
  const deployments = [{ ...a, weight: 3 }, b];
  const { config } = write({ deployments, strategy: 'loadbalance', fallback: { enabled: false } });
  expect(config).toMatchObject({
    strategy: { mode: 'loadbalance' },
    targets: [{ provider: 'openai', weight: 3 }, { provider: 'x-ai' }],
  });
});

test('a loadbalance that fails over has its targets behind it, but for those never drawn', () => {
  const deployments = [a, { ...b, weight: 0 }];
  expect(write({ deployments, strategy: 'loadbalance' }).config).toMatchObject({
    strategy: { mode: 'fallback' },
    targets: [{ strategy: { mode: 'loadbalance' } }, { provider: 'openai' }],
  });
});

test('groups of one priority are drawings in a fallback', () => {
  const deployments = [a, b, { ...a, model: 'c', priority: 1 }];
  const { targets } = toPortkeyConfig({ deployments, strategy: byPriority }) as {
    targets: object[];
  };
  expect(targets).toHaveLength(4);
  expect(targets[3]).toMatchObject({ override_params: { model: 'c' } });
});

test('aliases are conditions on the model, and come back', () => {
  const third = { ...a, id: 'third' };
  const models = { fast: ['second'], any: ['second', 'third'], none: ['gone'] };
  const config = { deployments: [b, third], strategy: 'loadbalance', models } as const;
  const { config: written } = write({ ...config, defaultModel: 'fast' });
  expect(written).toMatchObject({
    strategy: { mode: 'conditional', default: 'second' },
    targets: [{ name: 'second' }, { name: 'any' }, { name: 'second' }],
  });
  expect(parsePortkeyConfig(written).config).toMatchObject({
    models: { fast: ['second'], any: ['second', 'third'], 'portkey-default': ['second'] },
    defaultModel: 'portkey-default',
  });
});

test('a fallback that is off moves on at no status', () => {
  const { config } = write({ deployments: [a, b], fallback: { enabled: false } });
  expect(config).toMatchObject({ strategy: { mode: 'fallback', on_status_codes: [] } });
});

test.each([
  [{ provider: 'vllm', model: 'm' }, 'openai', 'http://localhost:8000/v1'],
  [
    { provider: 'ollama', model: 'm', baseUrl: 'http://h.example/v1' },
    'ollama',
    'http://h.example',
  ],
  [
    { ...a, provider: 'anthropic', baseUrl: 'https://h.example/' },
    'anthropic',
    'https://h.example/v1',
  ],
  [{ ...a, provider: 'moonshot' }, 'moonshot', 'https://api.moonshot.ai'],
])('%j is %s at %s', (deployment, provider, custom_host) => {
  const { config } = write({ deployments: [deployment] });
  expect(config).toMatchObject({ provider, custom_host });
  expect(findPortkeyRefusal(config)).toBeUndefined();
});

test('what Portkey has no word for is told', () => {
  const config = {
    deployments: [{ ...a, pool: 'p', headers: { 'OpenAI-Project': 'x', 'x-team': 'y' } }],
    strategy: 'cost_aware',
    pools: {},
    retry: { maxAttempts: 3 },
    breaker: { openMs: 1 },
    cache: { maxEntries: 3 },
    models: { fast: ['a'] },
  } as const;
  const { config: written, losses } = write(config);
  expect(written).toMatchObject({
    targets: [{ openai_project: 'x' }, { name: 'portkey-default' }],
  });
  expect(losses.map((loss) => loss.split(':')[0]).sort()).toEqual([
    'breaker',
    'cache.maxEntries',
    'deployments[0].headers',
    'deployments[0].pool',
    'models',
    'pools',
    'retry.backoff',
    "strategy 'cost_aware'",
  ]);
});

test.each([
  ['no deployment', { deployments: [] }, 'deployments is a list of 0'],
  [
    'a provider of its own',
    { deployments: [{ provider: 'mine', model: 'm' }] },
    'provider is none',
  ],
  [
    'no address',
    { deployments: [{ provider: 'openai-compatible', model: 'm' }] },
    'baseUrl is missing',
  ],
])('refuses %s', (_, config, words) => {
  expect(() => toPortkeyConfig(config)).toThrow(words);
});
