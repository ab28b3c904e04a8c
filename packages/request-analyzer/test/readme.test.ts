import { analyzeRequest } from '../src/index.ts';

it('does what its README says', () => {
  const analysis = analyzeRequest({
    messages: [
      { role: 'system', content: 'You teach number theory.' },
      { role: 'user', content: 'Prove that there are infinitely many primes.' },
    ],
  });
  expect(analysis.complexity.level).toBe('moderate');
  expect(analysis.category).toBe('reasoning');
  expect(analysis.reasoning.matches).toEqual(['prove']);
  expect(analysis.tokens).toEqual({ input: 24, expectedOutput: 600 });
  expect(analysis.reasons).toEqual([
    '24 tokens of prompt, about 600 expected in return',
    'moderate: reasoning words: prove',
    'moderate: 6 words',
    'moderate: sentences of 6 words',
  ]);
});
