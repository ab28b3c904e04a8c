import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalog, findModel, listModels, loadFurtherModels } from '../src/index.ts';
import { parseCatalog } from '../src/parse-catalog.ts';

const models = listModels();

it('has a window, a day and a sensible price for every model', () => {
  for (const model of models) {
    expect(model.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(model.contextWindow ?? 1).toBeGreaterThan(0);
    expect(model.price?.input ?? 0).toBeLessThan(1000);
  }
  expect(models.filter(({ contextWindow }) => contextWindow === undefined).length).toBeLessThan(3);
});

it('loads all other models on request, and finds each as itself', async () => {
  const further = await loadFurtherModels();
  expect(further.length).toBeGreaterThan(1000);
  const catalog = createCatalog({ models: further });
  expect(catalog.listModels()).toHaveLength(models.length + further.length);
  for (const { id, provider, price } of further) {
    expect(catalog.findModel(id, { provider })).toMatchObject({ id, provider });
    if (price?.input === 0 && provider === 'openrouter') expect(id).toMatch(/:free$/);
  }
});

it('answers the same for a built-in model, whether the others are loaded or not', async () => {
  const catalog = createCatalog({ models: await loadFurtherModels() });
  for (const { id, provider } of models) {
    expect(catalog.findModel(id, { provider })).toEqual(findModel(id, { provider }));
  }
});

it('finds every model that it lists under its provider and id, and as itself', () => {
  for (const model of models) {
    expect(findModel(model.id, { provider: model.provider })).toBe(model);
    expect(findModel(`${model.provider}/${model.id}`)).toBe(model);
  }
});

it('reads a table by the names of its columns', () => {
  const table = 'id|provider|price|capabilities|unheard\na|b|1,2,,3;>|Tv|x\n'.replace(
    ';>',
    ';10:4,5',
  );
  expect(parseCatalog(table)).toEqual([
    {
      id: 'a',
      provider: 'b',
      price: {
        input: 1,
        output: 2,
        cacheWrite: 3,
        tiers: [{ aboveInputTokens: 10, input: 4, output: 5 }],
      },
      capabilities: { tools: true, vision: false },
    },
  ]);
});

const corpus = process.env['LLM_ROUTER_CORPUS'];
const source = join(corpus ?? '.', '..', 'catalog.core.json');
const there = corpus !== undefined && existsSync(source);
if (!there) {
  console.warn('SKIPPED: the catalog is not compared with its source (LLM_ROUTER_CORPUS is unset)');
}

(there ? describe : describe.skip)('compared with its source', () => {
  it('says what the source says', () => {
    const { models: facts } = JSON.parse(readFileSync(source, 'utf8')) as {
      models: { id: string; provider: string; context: number; price: { input: number } }[];
    };
    for (const { id, provider, context, price } of facts) {
      const found = findModel(id, { provider });
      expect(found).toMatchObject({ id, contextWindow: context });
      if (price.input > 0) expect(found?.price?.input).toBe(price.input);
    }
  });
});
