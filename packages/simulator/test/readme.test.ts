import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

test('the example of the README prints what it says', async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const code = example.replace(/^import .*$/gm, '');
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(
    (match) => match[1],
  );
  const printed: string[] = [];
  const log = (value: unknown) => printed.push(typeof value === 'string' ? value : inspect(value));
  const run = new Function(
    'createVirtualClock',
    'createSimulator',
    'console',
    `return (async () => {${code}})();`,
  );
  await run(createVirtualClock, createSimulator, { log });
  expect(printed).toEqual(['[ 200, 200, 429 ]', '1000', "[ 'ok', 'ok', 'refused' ]"]);
  expect(promised).toEqual(printed);
});
