import { createSecret } from '@llm-router/core';
import { createRouter, type RouterConfig, type RouterDependencies } from 'llm-router';
import { createFakeBench, deploy, errorOf } from './support.ts';

const good = deploy('a');
const withDeployment = (extra: object) => ({ deployments: [{ ...good, ...extra }] });
const withConfig = (extra: object) => ({ deployments: [good], ...extra });

/** Made to be wrong: what stands here is no `RouterConfig`. */
const broken = (config: unknown) => config as RouterConfig;

describe('a configuration that cannot be meant names the place, the value and what was expected', () => {
  it.each<[string, unknown, readonly (string | RegExp)[]]>([
    ['no configuration', undefined, [/object/]],
    ['null', null, [/object/]],
    ['a string', 'sk-not-to-be-shown', [/object/, /^(?!.*sk-not)/]],
    ['no deployments', {}, ['deployments']],
    ['an empty list', { deployments: [] }, ['deployments', 'at least one']],
    ['deployments as an object', { deployments: {} }, ['deployments']],
    ['a misspelt field', withConfig({ stratgy: 'fallback' }), ['stratgy', 'strategy']],
    [
      'a misspelt field of a deployment',
      withDeployment({ modle: 'x' }),
      ['deployments[0]', 'modle', 'model'],
    ],
    [
      'an unknown strategy',
      withConfig({ strategy: 'best' }),
      ['strategy', "'best'", 'loadbalance'],
    ],
    ['a strategy without select', withConfig({ strategy: {} }), ['strategy', 'select()']],
    ['a balancer without order', withConfig({ balance: {} }), ['balance', 'order()']],
    ['no model', { deployments: [{ provider: 'openai' }] }, ['deployments[0].model']],
    ['an empty model', withDeployment({ model: '' }), ['deployments[0].model']],
    ['a model that is a number', withDeployment({ model: 7 }), ['deployments[0].model', '7']],
    ['no provider', { deployments: [{ model: 'x' }] }, ['deployments[0].provider']],
    [
      'an unknown provider',
      withDeployment({ provider: 'opneai' }),
      ["'opneai'", 'openai-compatible'],
    ],
    [
      'a key that is a number',
      withDeployment({ apiKey: 5 }),
      ['deployments[0].apiKey', /string or a secret/],
    ],
    [
      'a base URL that is none',
      withDeployment({ baseUrl: 'not a url' }),
      ['baseUrl', "'not a url'", 'http'],
    ],
    ['a negative weight', withDeployment({ weight: -1 }), ['deployments[0].weight', '-1']],
    ['a weight of NaN', withDeployment({ weight: Number.NaN }), ['deployments[0].weight', 'NaN']],
    [
      'a priority as text',
      withDeployment({ priority: 'high' }),
      ['deployments[0].priority', "'high'"],
    ],
    [
      'an endless priority',
      withDeployment({ priority: Number.POSITIVE_INFINITY }),
      ['priority', 'Infinity'],
    ],
    ['a time-out of 0', withDeployment({ timeoutMs: 0 }), ['deployments[0].timeoutMs', '0']],
    [
      'a time-out as text',
      withDeployment({ timeoutMs: '30s' }),
      ['deployments[0].timeoutMs', "'30s'"],
    ],
    [
      'a price without output',
      withDeployment({ price: { input: 1 } }),
      ['deployments[0].price.output'],
    ],
    [
      'a negative price',
      withDeployment({ price: { input: -1, output: 1 } }),
      ['price.input', '-1'],
    ],
    [
      'an unknown category',
      withDeployment({ category: 'huge' }),
      ['category', "'huge'", 'reasoning'],
    ],
    ['a window of 0', withDeployment({ contextWindow: 0 }), ['contextWindow', '0']],
    [
      'limits of NaN',
      withDeployment({ limits: { requestsPerMinute: Number.NaN } }),
      ["'a'", 'requestsPerMinute', 'NaN'],
    ],
    [
      'limits of 0',
      withDeployment({ limits: { tokensPerMinute: 0 } }),
      ["'a'", 'tokensPerMinute', '0', 'leave it out'],
    ],
    ['negative limits', withDeployment({ limits: { maxConcurrent: -2 } }), ['maxConcurrent', '-2']],
    [
      'limits as text',
      withDeployment({ limits: { requestsPerMinute: '60' } }),
      ['requestsPerMinute', "'60'"],
    ],
    ['misspelt limits', withDeployment({ limits: { rpm: 60 } }), ["'rpm'", 'requestsPerMinute']],
    ['limits that are a number', withDeployment({ limits: 60 }), ['deployments[0].limits', '60']],
    ['limits of a pool', withConfig({ pools: { p: { rpm: 1 } } }), ['p', "'rpm'"]],
    ['limits of a tenant', withConfig({ tenants: { t: { limits: { rpm: 1 } } } }), ['t', "'rpm'"]],
    [
      'a tenant of weight 0',
      withConfig({ tenants: { t: { weight: 0 } } }),
      ['tenants.t.weight', '0'],
    ],
    [
      'limits of the router',
      withConfig({ limits: { requestsPerDay: -1 } }),
      ['router', 'requestsPerDay', '-1'],
    ],
    [
      'a pool that is not there',
      withDeployment({ pool: 'acount' }),
      ['deployments[0].pool', "'acount'", 'there are none'],
    ],
    ['no attempts', withConfig({ retry: { maxAttempts: 0 } }), ['retry.maxAttempts', '0']],
    ['half an attempt', withConfig({ retry: { maxAttempts: 1.5 } }), ['retry.maxAttempts', '1.5']],
    [
      'a status that is none',
      withConfig({ retry: { onStatusCodes: [42] } }),
      ['retry.onStatusCodes[0]', '42'],
    ],
    [
      'a status as text',
      withConfig({ fallback: { onStatusCodes: ['429'] } }),
      ['fallback.onStatusCodes[0]', "'429'"],
    ],
    ['a misspelt backoff', withConfig({ retry: { backoff: { base: 1 } } }), ["'base'", 'baseMs']],
    ['a negative backoff', withConfig({ retry: { backoff: { baseMs: -1 } } }), ['baseMs', '-1']],
    [
      'a spill of NaN',
      withConfig({ fallback: { spillAfterMs: Number.NaN } }),
      ['fallback.spillAfterMs', 'NaN'],
    ],
    ['time-outs below 0', withConfig({ timeouts: { totalMs: -5 } }), ['timeouts.totalMs', '-5']],
    [
      'a misspelt time-out',
      withConfig({ timeouts: { total: 5 } }),
      ['timeouts', 'total', 'totalMs'],
    ],
    ['an alias of nothing', withConfig({ models: { fast: [] } }), ['models.fast']],
    [
      'an alias of what is not there',
      withConfig({ models: { fast: ['a', 'zz'] } }),
      ['models.fast[1]', "'zz'", 'a'],
    ],
    [
      'a default that is not there',
      withConfig({ defaultModel: 'zz' }),
      ['defaultModel', "'zz'", 'a'],
    ],
    ['an id twice', { deployments: [good, good] }, ['deployments[1].id', "'a'"]],
    ['tags as text', withDeployment({ tags: 'eu' }), ['deployments[0].tags']],
  ])('%s', (_, config, expected) => {
    const error = errorOf(() => createRouter(broken(config)));
    expect(error.code).toBe('invalid_config');
    for (const part of expected) {
      if (typeof part === 'string') expect(error.message).toContain(part);
      else expect(error.message).toMatch(part);
    }
  });

  it('tells of every place at once', () => {
    const config = {
      deployments: [{ ...good, weight: -1 }, { provider: 'openai' }],
      retry: { maxAttempts: 'many' },
    };
    const { message } = errorOf(() => createRouter(broken(config)));
    for (const place of ['deployments[0].weight', 'deployments[1].model', 'retry.maxAttempts']) {
      expect(message).toContain(place);
    }
  });

  it('never shows a key', () => {
    for (const apiKey of ['key of-the-lighthouse\n', createSecret('key of-the-lighthouse\n')]) {
      const { message } = errorOf(() =>
        createRouter({ deployments: [{ ...good, apiKey, weight: 1 }] }),
      );
      expect(message).toMatch(/apiKey holds white space/);
      expect(message).not.toContain('lighthouse');
    }
    const wrong = { deployments: [{ ...good, apiKey: { value: 'key-of-the-lighthouse' } }] };
    expect(errorOf(() => createRouter(broken(wrong))).message).not.toContain('lighthouse');
    const number = { deployments: [{ ...good, apiKey: 123_456_789 }] };
    expect(errorOf(() => createRouter(broken(number))).message).not.toContain('123456789');
  });
});

describe('a key that is missing', () => {
  it.each([
    ['openai', 'OPENAI_API_KEY'],
    ['groq', 'GROQ_API_KEY'],
  ])('is asked for by name: %s', (provider, variable) => {
    for (const apiKey of [undefined, '']) {
      const deployment = { provider, model: 'm', ...(apiKey !== undefined && { apiKey }) };
      const { code, message } = errorOf(() => createRouter({ deployments: [deployment] }));
      expect(code).toBe('invalid_config');
      expect(message).toContain('apiKey');
      expect(message).toContain(variable);
      expect(message).toContain(provider);
    }
  });

  it('names the deployment where there are several', () => {
    const deployments = [good, { provider: 'openai', model: 'm' }];
    const { message } = errorOf(() => createRouter({ deployments }));
    expect(message).toContain('deployments[1]');
  });
});

describe('ids', () => {
  it('are provider and model, numbered where that is taken', () => {
    const twin = { provider: 'openai-compatible', baseUrl: 'http://x.test/v1', model: 'm' };
    const router = createRouter({ deployments: [twin, twin, twin, { ...twin, id: 'own' }] });
    expect(router.status().deployments.map(({ id }) => id)).toEqual([
      'openai-compatible/m',
      'openai-compatible/m#2',
      'openai-compatible/m#3',
      'own',
    ]);
  });
});

describe('dependencies', () => {
  it.each<[unknown, string]>([
    [{ clok: {} }, 'clok'],
    [{ fetch: 'https' }, 'fetch'],
    [{ random: 4 }, 'random'],
    [{ clock: {} }, 'clock'],
    [{ providers: { own: {} } }, 'own'],
  ])('that cannot be meant are refused: %j', (dependencies, name) => {
    const error = errorOf(() =>
      createRouter({ deployments: [good] }, dependencies as RouterDependencies),
    );
    expect(error.code).toBe('invalid_config');
    expect(error.message).toContain(name);
  });

  it('bring providers under names of their own, before the known ones', async () => {
    const { clock, router, callsOf } = createFakeBench({ openai: {} });
    await clock.run(router.chat('Hello'));
    expect(callsOf('openai')).toHaveLength(1);
  });
});
