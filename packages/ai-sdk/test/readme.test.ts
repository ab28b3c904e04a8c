import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRouterProvider } from '@llm-router/ai-sdk';
import { createRandom, createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import { createRouter, type RouterConfig } from 'llm-router';

// The later package is ESM only, which jest does not load; the errors of both are marked alike.
jest.mock('@ai-sdk/provider', () => jest.requireActual('@ai-sdk/provider-v3'));

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];

/** What the SDK does at its simplest; test-apps run the real one. */
async function generateText({ model, prompt }: { model: LanguageModelV4; prompt: string }) {
  const content = [{ type: 'text' as const, text: prompt }];
  const result = await model.doGenerate({ prompt: [{ role: 'user', content }] });
  const [part] = result.content;
  return { ...result, text: part?.type === 'text' ? part.text : '' };
}

it('shows an example that prints what it says', async () => {
  const clock = createVirtualClock();
  const simulator = createSimulator({ clock, models: [{ name: 'gpt-4o-mini' }] });
  const around = { clock, random: createRandom(1), fetch: simulator.fetch };
  const printed: unknown[] = [];
  const names = ['createRouter', 'createRouterProvider', 'generateText', 'process', 'console'];
  const code = example.replace(/^import .*$/gm, '');
  const work: Promise<void> = new Function(...names, `return (async () => {${code}})()`)(
    (config: RouterConfig) => createRouter(config, around),
    createRouterProvider,
    generateText,
    { env: { OPENAI_API_KEY: 'one', GROQ_API_KEY: 'two' } },
    { log: (line: unknown) => printed.push(line) },
  );
  await clock.run(work);
  expect(String(printed[0]).length).toBeGreaterThan(20);
  expect(printed[1]).toBe(/\/\/ (.*)$/m.exec(example)?.[1]);
});

it('names every option of a call', async () => {
  const router = createRouter({ deployments: [{ provider: 'ollama', model: 'm' }] });
  const refusal = await router
    .explain('Hello', { nonsense: 1 } as object)
    .catch((error: Error) => error.message);
  const options = /It knows (.*)\./.exec(String(refusal))?.[1] ?? '';
  const names = [...options.matchAll(/'(\w+)'/g)].flatMap(([, name]) => name ?? []);
  expect(names.length).toBeGreaterThan(10);
  const offered = names.filter((name) => name !== 'signal');
  for (const name of offered) expect(readme).toContain(`\`${name}\``);
});

it('stays within its bounds', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(120);
});
