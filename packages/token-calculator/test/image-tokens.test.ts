import * as fc from 'fast-check';
import { imageTokens } from '../src/index.ts';
import { png } from './fixtures/pictures.ts';

const count = (model: string, width: number, height: number, detail?: 'low' | 'high') =>
  imageTokens({ url: png(width, height), ...(detail && { detail }) }, model);

// The vendors' own examples.
it.each([
  ['gpt-4o', 1024, 1024, 765],
  ['gpt-4o', 1920, 1080, 1105],
  ['gpt-4o', 2048, 4096, 1105],
  ['gpt-4o-mini', 1024, 1024, 25_501],
  ['gpt-4o-mini', 1920, 1080, 36_835],
  ['gpt-5', 1024, 1024, 630],
  ['o3', 1920, 1080, 975],
  ['gpt-4.1-mini', 1024, 1024, 1659],
  ['gpt-5.4', 1800, 2400, 2451],
  ['gpt-6-sol', 4096, 4096, 16_384],
  ['claude-sonnet-4-5', 200, 200, 64],
  ['claude-sonnet-4-5', 1000, 1000, 1296],
  ['claude-sonnet-4-5', 1092, 1092, 1521],
  ['claude-sonnet-4-5', 1920, 1080, 1560],
  ['claude-opus-5', 1920, 1080, 2691],
  ['claude-sonnet-4-5', 2000, 1500, 1564],
  ['claude-opus-5', 2000, 1500, 3888],
  ['claude-sonnet-4-5', 3840, 2160, 1560],
  ['claude-opus-5', 3840, 2160, 4784],
  ['gemini-2.5-flash', 300, 300, 258],
  ['gemini-2.5-flash', 960, 540, 1548],
  ['gemini-3.5-flash', 960, 540, 1120],
  ['acme-vision', 56, 56, 4],
  ['acme-vision', 4000, 4000, 1100],
])('%s counts %i × %i as %i', (model, width, height, tokens) => {
  expect(count(model, width, height)).toBe(tokens);
});

it('counts low detail as the base alone', () => {
  expect(count('gpt-4o', 4000, 3000, 'low')).toBe(85);
  expect(count('gemini-3.5-flash', 4000, 3000, 'low')).toBe(280);
});

it('takes a picture of unknown size for 1024 × 1024', () => {
  const url = 'https://example.com/picture';
  expect(imageTokens({ url }, 'gpt-4o')).toBe(765);
  expect(imageTokens({ url }, 'claude-sonnet-4-5')).toBe(37 * 37);
});

it('ends for every size, also where a patch ends at the last bit of a number', () => {
  for (let side = 1; side < 6000; side += 7) {
    expect(count('claude-haiku-4-5', side, 3001)).toBeLessThanOrEqual(1568);
  }
});

it('stays within the budget of each formula, for pictures of any shape', () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  const budgets = {
    'claude-haiku-4-5': 1568,
    'claude-opus-5': 4784,
    'gpt-5.4': 2500,
    'o4-mini': 2642,
  };
  const models = fc.constantFrom(...(Object.keys(budgets) as (keyof typeof budgets)[]));
  fc.assert(
    fc.property(models, side, side, (model, width, height) => {
      const tokens = count(model, width, height);
      expect(tokens).toBeGreaterThan(0);
      expect(tokens).toBeLessThanOrEqual(budgets[model]);
    }),
  );
});
