import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { isSecret } from '@llm-router/core';
import { type LoadConfigOptions, loadConfig } from 'llm-router';
import { errorOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-config-'));
const path = join(folder, 'router.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

/** Without variables unless a test gives some. */
function load(text: string, options: LoadConfigOptions = {}) {
  writeFileSync(path, text);
  return loadConfig(path, { variables: {}, ...options });
}
/** The message without the folder. */
function refusal(text: string, options: LoadConfigOptions = {}) {
  const error = errorOf(() => load(text, options));
  expect(error.code).toBe('invalid_config');
  return error.message.replaceAll(path, 'router.yaml');
}

const one = 'deployments:\n  - { provider: ollama, model: m }\n';

describe('a configuration file', () => {
  it('may be YAML or JSON, with or without a byte order mark', () => {
    const config = { deployments: [{ provider: 'ollama', model: 'm' }], retry: { maxAttempts: 3 } };
    expect(load(`${one}retry:\n  maxAttempts: 3\n`)).toEqual(config);
    expect(load(JSON.stringify(config))).toEqual(config);
    expect(load(`\uFEFF${JSON.stringify(config, null, '\t')}`)).toEqual(config);
  });

  it('may name its schema', () => {
    const config = load(
      `{ "$schema": "./config.schema.json", "deployments": [{ "provider": "ollama", "model": "m" }] }`,
    );
    expect(config).not.toHaveProperty('$schema');
  });

  it('may share parts by anchors and merge keys', () => {
    const text = `deployments:
  - &base { provider: ollama, model: m, tags: [near] }
  - <<: *base
    model: n
`;
    expect(load(text).deployments[1]).toEqual({ provider: 'ollama', model: 'n', tags: ['near'] });
  });

  it('keeps names that look like numbers or words of YAML', () => {
    const agents = 'agents: { 007: m, 0x10: m, 1e3: m, true: m, ~: m, 1_0: m }\n';
    expect(Object.keys(load(one + agents).agents ?? {})).toEqual(
      expect.arrayContaining(['007', '0x10', '1e3', 'true', '~', '1_0']),
    );
  });

  it('takes endless time-outs', () => {
    expect(load(`${one}timeouts: { totalMs: .inf }`).timeouts?.totalMs).toBe(Infinity);
  });
});

describe('an error of a file has its line and column', () => {
  it.each([
    ['a bracket that stays open', 'deployments: [\n', /^router\.yaml:2:1: Flow sequence/],
    ['a quote that stays open', 'deployments:\n  - id: "a\n', /^router\.yaml:3:1: Missing closing/],
    ['a name twice', `${one}retry: {}\nretry: {}\n`, /^router\.yaml:4:1: Map keys must be unique/],
    ['two documents', `${one}---\n${one}`, /^router\.yaml:3:1: .*more than one document/],
    ['a tag', `${one}agents: { a: !code "1" }\n`, /^router\.yaml:3:14: a tag/],
    ['JSON cut short', '{"deployments":\n [{"provider"', /^router\.yaml:2:/],
    [
      'a reference in flow style',
      `deployments: [{ apiKey: \${KEY} }]`,
      /^router\.yaml:1:26: .*needs quotes/,
    ],
    ['no object', '- a\n- b\n', /^router\.yaml:1:1: the file holds no object/],
    ['only a text', 'sk-lighthouse', /^router\.yaml:1:1: the file holds no object/],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toMatch(expected);
  });

  it.each([
    [
      'a wrong type',
      `${one}retry:\n  maxAttempts: many\n`,
      "4:16: retry.maxAttempts is 'many'; expected a whole number of at least 1.",
    ],
    ['flow style', `${one}retry: { maxAttempts: 0 }\n`, '3:23: retry.maxAttempts is 0; expected'],
    [
      'in a list',
      `${one}retry:\n  onStatusCodes:\n    - 429\n    - 42\n`,
      '6:7: retry.onStatusCodes[1] is 42',
    ],
    [
      'missing',
      'deployments:\n  - id: a\n    model: m\n',
      '2:5: deployments[0].provider is undefined',
    ],
    ['nothing at all', '', '1:1: deployments is undefined'],
    [
      'a misspelt option',
      `${one}limits:\n  maxConcurrent: 4\n  rpm: 5\n`,
      "5:8: limits has the unknown option 'rpm'; known are requestsPerMinute",
    ],
    [
      'a misspelt option at the top',
      `${one}\nstratgy: fallback\n`,
      "4:10: the configuration has the unknown option 'stratgy'",
    ],
    ['a strategy', `${one}strategy: best\n`, "3:11: strategy is 'best'; expected one of fallback"],
    ['a balance', `${one}balance: best\n`, "3:10: balance is 'best'; expected one of round-robin"],
    [
      'inside of a choice',
      `${one}cache:\n  ttlMs: soon\n`,
      "4:10: cache.ttlMs is 'soon'; expected a number.",
    ],
    [
      'misspelt inside of a choice',
      `${one}cache:\n  ttl: 5\n`,
      "4:8: cache has the unknown option 'ttl'; known are ttlMs",
    ],
    [
      'of no choice',
      `${one}cache: yes please\n`,
      "3:8: cache is 'yes please'; expected false or an object.",
    ],
    ['a burst', `${one}limits: { burst: { requests: x } }\n`, "3:30: limits.burst.requests is 'x'"],
    [
      'a backoff',
      `${one}retry:\n  backoff:\n    base: 1\n`,
      "5:11: retry.backoff has the unknown option 'base'",
    ],
    [
      'a pool',
      'deployments:\n  - { provider: ollama, model: m, pool: x }\n',
      "2:41: deployments[0].pool: 'x' is not one of pools",
    ],
    [
      'behind an alias',
      `limits: &l { maxConcurrent: x }\ndeployments:\n  - { provider: a, model: m, limits: *l }\n`,
      "1:29: limits.maxConcurrent is 'x'",
    ],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toContain(`router.yaml:${expected}`);
  });

  it('tells of every wrong value at once', () => {
    const message = refusal(`${one}retry: { maxAttempts: x }\ntimeouts: { totalMs: -1 }\n`);
    expect(message).toContain('router.yaml:3:23: retry.maxAttempts');
    expect(message).toContain('router.yaml:4:22: timeouts.totalMs is -1');
  });

  it('a file that is not there, or is a folder, is named', () => {
    expect(errorOf(() => loadConfig(join(folder, 'none.yaml'))).message).toMatch(
      /no configuration file '.*none\.yaml'/,
    );
    expect(errorOf(() => loadConfig(folder)).message).toContain('is a folder');
  });

  it.each<[string, unknown, unknown]>([
    ['no path', undefined, {}],
    ['an empty path', '', {}],
    ['a number', 5, {}],
    ['an unknown option', 'x', { enviroment: 'test' }],
    ['an environment that is no name', path, { environment: 5 }],
  ])('%s is refused', (_, from, options) => {
    writeFileSync(path, one);
    const error = errorOf(() => loadConfig(from as string, options as LoadConfigOptions));
    expect(error.code).toBe('invalid_config');
    expect(error.message).toContain('loadConfig');
  });
});

describe('references of a file', () => {
  const text = `deployments:
  - provider: openai
    model: m
    apiKey: \${KEY}
    weight: \${WEIGHT:-2.5}
retry: { maxAttempts: "\${TRIES}", backoff: { baseMs: "\${BASE}" } }
fallback: { enabled: "\${FALLS}" }
cache: \${CACHE:-false}
limits: { burst: { requests: "\${BURST}" } }
`;
  const variables = { KEY: '0012345', TRIES: '5', BASE: ' 2000 ', FALLS: 'false', BURST: '7' };

  it('become numbers and truth values where those are expected, and stay text elsewhere', () => {
    const config = load(text, { variables });
    expect(config).toMatchObject({
      deployments: [{ weight: 2.5 }],
      retry: { maxAttempts: 5, backoff: { baseMs: 2000 } },
      fallback: { enabled: false },
      cache: false,
      limits: { burst: { requests: 7 } },
    });
    const { apiKey } = config.deployments[0] ?? {};
    expect(isSecret(apiKey) && apiKey.reveal()).toBe('0012345');
  });

  it.each(['five', '007', '1e', '0x10', '5 or 6', '-'])(
    'are refused where %p is no number',
    (TRIES) => {
      const message = refusal(text, { variables: { ...variables, TRIES } });
      expect(message).toMatch(/^router\.yaml:6:23: retry\.maxAttempts is /);
    },
  );

  it('have a place in the file where a variable is missing', () => {
    expect(refusal(text, { variables: { ...variables, KEY: undefined } })).toMatch(
      /^router\.yaml:4:13: deployments\[0\]\.apiKey needs the environment variable KEY, which is not set/,
    );
  });
});

describe('environments', () => {
  const text = `${one}
retry:
  maxAttempts: 6
  onStatusCodes: [429, 500]
limits: { maxConcurrent: 9 }
environments:
  test:
    retry: { onStatusCodes: [503] }
    limits: null
  bare:
  keyed:
    agents: { a: "\${NOT_SET}" }
  wrong:
    retry:
      maxAttempts: x
  replaced:
    deployments:
      - provider: ollama
`;

  it('are not looked at without a name', () => {
    const config = load(text);
    expect(config.limits).toEqual({ maxConcurrent: 9 });
    expect(config).not.toHaveProperty('environments');
  });

  it('are merged, replace lists and take away by null', () => {
    const config = load(text, { environment: 'test' });
    expect(config.retry).toEqual({ maxAttempts: 6, onStatusCodes: [503] });
    expect(config).not.toHaveProperty('limits');
  });

  it('may be empty', () => {
    expect(load(text, { environment: 'bare' })).toEqual(load(text));
  });

  it('are chosen by a variable, over which the option goes', () => {
    const variables = { LLM_ROUTER_ENVIRONMENT: 'test' };
    expect(load(text, { variables })).not.toHaveProperty('limits');
    expect(load(text, { variables, environment: 'bare' })).toHaveProperty('limits');
    expect(load(text, { variables: { LLM_ROUTER_ENVIRONMENT: '' } })).toHaveProperty('limits');
  });

  it.each(['prod', 'constructor', '__proto__'])('do not know %p', (environment) => {
    expect(refusal(text, { environment })).toContain(
      `environments has no '${environment}'; it has test, bare, keyed, wrong, replaced`,
    );
  });

  it('need their variables only when they are chosen', () => {
    expect(refusal(text, { environment: 'keyed' })).toMatch(/^router\.yaml:14:18: agents\.a needs/);
  });

  it('have lines of their own in errors', () => {
    expect(refusal(text, { environment: 'wrong' })).toMatch(
      /^router\.yaml:17:20: retry\.maxAttempts/,
    );
    // The model of the base is hidden by the list that replaces it.
    expect(refusal(text, { environment: 'replaced' })).toMatch(
      /^router\.yaml:20:9: deployments\[0\]\.model/,
    );
  });

  it('leave what is wrong in the base where it stands', () => {
    const wrong = `${one}limits:\n  maxConcurrent: x\nenvironments:\n  test:\n    limits: { requestsPerMinute: 5 }\n`;
    expect(refusal(wrong, { environment: 'test' })).toMatch(
      /^router\.yaml:4:18: limits\.maxConcurrent/,
    );
  });

  it.each([
    ['environments: 5', '3:15: environments is no object'],
    ['environments: { test: 5 }', '3:23: environments.test is no object'],
    ['environments: [test]', '3:15: environments is no object'],
  ])('that are wrong are refused: %s', (line, expected) => {
    expect(refusal(`${one}${line}\n`)).toContain(`router.yaml:${expected}`);
  });

  it('may be left empty altogether', () => {
    expect(load(`${one}environments:\n`)).toEqual(load(one));
  });
});

describe('a key', () => {
  const text = `deployments:
  - provider: openai
    model: m
    apiKey: sk-of-the-lighthouse
    headers: { x-key: sk-of-the-lighthouse }
`;

  it('does not print once it is loaded', () => {
    const config = load(text);
    const printed = [
      inspect(config, { depth: 9, showHidden: true }),
      JSON.stringify(config),
    ].join();
    expect(printed).not.toContain('lighthouse');
    expect(printed).toContain('***');
    const { apiKey, headers } = config.deployments[0] ?? {};
    expect(isSecret(apiKey) && apiKey.reveal()).toBe('sk-of-the-lighthouse');
    expect(isSecret(headers?.['x-key'])).toBe(true);
  });

  it.each([
    ['a list', 'apiKey: [sk-of-the-lighthouse]'],
    ['headers as a text', 'headers: sk-of-the-lighthouse'],
    ['a header as a list', 'headers: { a: [sk-of-the-lighthouse] }'],
    ['a misspelt name', 'apikey: sk-of-the-lighthouse'],
    ['an alias', 'apiKey: *sk-of-the-lighthouse'],
    ['a tag', 'apiKey: !sk-of-the-lighthouse x'],
    ['a block', 'apiKey: |sk-of-the-lighthouse'],
    ['a reference', `apiKey: \${sk-of-the-lighthouse}`],
    ['an open reference', `apiKey: \${sk-of-the-lighthouse`],
    ['a reserved character', 'apiKey: @sk-of-the-lighthouse'],
    ['a colon', 'apiKey: a: sk-of-the-lighthouse'],
    ['an escape', 'apiKey: "\\sk-of-the-lighthouse"'],
    ['an open quote', 'apiKey: "sk-of-the-lighthouse'],
    ['no colon', '{ apiKey sk-of-the-lighthouse }'],
    ['no colon in headers', 'headers: { x-key sk-of-the-lighthouse }'],
    ['a key as a name', '? [sk-of-the-lighthouse]\n    : x'],
  ])('does not print when it is wrong: %s', (_, line) => {
    writeFileSync(path, `deployments:\n  - provider: openai\n    model: m\n    ${line}\n`);
    const error = errorOf(() => loadConfig(path, { variables: {} }));
    const printed = [
      inspect(error),
      error.stack,
      JSON.stringify(error),
      String(error.cause),
    ].join();
    expect(printed).not.toContain('lighthouse');
    expect(error.message).toContain(path);
  });
});
