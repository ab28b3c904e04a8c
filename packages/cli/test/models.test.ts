import { listModels } from '@llm-router/model-catalog';
import { runWith } from './support.ts';

test('all models are listed, a line each, with every figure or the word unknown', async () => {
  const { exitCode, out } = await runWith(['models']);
  expect(exitCode).toBe(0);
  const [head, ...lines] = out.trimEnd().split('\n');
  expect(head).toMatch(
    /^model +category +window +in per million +out per million +abilities +as of$/,
  );
  expect(lines).toHaveLength(listModels().length);
  expect(lines.filter((line) => /undefined|NaN|null/.test(line))).toEqual([]);
});

test('a name, a provider and a category narrow the list', async () => {
  const argv = ['models', 'GPT-4o', '--provider', 'openai', '--category', 'small'];
  const { out } = await runWith(argv);
  expect(out).toMatch(
    /\nopenai\/gpt-4o-mini +small +128,000 +\$0\.15 +\$0\.60 +tools, vision.* +\d{4}-\d\d-\d\d\n/,
  );
  for (const line of out.trimEnd().split('\n').slice(1)) {
    expect(line).toMatch(/^openai\/\S*gpt-4o\S* +small /);
  }
});

test('an id in another spelling is found', async () => {
  const id = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
  const { out } = await runWith(['models', id, '--json']);
  expect(JSON.parse(out)).toMatchObject([{ contextWindow: 200_000, category: 'small' }]);
});

test('where nothing fits the exit code is 1, and JSON is an empty list', async () => {
  const { exitCode, out, err } = await runWith(['models', 'no-such-model', '--json']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toEqual([]);
  expect(err).toMatch(/^llm-router: the catalog has no model that fits[^\n]*\n$/);
});

test('a provider that nobody knows is refused with those that there are', async () => {
  const { exitCode, err } = await runWith(['models', '--provider', 'nobody']);
  expect(exitCode).toBe(2);
  expect(err).toMatch(/--provider is 'nobody'; expected one of .*anthropic/);
});
