import { isRouterError } from '@llm-router/core';
import fc from 'fast-check';
import { createCatalog, readModelList } from '../src/index.ts';

const asOf = '2026-12-01';

const dev = {
  'google-vertex-anthropic': {
    models: {
      'acme-9b': {
        name: 'Acme 9B',
        tool_call: true,
        reasoning: false,
        open_weights: true,
        modalities: { input: ['text', 'image'] },
        limit: { context: 64_000, output: 8000 },
        cost: {
          input: 1,
          output: 4,
          cache_read: 0.1,
          cache_write: 0,
          tiers: [{ input: 2, output: 8, tier: { type: 'context', size: 32_000 } }],
          context_over_200k: { input: 9, output: 9 },
        },
      },
      'acme-subscribed': { cost: { input: 0, output: 0 }, limit: { context: 'large' } },
    },
  },
  acme: {
    models: {
      '': {},
      older: { cost: { input: 1, output: 2, context_over_200k: { input: 3, output: 4 } } },
    },
  },
  broken: null,
};

it('reads the list of models.dev', () => {
  const { models, skipped } = readModelList(dev, { asOf });
  expect(skipped).toBe(1);
  expect(models[0]).toEqual({
    id: 'acme-9b',
    provider: 'google-vertex-anthropic',
    name: 'Acme 9B',
    contextWindow: 64_000,
    maxOutputTokens: 8000,
    openWeights: true,
    price: {
      input: 1,
      output: 4,
      cacheRead: 0.1,
      tiers: [{ aboveInputTokens: 32_000, input: 2, output: 8 }],
    },
    capabilities: { tools: true, vision: true, audio: false, reasoning: false },
    asOf,
  });
  expect(models[1]).toEqual({
    id: 'acme-subscribed',
    provider: 'google-vertex-anthropic',
    capabilities: {},
    asOf,
  });
  expect(models[2]?.price?.tiers).toEqual([{ aboveInputTokens: 200_000, input: 3, output: 4 }]);
});

it('reads the list of OpenRouter', () => {
  const { models, skipped } = readModelList(
    {
      data: [
        {
          id: 'acme/thing-2',
          context_length: 1000,
          top_provider: { max_completion_tokens: 100 },
          architecture: { input_modalities: ['text'] },
          supported_parameters: ['tools', 'reasoning'],
          pricing: {
            prompt: '0.000003',
            completion: '0.000015',
            input_cache_read: '0.0000003',
            overrides: [{ min_prompt_tokens: 500, prompt: '0.000006', completion: '0.00003' }],
          },
          expiration_date: '2027-01-01',
        },
        { id: 'openrouter/auto', pricing: { prompt: '-1', completion: '-1' } },
        { id: 'acme/thing:free', pricing: { prompt: '0', completion: '0' } },
        { id: 7 },
      ],
    },
    { asOf },
  );
  expect(skipped).toBe(1);
  expect(models.map(({ price }) => price)).toEqual([
    {
      input: 3,
      output: 15,
      cacheRead: 0.3,
      tiers: [{ aboveInputTokens: 500, input: 6, output: 30 }],
    },
    undefined,
    { input: 0, output: 0 },
  ]);
  expect(models[0]).toMatchObject({
    provider: 'openrouter',
    contextWindow: 1000,
    maxOutputTokens: 100,
    deprecatedAt: '2027-01-01',
    capabilities: { tools: true, structuredOutput: false, reasoning: true, vision: false },
  });
});

it('refreshes a catalog, which tells how new its facts are', () => {
  const list = { openai: { models: { 'gpt-4o': { cost: { input: 1.5, output: 6 } } } } };
  const catalog = createCatalog({ models: readModelList(list, { asOf }).models });
  expect(catalog.findModel('gpt-4o')).toMatchObject({ price: { input: 1.5 }, asOf });
  expect(catalog.asOf).toBe(asOf);
  expect(createCatalog().asOf).toMatch(/^2026-/);
  expect(createCatalog({ builtIn: false }).asOf).toBeUndefined();
});

it.each([
  [{}, { asOf }, 'list is an object; expected models.dev'],
  ['<html>', { asOf }, "list is '<html>'"],
  [{ data: [] }, { asOf }, 'expected models.dev'],
  [dev, { asOf: 'today' }, "asOf is 'today'; expected a day"],
  [dev, {}, 'asOf is undefined'],
  [dev, { asOf, url: '' }, "unknown option 'url'"],
])('refuses %j with %j', (list, options, message) => {
  try {
    readModelList(list, options as { asOf: string });
    throw new Error('nothing was refused');
  } catch (error) {
    expect(isRouterError(error, 'invalid_config')).toBe(true);
    expect(String(error)).toContain(message);
  }
});

it('makes of any list what a catalog takes', () => {
  const entry = fc.dictionary(
    fc.constantFrom('id', 'cost', 'limit', 'modalities', 'pricing', 'name', 'top_provider'),
    fc.oneof(fc.jsonValue(), fc.record({ input: fc.double(), output: fc.double() })),
  );
  const id = fc.string({ minLength: 1, maxLength: 20 });
  const models = fc.dictionary(id, fc.oneof(entry, fc.jsonValue()), { minKeys: 1 });
  const list = fc.oneof(
    fc.record({ provider: fc.record({ models }) }),
    fc.record({ data: fc.array(fc.oneof(entry, fc.jsonValue()), { minLength: 1 }) }),
  );
  fc.assert(
    fc.property(list, (written) => {
      const { models: read, skipped } = readModelList(written, { asOf });
      expect(read.length + skipped).toBeGreaterThan(0);
      for (const { price, contextWindow = 1 } of read) {
        expect(price === undefined || (price.input >= 0 && price.output >= 0)).toBe(true);
        expect(contextWindow).toBeGreaterThan(0);
      }
      createCatalog({ models: read, builtIn: false });
    }),
  );
});
