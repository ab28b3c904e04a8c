import { categorizeByRules, categorizeModel } from '../src/index.ts';

it('does what its README says', () => {
  expect(categorizeModel('openai/gpt-4o-mini').category).toBe('small');
  expect(categorizeModel('claude-haiku-4-5').contextWindow).toBe(200_000);
  expect(categorizeModel('acme-30b-a3b')).toEqual({
    category: 'small',
    source: 'rule',
    reason: '30 billion parameters, 3 of them active',
  });
  expect(categorizeModel('gpt-4o', { category: 'small' }).source).toBe('override');
  expect(categorizeByRules('acme-thinking').category).toBe('reasoning');
});
