import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouter, loadConfig, type RouterConfig } from 'llm-router';
import { deploy, errorOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-words-'));
const path = join(folder, 'router.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const good = deploy('a');
const withDeployment = (extra: object) => ({ deployments: [{ ...good, ...extra }] });
const withConfig = (extra: object) => ({ deployments: [good], ...extra });

/** Made to be wrong: what stands here is no `RouterConfig`. */
const inCode = (config: object) => errorOf(() => createRouter(config as RouterConfig)).message;

function inFile(text: string): string {
  writeFileSync(path, text);
  return errorOf(() => loadConfig(path, { variables: {} })).message;
}

describe('what was expected is said in words', () => {
  it.each<[object, string]>([
    [
      withConfig({ retry: { maxAttempts: Number.POSITIVE_INFINITY } }),
      'retry.maxAttempts is Infinity; expected a whole number of at least 1.',
    ],
    [
      withConfig({ retry: { maxAttempts: 1.5 } }),
      'retry.maxAttempts is 1.5; expected a whole number of at least 1.',
    ],
    [withConfig({ retry: 5 }), 'retry is 5; expected an object.'],
    [withConfig({ models: 'x' }), "models is 'x'; expected an object of names and their values."],
    [withConfig({ models: { x: 'y' } }), "models.x is 'y'; expected a list of names."],
    [withConfig({ models: { x: [] } }), 'models.x is a list of 0; expected a list of names.'],
    [withConfig({ models: { x: [''] } }), "models.x[0] is ''; expected a text that is not empty."],
    [withConfig({ agents: { x: 5 } }), 'agents.x is 5; expected a text that is not empty.'],
    [withConfig({ defaultModel: '' }), "defaultModel is ''; expected a text that is not empty."],
    [
      withConfig({ retry: { onStatusCodes: [42] } }),
      'onStatusCodes[0] is 42; expected a status of 100 to 599.',
    ],
    [
      withConfig({ retry: { onStatusCodes: 429 } }),
      'onStatusCodes is 429; expected a list of statuses.',
    ],
    [withConfig({ fallback: { enabled: 'no' } }), "enabled is 'no'; expected true or false."],
    [
      withConfig({ fallback: { spillAfterMs: -1 } }),
      'spillAfterMs is -1; expected a finite number of at least 0.',
    ],
    [
      withConfig({ tenants: { t: { weight: 0 } } }),
      'weight is 0; expected a finite number above 0.',
    ],
    [withDeployment({ priority: Number.NaN }), 'priority is NaN; expected a finite number.'],
    [withDeployment({ tags: 'eu' }), "tags is 'eu'; expected a list of texts."],
    [withDeployment({ tags: [5] }), 'tags[0] is 5; expected a text.'],
    [
      withDeployment({ category: 'huge' }),
      "category is 'huge'; expected one of tiny, small, large, reasoning.",
    ],
    [
      withDeployment({ capabilities: { tools: 'yes' } }),
      "capabilities.tools is 'yes'; expected true or false.",
    ],
    [
      withDeployment({ maxOutputTokens: 1.5 }),
      'maxOutputTokens is 1.5; expected a whole number of at least 1.',
    ],
    [
      withDeployment({ contextWindow: 1.5 }),
      'contextWindow is 1.5; expected a whole number of at least 1.',
    ],
    [withDeployment({ price: { input: 1 } }), 'price.output is undefined; expected'],
    [withDeployment({ limits: { rules: {} } }), 'limits.rules is an object; expected a list'],
    [{ deployments: {} }, 'deployments is an object; expected a list of at least one deployment.'],
    [
      { deployments: [] },
      'deployments is a list of 0; expected a list of at least one deployment.',
    ],
  ])('%#', (config, expected) => {
    const message = inCode(config);
    expect(message).toContain(expected);
    expect(message).not.toMatch(
      /expected (?:\w+ )?(?:number|int|record|array|string|boolean)\b[.;]/,
    );
  });
});

describe('a strategy or a balance', () => {
  it('is only offered what works', () => {
    const message = inCode(withConfig({ strategy: 'adaptive' }));
    expect(message).toContain(
      "strategy is 'adaptive'; expected one of fallback, loadbalance, cost_aware, fastest, quality or an object with select().",
    );
    expect(message).not.toMatch(/, adaptive|later/);
  });

  it('in code may be one of the caller’s own; in a file it cannot', () => {
    const one = 'deployments: [{ provider: ollama, model: m }]\n';
    expect(inCode(withConfig({ balance: 'best' }))).toContain(
      'prefix-affinity, a function or an object with order().',
    );
    expect(inFile(`${one}strategy: best\n`)).toMatch(/fastest, quality\.$/);
    expect(inFile(`${one}balance: best\n`)).toMatch(/headroom, prefix-affinity\.$/);
    expect(inFile(`${one}cache: { when: x }\n`)).toMatch(
      /cache\.when is 'x'; expected nothing: a function can only be given in code\.$/,
    );
  });
});

describe('a key in a file', () => {
  const keyed = (line: string) =>
    inFile(`deployments:\n  - provider: openai\n    model: m\n    ${line}\n`);

  it.each([
    ['apiKey: 123456', 'deployments[0].apiKey is a number'],
    ['apiKey: true', 'deployments[0].apiKey is true or false'],
    ['headers: { x: 123456 }', 'deployments[0].headers[…] is a number'],
  ])('that YAML does not take for text wants quotes: %s', (line, expected) => {
    const message = keyed(line);
    expect(message).toContain(`router.yaml:4:`);
    expect(message).toContain(`${expected}; expected a text: put it in quotes.`);
    expect(message).not.toContain('123456');
  });

  it.each([
    ['apiKey: $OPENAI_API_KEY', 'deployments[0].apiKey', 'OPENAI_API_KEY'],
    ['apiKey: "$lower_key"', 'deployments[0].apiKey', 'lower_key'],
    ['headers: { authorization: Bearer $TOKEN }', 'deployments[0].headers[…]', 'TOKEN'],
  ])('that is a reference without braces wants them: %s', (line, place, name) => {
    const message = keyed(line);
    expect(message).toContain(`router.yaml:4:`);
    expect(message).toContain(`${place} has $${name} without braces. Write \${${name}}`);
  });

  it('may hold a dollar elsewhere', () => {
    const text = `deployments: [{ provider: ollama, model: m, apiKey: 'a$B$1', headers: { x: 'p$w d$5' } }]`;
    writeFileSync(path, text);
    expect(loadConfig(path, { variables: {} }).deployments).toHaveLength(1);
  });

  it('may look like one where it is a variable’s value', () => {
    writeFileSync(path, `deployments: [{ provider: ollama, model: m, apiKey: "\${KEY}" }]`);
    expect(loadConfig(path, { variables: { KEY: '$ODD' } }).deployments).toHaveLength(1);
  });
});

it.each(['auto', 'tiny', 'small', 'large', 'reasoning'])(
  'an alias that hides the word %s is refused',
  (alias) => {
    const message = inCode(withConfig({ models: { [alias]: ['a'] } }));
    expect(message).toContain(`models.${alias}`);
    expect(message).toMatch(/already means .* Give the alias another name/);
  },
);
