// Ends at simulated models on the loopback address, in real time.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/index.ts';
import { createCapture } from './support.ts';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

test('the example prints what the README says', async () => {
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const promised = /console\.log\(.*\); \/\/ (.*)$/m.exec(example)?.[1];
  const quiet: typeof run = (argv, given) =>
    run(argv, { variables: {}, stderr: createCapture(), ...given });
  const printed: string[] = [];
  const log = (...values: unknown[]) => printed.push(values.join(' '));
  const code = example.replace(/^import .*$/m, '');
  const runExample = new Function('run', 'console', `return (async () => {${code}})();`);
  await runExample(quiet, { log });
  expect(printed).toEqual(['0 10 0 agrees']);
  expect(promised).toBe(printed[0]);
});

test.each(['demo', 'batch', 'explain', 'check', 'models'])(
  'every option and key of %s is in the README',
  async (command) => {
    const stdout = createCapture();
    await run([command, '--help'], { stdout });
    expect(stdout.text()).toContain(`llm-router ${command} `);
    expect(stdout.text()).toContain('Exit code');
    const options = [...stdout.text().matchAll(/--[a-z]+/g)];
    expect(options.length).toBeGreaterThan(0);
    for (const [option] of options) expect(readme).toContain(`\`${option}`);
    for (const [key] of stdout.text().matchAll(/[A-Z]+_API_KEY/g)) expect(readme).toContain(key);
  },
);

test('the explanation that it shows is a real one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-readme-'));
  const config = join(folder, 'router.yaml');
  writeFileSync(
    config,
    `deployments:
  - { provider: openai, model: gpt-4o-mini, apiKey: x }
  - { id: local, provider: ollama, model: m, contextWindow: 5 }
`,
  );
  const stdout = createCapture();
  await run(['explain', '--config', config, 'Name three harbours of the North Sea'], { stdout });
  rmSync(folder, { recursive: true });
  const [, shown = 'none'] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(stdout.text()).toContain(shown);
});
