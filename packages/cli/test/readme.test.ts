// Ends at simulated models on the loopback address, in real time.
import { readFileSync } from 'node:fs';
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

test('the options table names every option, and the keys are those that are looked for', async () => {
  const stdout = createCapture();
  await run(['--help'], { stdout });
  for (const [option] of stdout.text().matchAll(/--[a-z]+/g))
    expect(readme).toContain(`\`${option}`);
  for (const [key] of stdout.text().matchAll(/[A-Z]+_API_KEY/g)) expect(readme).toContain(key);
});
