import type { Category } from '@llm-router/core';
import { categorizeByRules, readSize } from '../src/index.ts';

/** Names of models that nobody sells: the rules have to do. */
const names: readonly (readonly [string, Category])[] = [
  ['acme-o9', 'reasoning'],
  ['acme/r1-preview', 'reasoning'],
  ['acme-70b-thinking', 'reasoning'],
  ['acme-mini-reasoning', 'reasoning'],
  ['acme-deep-research', 'reasoning'],
  ['acme-70b-non-reasoning', 'large'],
  ['acme-8b-no-thinking', 'small'],
  ['acme-0.5b', 'tiny'],
  ['acme-270m-it', 'tiny'],
  ['acme-3b-instruct', 'tiny'],
  ['acme-e4b', 'tiny'],
  ['acme:7b', 'small'],
  ['command-r7b-01-2030', 'small'],
  ['acme-30b-a3b', 'small'],
  ['acme-235b-a22b', 'large'],
  ['acme-1t', 'large'],
  ['acme-8x7b', 'large'],
  ['acme-2x3b', 'small'],
  ['acme-17b-16e-instruct', 'large'],
  ['acme-nano', 'tiny'],
  ['acme-9-flash-lite', 'tiny'],
  ['acme-micro', 'tiny'],
  ['acme-mini', 'small'],
  ['acme-9-flash', 'small'],
  ['acme-haiku-9', 'small'],
  ['acme-9-air', 'small'],
  ['acme-large-3001', 'large'],
  ['acme-pro', 'large'],
  ['acme-opus-9', 'large'],
  ['gpt-9-pro', 'reasoning'],
  ['acme-9', 'large'],
  ['acme-9-lightning', 'small'],
  ['command-r-08-2030', 'small'],
  ['command-r+', 'large'],
  ['command-r-plus', 'large'],
  ['qwen-turbo-latest', 'tiny'],
];

test.each(names)('%s is %s', (name, category) => {
  expect(categorizeByRules(name).category).toBe(category);
});

it('reads words, not letters: MiniMax is not mini, and a nanometre is not nano', () => {
  expect(categorizeByRules('MiniMax-X9').category).toBe('large');
  expect(categorizeByRules('nanometre-9').category).toBe('large');
  expect(categorizeByRules('gpt-4o1x').category).toBe('large');
});

it('puts the size before the words for size', () => {
  expect(categorizeByRules('acme-nano-70b').category).toBe('large');
});

it('takes size and price from the facts', () => {
  expect(categorizeByRules('acme', { parameters: { totalBillion: 2 } })).toEqual({
    category: 'tiny',
    reason: '2 billion parameters',
  });
  expect(categorizeByRules('acme', { price: { input: 0.05, output: 0.2 } })).toEqual({
    category: 'tiny',
    reason: 'costs $0.088 for a million tokens',
  });
  expect(categorizeByRules('acme', { price: { input: 0, output: 0 } }).category).toBe('large');
  expect(categorizeByRules('acme', { price: { input: 3, output: 9 } }).category).toBe('large');
});

it('gives the reason each time', () => {
  expect(categorizeByRules('acme-30b-a3b').reason).toBe('30 billion parameters, 3 of them active');
  expect(categorizeByRules('acme-mini').reason).toBe('"mini" in the name');
  expect(categorizeByRules('acme').reason).toContain('nothing in the name');
});

it.each([
  ['acme-8b', { totalBillion: 8 }],
  ['acme-1.5b', { totalBillion: 1.5 }],
  ['acme-30b-a3b', { totalBillion: 30, activeBillion: 3 }],
  ['acme-2t', { totalBillion: 2000 }],
  ['acme-v3', undefined],
  ['acme-4bit', undefined],
  ['acme-2024b2', undefined],
])('reads the size of %s', (name, size) => {
  expect(readSize(name)).toEqual(size);
});

it('knows about what many experts come to', () => {
  expect(readSize('8x7b')?.totalBillion).toBeCloseTo(47, 0);
  expect(readSize('17b-128e')?.totalBillion).toBeCloseTo(400, -1);
});
