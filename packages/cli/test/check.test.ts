import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listModels } from '@llm-router/model-catalog';
import { runWith } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-check-'));
const path = join(folder, 'router.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

async function check(text: string, ...more: readonly string[]) {
  writeFileSync(path, text);
  const { exitCode, out, err } = await runWith(['check', path, ...more]);
  expect(err).toBe('');
  return { exitCode, out: out.replaceAll(path, 'router.yaml') };
}

const good = '{ provider: openai, model: gpt-4o-mini, apiKey: x }';

test('a file without faults is 0', async () => {
  const { exitCode, out } = await check(`deployments: [${good}]`);
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: 'router.yaml: no faults, no warnings\n' });
});

test('every fault is a line with its place and the mend, and the exit code is 1', async () => {
  const { exitCode, out } = await check(`deployments:
  - { provider: openai, model: 4, apiKey: "\${GONE_KEY}" }
  - ${good}
timeouts: { totalMs: soon }
`);
  expect(exitCode).toBe(1);
  const [first, second, third, sum] = out.split('\n');
  expect(first).toMatch(/^fault: router\.yaml:2:\d+: .*needs the environment variable GONE_KEY/);
  expect(second).toMatch(/^fault: router\.yaml:2:\d+: deployments\[0\]\.model is 4; expected/);
  expect(third).toMatch(/^fault: router\.yaml:4:\d+: timeouts\.totalMs is 'soon'; expected/);
  expect(sum).toBe('router.yaml: 3 faults, no warnings');
});

test('what is seldom meant is a warning, by deployment, and the exit code stays 0', async () => {
  const ending = listModels().find(({ deprecatedAt, price }) => deprecatedAt && price);
  const { exitCode, out } = await check(`deployments:
  - { provider: groq, model: lama-3, apiKey: x }
  - { id: own, provider: ollama, model: anything, price: { input: 0, output: 0 } }
  - { id: old, provider: ${ending?.provider}, model: ${ending?.id}, apiKey: x }
pools: { idle: { maxConcurrent: 3 } }
strategy: cost_aware
fallback: { enabled: false }
`);
  expect(exitCode).toBe(0);
  const warnings = out.split('\n').map((line) => line.split(/[:;]/).slice(0, 2).join(':'));
  expect(warnings).toEqual([
    "warning: deployments[0] (groq/lama-3) has a model that the catalog does not know, 'lama-3'",
    'warning: deployments[0] (groq/lama-3) has no price',
    'warning: deployments[0] (groq/lama-3) has no window',
    'warning: deployments[1] (own) has no window',
    `warning: deployments[2] (old) has a model whose end is announced for ${ending?.deprecatedAt}`,
    'warning: pools.idle limits nobody',
    'router.yaml: no faults, 6 warnings',
    '',
  ]);
});

test('the environment that is named is the one that is checked', async () => {
  const text = `deployments: [${good}]\nenvironments: { test: { retry: { maxAttempts: 0 } } }\n`;
  expect((await check(text)).exitCode).toBe(0);
  const { exitCode, out } = await check(text, '--environment', 'test');
  expect(exitCode).toBe(1);
  expect(out).toContain('retry.maxAttempts is 0');
});

test('with --json faults and warnings are lists', async () => {
  const { out } = await check('deployments: [{ provider: ollama, model: m }]', '--json');
  expect(JSON.parse(out)).toEqual({
    file: 'router.yaml',
    faults: [],
    warnings: [expect.stringContaining('no price'), expect.stringContaining('no window')],
  });
});

test('a file that is not there is a fault', async () => {
  const { exitCode, out } = await runWith(['check', join(folder, 'gone.yaml')]);
  expect(exitCode).toBe(1);
  expect(out).toMatch(/^fault: There is no configuration file /);
});
