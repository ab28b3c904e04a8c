import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findModel, listModels } from '../src/index.ts';
import { parseCatalog } from '../src/parse-catalog.ts';

const models = listModels();

it('has a window, a day and a sensible price for every model', () => {
  for (const model of models) {
    expect(model.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(model.contextWindow).toBeGreaterThan(0);
    expect(model.price?.input ?? 0).toBeLessThan(1000);
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
