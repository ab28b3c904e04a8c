import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVirtualClock, isRouterError } from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { countsAsFailure, createCircuitBreakers } from '../src/index.ts';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

it('does what its README says', async () => {
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, block = '']) => block.replace(/^import .*$/gm, ''))
    .join('\n');
  const printed: unknown[] = [];
  const names = {
    createVirtualClock,
    isRouterError,
    classifyError,
    countsAsFailure,
    createCircuitBreakers,
    console: { log: (...line: unknown[]) => printed.push(line.join(' ')) },
  };
  const run = new Function(...Object.keys(names), `return (async () => {${code}})();`);
  await run(...Object.values(names));
  expect(printed).toEqual(['open', 'true 30000', 'an answer closed', 'open', 'closed']);
  const promised = [...code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, line]) => line);
  expect(promised).toEqual([...printed.slice(0, 3), 'open, then closed']);
});
