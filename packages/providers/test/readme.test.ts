import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVirtualClock } from '@llm-router/core';
import {
  createProvider,
  isProviderError,
  type ProviderTrials,
  providerChecks,
} from '../src/index.ts';
import { frame, sse } from './fake-server.ts';

const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };
const answer = sse([
  frame({ role: 'assistant', content: 'Ber' }),
  frame({ content: 'gen' }),
  frame({}, 'stop', { usage }),
]);

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n([^`]*)```/g)].map(([, code]) =>
  (code ?? '').replace(/^import .*$/m, '').replace(/ as const|: Fetch/g, ''),
);

/** The first example with its import and types taken away, run as it stands in the README. */
async function runExample(response: () => Response): Promise<{ out: unknown[]; err: unknown[] }> {
  const [body] = examples;
  const out: unknown[] = [];
  const err: unknown[] = [];
  const names = ['createProvider', 'isProviderError', 'process', 'fetch', 'console'];
  const run = new Function(...names, `return (async () => {${body}})()`);
  await run(
    createProvider,
    isProviderError,
    { env: { GROQ_API_KEY: 'key-for-test' } },
    async () => response(),
    {
      log: (value: unknown) => out.push(value),
      error: (...values: unknown[]) => err.push(...values),
    },
  );
  return { out, err };
}

test('the example prints the pieces and then the usage', async () => {
  const { out, err } = await runExample(() => new Response(answer));
  expect(out.filter((value) => value !== undefined)).toEqual(['Ber', 'gen', usage]);
  expect(err).toEqual([]);
});

test('the example tells what a refusal means', async () => {
  const refused = () => new Response('{}', { status: 500, headers: { 'x-request-id': 'r1' } });
  expect((await runExample(refused)).err).toEqual(['server_error', 'r1']);
});

describe('the example of checks', () => {
  const clock = createVirtualClock();
  const tests: [name: string, run: () => Promise<void>][] = [];
  const names = ['createProvider', 'providerChecks', 'test'];
  new Function(...names, examples[1] ?? '')(
    createProvider,
    (trials: ProviderTrials) => providerChecks(trials, { clock }),
    (name: string, run: () => Promise<void>) => tests.push([name, run]),
  );

  test('makes as many tests as it says', () => {
    expect(tests).toHaveLength(11);
    expect(readme).toContain('it makes eleven tests, which pass');
  });

  test.each(tests)('%s', (_, run) => clock.run(run()));
});
