import { categories, estimateTokens } from '@llm-router/core';
import fc from 'fast-check';
import { scanText } from '../src/scan-text.ts';
import { ask, scoreOf } from './ask.ts';

const words = fc.array(
  fc.constantFrom(
    'lake',
    'prove',
    'if',
    'x',
    '3',
    'must',
    'please',
    '。',
    '证明',
    '\n',
    '```',
    '?',
    '=',
  ),
  { maxLength: 60 },
);

it('gives every text a score from 0 to 1, a category and an answer of at least one token', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        words.map((list) => list.join(' ')),
      ),
      (prompt) => {
        const analysis = ask(prompt);
        expect(analysis.complexity.score).toBeGreaterThanOrEqual(0);
        expect(analysis.complexity.score).toBeLessThan(1);
        expect(categories).toContain(analysis.category);
        expect(analysis.tokens.expectedOutput).toBeGreaterThanOrEqual(1);
        expect(analysis.tokens.input).toBe(
          estimateTokens({ messages: [{ role: 'user', content: prompt }] }),
        );
      },
    ),
  );
});

it('gives the same text the same score, whatever its case', () => {
  const letters = fc.array(fc.constantFrom('Explain', 'THE', 'lake', '(x', '= 3)', 'If'), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(letters, (list) => {
      const prompt = list.join(' ');
      expect(scoreOf(prompt)).toBe(scoreOf(prompt));
      expect(scoreOf(prompt.toUpperCase())).toBeCloseTo(scoreOf(prompt.toLowerCase()), 6);
    }),
  );
});

it('scores a text with one more reasoning word higher', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('lake', 'boat', 'shore'), { maxLength: 50 }), (list) => {
      const prompt = list.join(' ');
      expect(scoreOf(`${prompt} derive`)).toBeGreaterThan(scoreOf(`${prompt} lake`));
    }),
  );
});

it('counts the same in two sentences as in each of them', () => {
  fc.assert(
    fc.property(words, words, (first, second) => {
      const [a, b] = [first, second].map((list) => list.filter((word) => word !== '```').join(' '));
      const both = scanText(`${a}.\n\n${b}`);
      const apart = [scanText(`${a}.`), scanText(`${b}`)];
      const sum = (read: (features: typeof both) => number) =>
        apart.reduce((total, features) => total + read(features), 0);
      for (const field of [
        'words',
        'questions',
        'mathSigns',
        'constraints',
        'conditions',
      ] as const) {
        expect(both[field]).toBe(sum((features) => features[field]));
      }
    }),
  );
});
