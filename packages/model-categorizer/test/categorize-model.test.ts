import { isRouterError } from '@llm-router/core';
import { categorizeModel } from '../src/index.ts';

it('takes window and price from the catalog, in any spelling', () => {
  expect(categorizeModel('us.anthropic.claude-haiku-4-5-20251001-v1:0')).toEqual({
    category: 'small',
    contextWindow: 200_000,
    maxOutputTokens: 64_000,
    source: 'catalog',
    reason: '"haiku" in the name',
  });
  expect(categorizeModel('qwen-turbo')).toMatchObject({ category: 'tiny', source: 'catalog' });
});

it('uses the name alone for models that nobody knows', () => {
  expect(categorizeModel('acme-70b')).toEqual({
    category: 'large',
    source: 'rule',
    reason: '70 billion parameters',
  });
});

it('lets the caller override everything', () => {
  expect(categorizeModel('gpt-4o', { category: 'tiny' })).toMatchObject({
    category: 'tiny',
    contextWindow: 128_000,
    source: 'override',
  });
});

it('puts facts of the caller before those of the catalog', () => {
  expect(categorizeModel('gpt-4o', { contextWindow: 1000 }).contextWindow).toBe(1000);
  expect(categorizeModel('gpt-4o', { parameters: { totalBillion: 3 } })).toMatchObject({
    category: 'tiny',
    source: 'catalog',
  });
});

it('looks at the provider that the facts name', () => {
  const facts = { provider: 'openrouter' };
  expect(categorizeModel('llama-3.3-70b-instruct', facts).maxOutputTokens).toBe(16_384);
  expect(categorizeModel('llama-3.3-70b-instruct', { provider: 'groq' }).maxOutputTokens).toBe(
    32_768,
  );
});

it('refuses a category that there is not', () => {
  try {
    categorizeModel('gpt-4o', { category: 'HUGE' as 'tiny' });
    throw new Error('nothing was refused');
  } catch (error) {
    expect(isRouterError(error, 'invalid_config')).toBe(true);
    expect(String(error)).toContain("category is 'HUGE'; expected one of tiny, small, large");
  }
});
