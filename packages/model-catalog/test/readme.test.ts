import {
  createCatalog,
  findModel,
  listModels,
  loadFurtherModels,
  readModelList,
} from '../src/index.ts';

it('does what its README says', () => {
  const facts = findModel('us.anthropic.claude-haiku-4-5-20251001-v1:0');
  expect([facts?.provider, facts?.contextWindow, facts?.price?.input]).toEqual([
    'bedrock',
    200_000,
    1,
  ]);
  expect(findModel('groq/llama-3.3-70b-versatile')?.price?.output).toBe(0.79);
  expect(findModel('gpt-4o-imaginary')).toBeUndefined();
  expect(findModel('claude-opus-4-5')?.asOf).toBe('2026-11-10');
  expect(
    listModels({ provider: 'groq', capabilities: { reasoning: true } }).map(({ id }) => id)[0],
  ).toBe('openai/gpt-oss-120b');
  const catalog = createCatalog({
    models: [{ provider: 'vllm', id: 'acme-7b', contextWindow: 32_768 }],
  });
  expect(catalog.findModel('acme-7b')?.contextWindow).toBe(32_768);
});

it('refreshes a catalog as its README says', async () => {
  const list = { acme: { models: { 'acme-9': { cost: { input: 1, output: 2 } } } } };
  const { models, skipped } = readModelList(list, { asOf: '2026-12-01' });
  const catalog = createCatalog({ models: [...(await loadFurtherModels()), ...models] });
  expect([catalog.asOf, skipped]).toEqual(['2026-12-01', 0]);
  expect(catalog.findModel('acme/acme-9')?.price?.output).toBe(2);
});
