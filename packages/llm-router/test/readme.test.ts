import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, createVirtualClock } from '@llm-router/core';
import { analyzeRequest } from '@llm-router/request-analyzer';
import { createSimulator } from '@llm-router/simulator';
import { createRouter, formatUsd, type Router, type RouterConfig } from 'llm-router';
import { createBench, deploy, errorOf, steady } from './support.ts';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, code]) => code ?? '',
  );

/** Runs the examples as they stand, one after the other, against simulated providers. */
async function runExamples() {
  const clock = createVirtualClock();
  const models = ['gpt-4o-mini', 'llama-3.3-70b-versatile'].map((name) => ({
    name,
    latency: steady,
    outputTokens: { min: 50, max: 50 },
  }));
  const simulator = createSimulator({ models, clock });
  const surroundings = { clock, random: createRandom(1), fetch: simulator.fetch };
  const printed: unknown[][] = [];
  const written: string[] = [];
  const run = new Function(
    'createRouter',
    'formatUsd',
    'process',
    'console',
    `return (async () => {${blocks('ts')
      .join('\n')
      .replace(/^import .*$/gm, '')}})();`,
  );
  const work: Promise<void> = run(
    (config: RouterConfig) => createRouter(config, surroundings),
    formatUsd,
    {
      env: { OPENAI_API_KEY: 'one', GROQ_API_KEY: 'two' },
      stdout: { write: (text: string) => written.push(text) },
    },
    {
      log: (...line: unknown[]) => printed.push(line),
      error: (...line: unknown[]) => printed.push(line),
    },
  );
  await clock.run(work);
  return { printed, written, hits: simulator.hits() };
}

it('shows examples that run and print what they say', async () => {
  const { printed, written, hits } = await runExamples();
  const promised = /console\.log\(deployment.*\/\/ (.*)$/m.exec(readme)?.[1];
  const [text, line, ...batch] = printed;
  expect(String(text?.[0]).length).toBeGreaterThan(20);
  expect(line?.join(' ')).toBe(promised);
  expect(written.length).toBeGreaterThan(10);
  expect(batch.filter(([first]) => typeof first === 'number')).toHaveLength(3);
  expect(batch.filter(([first]) => typeof first === 'string').at(-1)?.[0]).toMatch(/^100 % \$0\.0/);
  expect(hits.every(({ outcome }) => outcome === 'ok')).toBe(true);
});

it('shows how to bring parts of one’s own', async () => {
  const [code = ''] = blocks('js');
  const printed: unknown[] = [];
  const routers: Router[] = [];
  const run = new Function(
    'createRouter',
    'analyzeRequest',
    'console',
    `return (async () => {${code}})();`,
  );
  await run(
    (...given: Parameters<typeof createRouter>) => {
      const router = createRouter(...given);
      routers.push(router);
      return router;
    },
    analyzeRequest,
    { log: (line: unknown) => printed.push(line) },
  );
  expect(printed).toEqual([/console\.log\(\(await own.*\/\/ (.*)$/m.exec(readme)?.[1]]);
  const [own] = routers;
  const again = await own?.chat('Ahoy');
  expect(again).toMatchObject({ cached: true, text: printed[0], ledger: { cache: 'hit' } });
  expect(again?.ledger.analysis?.category).toBe('large');
  expect(own?.status().cache).toEqual({ entries: 1 });
  const { candidates } = (await own?.explain('Ahoy')) ?? {};
  expect(candidates?.map(({ rank }) => rank)).toEqual([8, 3, 3]);
});

it('shows a ledger as it really is', async () => {
  const { clock, router } = createBench(
    [
      { name: 'first', latency: steady, faults: [{ kind: 'server-error' }] },
      {
        name: 'second',
        latency: { medianMs: 300, sigma: 0 },
        outputTokens: { min: 49, max: 49 },
      },
    ],
    {
      deployments: ['first', 'second'].map((name) =>
        deploy(name, { price: { input: 0.15, output: 0.6 } }),
      ),
    },
  );
  const { ledger } = await clock.run(router.chat('Name three harbours.'));
  expect(ledger).toMatchObject(JSON.parse(blocks('json')[0] ?? ''));
});

it('names every option that there is', () => {
  const namesIn = (config: unknown) => {
    const { message } = errorOf(() => createRouter(config as RouterConfig));
    return (/known are ([\w, ]+)/.exec(message)?.[1] ?? '').split(', ');
  };
  const good = deploy('a');
  const names = [
    ...namesIn({ deployments: [good], nonsense: 1 }),
    ...namesIn({ deployments: [{ ...good, nonsense: 1 }] }),
    ...namesIn({ deployments: [good], timeouts: { nonsense: 1 } }),
    ...namesIn({ deployments: [good], retry: { nonsense: 1 } }),
    ...namesIn({ deployments: [good], fallback: { nonsense: 1 } }),
    ...namesIn({ deployments: [good], wire: { nonsense: 1 } }),
  ];
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) expect(readme).toMatch(new RegExp(`[\`.]${name}\\b`));
});

it('names every event that there is', () => {
  const source = readFileSync(join(__dirname, '../../core/src/events.ts'), 'utf8');
  const types = [...source.matchAll(/EventBase<'([\w-]+)'>/g)].map(([, type = '']) => type);
  expect(types.length).toBeGreaterThan(10);
  for (const type of types) expect(readme).toMatch(new RegExp(`^\\| \`${type}\` \\| .+\\|$`, 'm'));
});

it('stays within its bounds', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(216);
});
