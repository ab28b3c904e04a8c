import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createRouter, loadConfig, type RouterConfig } from 'llm-router';
import { createFakeBench, deploy, errorOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-config-secrets-'));
const path = join(folder, 'router.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const variables = {
  KEY: 'sk-of-the-lighthouse',
  LONG: `sk-of-the-lighthouse-${'0123456789'.repeat(9)}`,
};

function load(text: string): RouterConfig {
  writeFileSync(path, text);
  return loadConfig(path, { variables });
}

/** The refusal of a file, by `loadConfig` or by the router that is made of it. */
function refusal(text: string, change = (config: RouterConfig) => config) {
  const error = errorOf(() => createRouter(change(load(text))));
  expect(error.code).toBe('invalid_config');
  const printed = `${inspect(error, { depth: 9 })}${JSON.stringify(error)}`;
  expect(printed).not.toContain('lighthouse');
  return error.message;
}

/** One deployment with these lines, and lines below it. */
const file = (lines: string, more = '') =>
  `deployments:\n  - provider: ollama\n    model: m\n${lines}${more}`;

describe('the value of a variable never stands in an error; its reference does', () => {
  it.each<[string, string]>([
    ['baseUrl', file('    baseUrl: REF\n')],
    ['provider', 'deployments:\n  - provider: REF\n    model: m\n'],
    ['timeoutMs', file('    timeoutMs: REF\n')],
    ['category', file('    category: REF\n')],
    ['pool', file('    pool: REF\n')],
    ['requestsPerMinute', file('    limits:\n      requestsPerMinute: REF\n')],
    ['unit', file('    limits:\n      rules:\n        - { unit: "REF", amount: 1, perMs: 1 }\n')],
    ['strategy', file('', 'strategy: REF\n')],
    ['balance', file('', 'balance: REF\n')],
    ['cache', file('', 'cache: REF\n')],
    ['jitter', file('', 'retry: { backoff: { jitter: "REF" } }\n')],
    ['onStatusCodes[0]', file('', 'retry: { onStatusCodes: ["REF"] }\n')],
    ['defaultModel', file('', 'defaultModel: REF\n')],
    ['models.x[0]', file('', 'models: { x: ["REF"] }\n')],
    ['agents.x', file('', 'agents: { x: "REF" }\n')],
    ['weight', file('', 'tenants: { x: { weight: "REF" } }\n')],
  ])('%s', (place, text) => {
    for (const name of ['KEY', 'LONG']) {
      const message = refusal(text.replace('REF', `\${${name}}`));
      expect(message).toContain(place);
      expect(message).toContain(`'\${${name}}'`);
    }
  });

  it('also where it is a part of a text, or has a default', () => {
    const text = file(`    baseUrl: "ftp://h/\${KEY}/\${PORT:-80}"\n`);
    expect(refusal(text)).toContain(`baseUrl is 'ftp://h/\${KEY}/\${PORT:-80}'`);
  });

  it('also where the configuration goes on in code, and in an update', () => {
    const text = file(`    baseUrl: \${KEY}\n`);
    expect(refusal(text, (config) => ({ ...config, cache: {} }))).toContain(`'\${KEY}'`);
    const { router } = createFakeBench({ mine: {} });
    const { message } = errorOf(() => router.update(load(text)));
    expect(message).toContain(`'\${KEY}'`);
    expect(message).not.toContain('lighthouse');
  });

  it('nor can it be found in what was loaded', () => {
    const config = load(file(`    apiKey: \${KEY}\n`));
    expect(inspect(config, { depth: 9, showHidden: true })).not.toContain('lighthouse');
    expect(load(file(`    weight: \${WEIGHT:-2}\n`))).toEqual({
      deployments: [{ provider: 'ollama', model: 'm', weight: 2 }],
    });
  });

  it('but what was written in the file itself is shown', () => {
    expect(refusal(file('    timeoutMs: soon\n'))).toContain("timeoutMs is 'soon'");
  });
});

it.each(['ftp://user:hush-hush@x/v1', 'http://user:hush-hush@ x/v1', 'user:hush-hush@x'])(
  'the password of an address that is refused is not shown: %s',
  (baseUrl) => {
    const { message } = errorOf(() => createRouter({ deployments: [deploy('a', { baseUrl })] }));
    expect(message).toContain('baseUrl is');
    expect(message).not.toContain('hush');
  },
);
