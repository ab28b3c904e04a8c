import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { classifyError } from '@llm-router/error-classifier';
import * as exported from '../src/index.ts';

const read = (path: string) => readFileSync(join(__dirname, path), 'utf8');

describe('the README', () => {
  const readme = read('../README.md');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

  it('shows an example that prints what it says', async () => {
    expect(example).toBe(read('fixtures/readme-example.ts'));
    const promised = example
      .split('\n')
      .filter((line) => line.startsWith('// '))
      .map((line) => line.slice(3));
    const printed: unknown[] = [];
    const log = jest.spyOn(console, 'log').mockImplementation((line) => printed.push(line));
    try {
      await import('./fixtures/readme-example.ts');
      for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    } finally {
      log.mockRestore();
    }
    expect(promised).toHaveLength(3);
    expect(printed).toEqual(promised);
  });

  it('shows a decision as it is made', () => {
    const [, code = '', promised] =
      /```js\n([\s\S]*?console\.log\(.*\/\/ (.*))\n```/.exec(readme) ?? [];
    const printed: unknown[] = [];
    const run = new Function('classifyError', 'decideNext', 'console', code);
    run(classifyError, exported.decideNext, { log: (line: unknown) => printed.push(line) });
    expect(printed).toEqual([{ do: 'retry', delayMs: 1000 }]);
    expect(inspect(printed[0])).toBe(promised);
  });

  it('names every value that the package exports', () => {
    for (const name of Object.keys(exported)) expect(readme).toContain(`\`${name}`);
  });
});
