import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator } from '@llm-router/simulator';
import { createRouter } from 'llm-router';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
const [, program = ''] = /```js\n(import \{ createSimulator \}.*?)```/s.exec(readme) ?? [];

// Over HTTP on this machine, in real time: about two seconds.
test('the first program of the front page answers all its questions', async () => {
  const printed: unknown[][] = [];
  const names = ['createSimulator', 'createRouter', 'console'];
  const body = program.replace(/^import .*$/gm, '');
  const run = new Function(...names, `return (async () => {${body}})();`);
  await run(createSimulator, createRouter, { log: (...line: unknown[]) => printed.push(line) });
  expect(printed).toEqual([[20, expect.stringMatching(/\w/)]]);
});
