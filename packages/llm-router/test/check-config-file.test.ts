import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfigFile, createRouter, loadConfig } from 'llm-router';
import { errorOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-config-'));
const path = join(folder, 'router.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

function check(text: string, variables: Readonly<Record<string, string>> = {}) {
  writeFileSync(path, text);
  const { config, faults } = checkConfigFile(path, { variables });
  return { config, faults: faults.map((fault) => fault.replaceAll(path, 'router.yaml')) };
}

describe('checking a file', () => {
  it('answers a configuration that a router takes', () => {
    const { config, faults } = check('deployments: [{ provider: ollama, model: m }]');
    expect(faults).toEqual([]);
    expect(createRouter(config ?? { deployments: [] }).status().deployments).toHaveLength(1);
  });

  it('tells missing variables and wrong values together, each with its place', () => {
    const { config, faults } = check(`deployments:
  - provider: openai
    model: m
    apiKey: \${FIRST_KEY}
    limits: { requestsPerMinute: many, tokensPerMinute: "\${TOKENS}" }
  - { provider: groq, model: n, apiKey: "\${SECOND_KEY}" }
`);
    expect(config).toBeUndefined();
    expect(faults.map((fault) => fault.split(/;| which/)[0])).toEqual([
      'router.yaml:4:13: deployments[0].apiKey needs the environment variable FIRST_KEY,',
      'router.yaml:5:57: deployments[0].limits.tokensPerMinute needs the environment variable TOKENS,',
      'router.yaml:6:41: deployments[1].apiKey needs the environment variable SECOND_KEY,',
      "router.yaml:5:34: deployments[0].limits.requestsPerMinute is 'many'",
    ]);
  });

  it('tells what only a router would find, and what is no file at all', () => {
    const { faults } = check('deployments: [{ provider: ollama, model: m }]\nmodels: { x: [y] }');
    expect(faults).toEqual([
      expect.stringMatching(/^router\.yaml: models\.x\[0\] is 'y'; expected/),
    ]);
    expect(check('deployments: [').faults).toEqual([
      expect.stringMatching(/^router\.yaml:\d+:\d+: /),
    ]);
    expect(checkConfigFile(join(folder, 'gone.yaml')).faults).toHaveLength(1);
  });

  it('shows no value of a variable', () => {
    const file = `deployments: [{ provider: ollama, model: m, category: "\${WHAT}" }]`;
    const { faults } = check(file, { WHAT: 'hidden-value' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain('hidden-value');
  });

  it('finds what loadConfig throws', () => {
    const text = `deployments: [{ provider: openai, model: 7, apiKey: "\${GONE}" }]`;
    const { faults } = check(text);
    expect(faults).toHaveLength(2);
    const { message } = errorOf(() => loadConfig(path, { variables: {} }));
    expect(message.replaceAll(path, 'router.yaml')).toBe(faults.join(' '));
  });
});
