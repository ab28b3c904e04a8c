import { isRouterError } from '@llm-router/core';
import { createCatalog, findModel, listModels, type ModelFacts } from '../src/index.ts';

const own: ModelFacts = {
  id: 'Acme-7B',
  provider: 'acme',
  contextWindow: 32_768,
  price: { input: 0.1, output: 0.2 },
};

it('adds models of one own to the built-in ones', () => {
  const catalog = createCatalog({ models: [own] });
  expect(catalog.findModel('acme/acme-7b')).toMatchObject({ id: 'Acme-7B', contextWindow: 32_768 });
  expect(catalog.findModel('acme-7b')?.price).toEqual({ input: 0.1, output: 0.2 });
  expect(catalog.findModel('gpt-4o')?.provider).toBe('openai');
});

it('replaces a built-in model of the same provider and id', () => {
  const catalog = createCatalog({
    models: [{ provider: 'openai', id: 'gpt-4o', price: { input: 1, output: 2 } }],
  });
  expect(catalog.findModel('openai/gpt-4o')).toEqual({
    provider: 'openai',
    id: 'gpt-4o',
    price: { input: 1, output: 2 },
  });
  expect(findModel('gpt-4o')?.price?.input).toBe(2.5);
});

it('can be made of its own models alone', () => {
  const catalog = createCatalog({ models: [own], builtIn: false });
  expect(catalog.listModels()).toHaveLength(1);
  expect(catalog.findModel('gpt-4o')).toBeUndefined();
});

it('copies what it is given', () => {
  const given = structuredClone(own);
  const catalog = createCatalog({ models: [given], builtIn: false });
  Object.assign(given, { contextWindow: 1 });
  Object.assign(given.price ?? {}, { input: 99 });
  expect(catalog.findModel('acme-7b')).toMatchObject({
    contextWindow: 32_768,
    price: { input: 0.1 },
  });
});

it.each([
  [{ models: 'gpt-4o' }, "createCatalog: models is 'gpt-4o'; expected a list"],
  [{ models: [{ provider: 'acme' }] }, 'models[0].id is undefined'],
  [{ models: [{ id: 'x' }] }, 'models[0].provider is undefined'],
  [{ models: [null] }, 'models[0].id is undefined'],
  [{ models: [{ ...own, price: { input: -1, output: 1 } }] }, 'models[0].price is -1'],
  [{ extra: 1 }, "unknown option 'extra'"],
])('refuses %j', (options, message) => {
  try {
    createCatalog(options as object);
    throw new Error('nothing was refused');
  } catch (error) {
    expect(isRouterError(error, 'invalid_config')).toBe(true);
    expect(String(error)).toContain(message);
  }
});

it('lists what fits the filter, in order', () => {
  const groq = listModels({ provider: 'groq', capabilities: { tools: true } });
  expect(groq.length).toBeGreaterThan(3);
  expect(
    groq.every(({ provider, capabilities }) => provider === 'groq' && capabilities?.tools),
  ).toBe(true);
  const ids = groq.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(listModels({ minContextWindow: 1_000_000 }).length).toBeLessThan(listModels().length);
  expect(listModels({ openWeights: true, family: 'llama' }).length).toBeGreaterThan(0);
  expect(() => listModels({ vendor: 'groq' } as object)).toThrow("unknown option 'vendor'");
});

it('counts an unknown ability as fitting neither yes nor no', () => {
  const catalog = createCatalog({ models: [own], builtIn: false });
  expect(catalog.listModels({ capabilities: { vision: true } })).toEqual([]);
  expect(catalog.listModels({ capabilities: { vision: false } })).toEqual([]);
  expect(catalog.listModels({ capabilities: {} })).toHaveLength(1);
});
