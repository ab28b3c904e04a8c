import { inspect } from 'node:util';
import { isRouterError, isSecret } from '@llm-router/core';
import { byPriority, type ParseOptions, parsePortkeyConfig } from '../src/index.ts';

const target = (model: string, more: object = {}) => ({
  provider: 'openai',
  api_key: `key-of-${model}`,
  override_params: { model },
  ...more,
});

/** Not as a literal, since what has a `then` passes for a promise. */
const when = (query: object, name: string) =>
  Object.fromEntries([
    ['query', query],
    ['then', name],
  ]);

const parse = (json: unknown, options: ParseOptions = {}) => parsePortkeyConfig(json, options);
const modelsOf = (json: unknown) => parse(json).config.deployments?.map(({ model }) => model);

describe('a single target', () => {
  test('becomes a deployment, from text or from an object', () => {
    const json = target('gpt-4o', { request_timeout: 900, name: 'main' });
    const { config, warnings } = parse(json);
    expect(config.deployments).toMatchObject([
      { id: 'main', provider: 'openai', model: 'gpt-4o', timeoutMs: 900 },
    ]);
    expect(warnings).toEqual([]);
    const fromText = parse(JSON.stringify(json)).config.deployments?.[0];
    expect(fromText).toMatchObject({ id: 'main', model: 'gpt-4o' });
    const key = config.deployments?.[0]?.apiKey;
    expect(isSecret(key) && key.reveal()).toBe('key-of-gpt-4o');
  });

  test('is tried once where nothing is said of retries, as at the gateway', () => {
    expect(parse(target('a')).config.retry).toEqual({ maxAttempts: 1, onStatusCodes: [] });
  });

  test('takes provider, key and model from the request around it', () => {
    const around = { provider: 'groq', apiKey: 'gsk-around', model: 'llama' };
    const { config } = parse({ retry: { attempts: 2 } }, around);
    expect(config.deployments).toMatchObject([{ provider: 'groq', model: 'llama' }]);
    expect(config.retry?.maxAttempts).toBe(3);
  });

  test.each([
    ['anthropic', 'https://h.example/v1', 'anthropic', 'https://h.example'],
    ['openrouter', 'https://h.example/api', 'openrouter', 'https://h.example/api/v1'],
    ['openai', 'http://localhost:9/v1', 'openai-compatible', 'http://localhost:9/v1'],
    ['ollama', 'http://localhost:11434', 'ollama', 'http://localhost:11434/v1'],
    ['moonshot', undefined, 'moonshot', 'https://api.moonshot.cn/v1'],
    ['deepinfra', 'https://h.example/v1', 'openai-compatible', 'https://h.example/v1'],
    ['x-ai', undefined, 'xai', undefined],
  ])('of %s at %s is %s at %s', (provider, host, name, baseUrl) => {
    const { config } = parse(target('m', { provider, ...(host && { custom_host: host }) }));
    expect(config.deployments?.[0]?.provider).toBe(name);
    expect(config.deployments?.[0]?.baseUrl).toBe(baseUrl);
  });

  test.each([
    ['without a provider', { api_key: 'k', override_params: { model: 'm' } }, 'provider'],
    ['of an unknown provider', target('m', { provider: 'deepinfra' }), 'provider'],
    ['without a model', { provider: 'openai', api_key: 'k' }, 'override_params.model'],
  ])('%s is left out, with a warning', (_, json, place) => {
    const { config, warnings } = parse(json);
    expect(config.deployments).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(new RegExp(`^${place}: .*left out`))]);
  });
});

describe('strategies', () => {
  test('fallback keeps the order and the statuses', () => {
    const { config } = parse({
      strategy: { mode: 'fallback', on_status_codes: [429, 503] },
      targets: [target('a'), target('b')],
    });
    expect(config.strategy).toBe('fallback');
    expect(config.deployments?.map(({ priority }) => priority)).toEqual([0, 1]);
    expect(config.fallback).toEqual({ onStatusCodes: [429, 503] });
    expect(config.retry?.maxAttempts).toBe(2);
  });

  test('loadbalance keeps the weights and does not fail over', () => {
    const { config } = parse({
      strategy: { mode: 'loadbalance' },
      targets: [target('a', { weight: 0.7 }), target('b', { weight: 0.3 })],
    });
    expect(config.strategy).toBe('loadbalance');
    expect(config.deployments?.map(({ weight }) => weight)).toEqual([0.7, 0.3]);
    expect(config.fallback).toEqual({ onStatusCodes: [] });
  });

  test('a drawing with all of its targets behind it is a loadbalance that fails over', () => {
    const [a, b] = [target('a', { weight: 2 }), target('b', { weight: 1 })];
    const { config, warnings } = parse({
      strategy: { mode: 'fallback' },
      targets: [{ strategy: { mode: 'loadbalance' }, targets: [a, b] }, a, b],
    });
    expect(config).toMatchObject({ strategy: 'loadbalance', retry: { maxAttempts: 3 } });
    expect(config.deployments).toHaveLength(2);
    expect(config.fallback).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  test('a drawing before another target is ranked by priority, with a warning', () => {
    const { config, warnings } = parse({
      strategy: { mode: 'fallback' },
      targets: [
        { strategy: { mode: 'loadbalance' }, targets: [target('a'), target('b')] },
        target('c'),
      ],
    });
    expect(config.strategy).toBe(byPriority);
    expect(config.deployments?.map(({ priority }) => priority)).toEqual([0, 0, 1]);
    expect(config.retry?.maxAttempts).toBe(3);
    expect(warnings).toEqual([expect.stringMatching(/^targets\[0\]: /)]);
  });

  test('nested fallbacks are one order', () => {
    const inner = { strategy: { mode: 'fallback' }, targets: [target('a'), target('b')] };
    expect(modelsOf({ strategy: { mode: 'fallback' }, targets: [inner, target('c')] })).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('weights of drawings within drawings are shares of the whole', () => {
    const inner = {
      weight: 3,
      strategy: { mode: 'loadbalance' },
      targets: [target('a', { weight: 1 }), target('b', { weight: 2 })],
    };
    const { config } = parse({
      strategy: { mode: 'loadbalance' },
      targets: [inner, target('c', { weight: 1 })],
    });
    expect(config.deployments?.map(({ weight }) => weight)).toEqual([1, 2, 1]);
  });

  test('a drawing within a drawing weighs 1 where nothing is said', () => {
    const inner = {
      strategy: { mode: 'loadbalance' },
      targets: [target('a', { weight: 5 }), target('b', { weight: 15 })],
    };
    const { config } = parse({ strategy: { mode: 'loadbalance' }, targets: [inner, target('c')] });
    expect(config.deployments?.map(({ weight }) => weight)).toEqual([0.25, 0.75, undefined]);
  });

  test('single uses the first target and says so', () => {
    const { config, warnings } = parse({
      strategy: { mode: 'single' },
      targets: [target('a'), target('b')],
    });
    expect(config.deployments?.map(({ model }) => model)).toEqual(['a']);
    expect(warnings).toHaveLength(1);
  });

  test('conditions on the model become aliases, others a warning', () => {
    const { config, warnings } = parse({
      strategy: {
        mode: 'conditional',
        conditions: [
          when({ 'params.model': { $in: ['fast', 'quick', 'small'] } }, 'b'),
          when({ 'params.model': 'fast' }, 'a'),
          when({ 'metadata.plan': { $eq: 'free' } }, 'b'),
        ],
        default: 'a',
      },
      targets: [target('m', { name: 'a' }), target('n', { name: 'b' })],
    });
    expect(config.models).toEqual({ fast: ['b'], quick: ['b'], 'portkey-default': ['a'] });
    expect(config.defaultModel).toBe('portkey-default');
    expect(warnings.map((text) => text.split(':')[0])).toEqual([
      'strategy.conditions[2].query',
      'strategy.conditions',
      'strategy.default',
    ]);
  });
});

describe('what is handed down', () => {
  test('is replaced as a whole by a target of its own, and differences are told', () => {
    const { config, warnings } = parse({
      strategy: { mode: 'fallback' },
      retry: { attempts: 2, on_status_codes: [503] },
      request_timeout: 500,
      override_params: { model: 'shared' },
      targets: [
        { provider: 'openai', api_key: 'k' },
        { provider: 'groq', api_key: 'g', retry: { attempts: 1 }, request_timeout: 700 },
      ],
    });
    expect(config.deployments).toMatchObject([
      { model: 'shared', timeoutMs: 500 },
      { model: 'shared', timeoutMs: 700 },
    ]);
    expect(config.retry).toMatchObject({ maxAttempts: 5, onStatusCodes: [503] });
    expect(warnings).toEqual([expect.stringMatching(/^targets\[1\]\.retry: /)]);
  });

  test('retries wait as at the gateway and for its statuses', () => {
    expect(parse({ ...target('a'), retry: { attempts: 4 } }).config.retry).toEqual({
      maxAttempts: 5,
      onStatusCodes: [429, 500, 502, 503, 504],
      backoff: { baseMs: 1000, factor: 2, jitter: 'none' },
    });
  });

  test('a cache lasts as long as it says, in seconds, or a week', () => {
    const cacheOf = (cache: object) => parse({ ...target('a'), cache }).config.cache;
    expect(cacheOf({ mode: 'simple', max_age: 60 })).toEqual({ ttlMs: 60_000 });
    expect(cacheOf({ mode: 'simple' })).toEqual({ ttlMs: 604_800_000 });
    expect(cacheOf({ enabled: false })).toBe(false);
  });

  test.each(['top', 'strategy'])('a breaker is read at the %s', (where) => {
    const cb_config = { failure_threshold: 3, cooldown_interval: 30_000 };
    const strategy = { mode: 'fallback', ...(where === 'strategy' && { cb_config }) };
    const { config } = parse({
      strategy,
      targets: [target('a')],
      ...(where === 'top' && { cb_config }),
    });
    expect(config.breaker).toEqual({ failureThreshold: 3, openMs: 30_000, maxOpenMs: 30_000 });
  });
});

describe('the spelling of the seeds', () => {
  const seeds = {
    retry: { attempts: 5, delay: 2000, backoff: 'exponential', onStatusCodes: [429, 502] },
    cache: { enabled: true, ttl: 3600, maxSize: 500 },
    strategy: { mode: 'fallback', targets: [target('a'), target('b')] },
  };

  test('is understood', () => {
    const { config } = parse(seeds);
    expect(config).toMatchObject({
      strategy: 'fallback',
      cache: { ttlMs: 3_600_000, maxEntries: 500 },
      retry: { maxAttempts: 12, onStatusCodes: [429, 502], backoff: { baseMs: 2000, factor: 2 } },
    });
    expect(config.deployments).toHaveLength(2);
  });

  test('is warned of, key by key', () => {
    const places = parse(seeds).warnings.map((text) => text.split(':')[0]);
    for (const place of [
      'retry.delay',
      'retry.backoff',
      'retry.onStatusCodes',
      'cache.enabled',
      'cache.ttl',
      'cache.maxSize',
      'strategy.targets',
    ]) {
      expect(places).toContain(place);
    }
  });

  test('is refused by strict, as by the gateway', () => {
    const message = messageOf(() => parse(seeds, { strict: true }));
    expect(message).toContain('400');
    expect(message).toContain('Either x-portkey-provider needs to be passed');
    const second = messageOf(() => parse({ ...seeds, provider: 'openai' }, { strict: true }));
    expect(second).toContain('path: cache,mode, message: Required');
  });
});

describe('nothing is dropped in silence', () => {
  test('every key that is not taken over is named, wherever it stands', () => {
    const { warnings } = parse({
      strategy: { mode: 'fallback', sticky: { enabled: true } },
      input_guardrails: ['g1'],
      targets: [
        target('a', {
          virtual_key: 'v',
          forward_headers: ['x-y'],
          aws_region: 'eu-1',
          strict_open_ai_compliance: false,
          whatever: 1,
          override_params: { model: 'a', temperature: 0.5 },
          retry: { attempts: 1, jitter: true },
        }),
      ],
    });
    const places = warnings.map((text) => text.split(':')[0]);
    for (const place of [
      'strategy.sticky',
      'input_guardrails',
      'targets[0].virtual_key',
      'targets[0].forward_headers',
      'targets[0].aws_region',
      'targets[0].strict_open_ai_compliance',
      'targets[0].whatever',
      'targets[0].override_params.temperature',
      'targets[0].retry.jitter',
    ]) {
      expect(places).toContain(place);
    }
  });

  test('values of a wrong type are named and not shown', () => {
    const { warnings } = parse({ ...target('a'), retry: { attempts: 'sk-in-a-wrong-place' } });
    expect(warnings.join()).toContain('retry.attempts: is a text; expected a number');
    expect(warnings.join()).not.toContain('sk-in');
  });

  test('neither warnings, errors nor the configuration show a key when printed', () => {
    const json = {
      ...target('a'),
      api_key: 'sk-very-private-1',
      'sk-very-private-2': true,
      retry: { attempts: ['sk-very-private-3'] },
      virtual_key: 'sk-very-private-4',
    };
    const shown = inspect(parse(json), { depth: 9, showHidden: true });
    const refused = messageOf(() => parse(json, { strict: true }));
    expect(shown + refused + JSON.stringify(parse(json))).not.toContain('very-private');
  });
});

describe('what is no configuration', () => {
  test.each([
    ['a saved one', 'pc-some-id', 'saved'],
    ['no JSON', '{"retry":', 'no JSON object'],
    ['a list', [1], 'no JSON object'],
    ['nothing', undefined, 'no JSON object'],
  ])('%s gives nothing and a warning', (_, json, words) => {
    const { config, warnings } = parse(json);
    expect(config).toEqual({});
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  test('nesting without end is cut', () => {
    let json: object = target('a');
    for (let depth = 0; depth < 2000; depth++) {
      json = { strategy: { mode: 'fallback' }, targets: [json] };
    }
    expect(parse(json).warnings.join()).toContain('nested deeper');
    const cycle: { targets: unknown[] } = { targets: [] };
    cycle.targets.push(cycle);
    expect(parse(cycle).config).toEqual({});
  });

  test('options are checked', () => {
    const wrong = { Strict: true } as ParseOptions;
    expect(messageOf(() => parse({}, wrong))).toContain("unknown option 'Strict'");
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isRouterError(error, 'invalid_config')) return error.message;
    throw error;
  }
  throw new Error('expected an error');
}
