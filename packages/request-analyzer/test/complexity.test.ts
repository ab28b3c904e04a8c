import { analyzeRequest } from '../src/index.ts';
import { ask, scoreOf } from './ask.ts';

const designTask =
  'Design a booking service for three regions, compare optimistic and pessimistic locking, explain the trade-offs, and show what must happen if two regions sell the same seat while the link between them is down.';

it.each([
  ['hi', 'simple', 'tiny'],
  ['What is the capital of Peru?', 'simple', 'tiny'],
  ['Translate "see you tomorrow" to Italian', 'simple', 'tiny'],
  ['Write a rust function that merges two sorted lists', 'moderate', 'small'],
  ['Prove that there are infinitely many primes.', 'moderate', 'reasoning'],
  ['Beweise, dass die Wurzel aus drei irrational ist.', 'moderate', 'reasoning'],
  ['证明根号三是无理数', 'moderate', 'reasoning'],
  [designTask, 'complex', 'reasoning'],
])('judges %j as %s, for a %s model', (prompt, level, category) => {
  const { complexity, category: chosen } = ask(prompt);
  expect({ level: complexity.level, category: chosen }).toEqual({ level, category });
});

it('finds reasoning words as whole words, once each, in the order of the text', () => {
  const { reasoning } = ask('Explain, then prove, then explain again. Disprove nothing; whyever.');
  expect(reasoning.matches).toEqual(['explain', 'prove']);
  expect(reasoning.score).toBeGreaterThan(0.6);
  expect(ask('A proofreader designed an explainer.').reasoning).toEqual({ score: 0, matches: [] });
});

it('finds phrases', () => {
  expect(ask('Show that it halts, step by step.').reasoning.matches).toEqual([
    'show that',
    'step by step',
  ]);
});

it('keeps at most a dozen reasoning words', () => {
  const many =
    'why explain analyze evaluate assess compare contrast critique justify argue interpret design refactor debug';
  expect(ask(many).reasoning.matches).toHaveLength(12);
});

it('tells the weightiest evidence first, in words', () => {
  const { reasons } = ask('Derive the area of the region, if x^2 + y^2 < 4 and x * y > 1.');
  expect(reasons[0]).toMatch(/^\d+ tokens of prompt, about 600 expected in return$/);
  expect(reasons.join('\n')).toContain('reasoning words: derive');
  expect(reasons.join('\n')).toContain('mathematical signs');
  expect(reasons.join('\n')).toContain('1 conditions');
});

it('weighs the last message of the user far above the system prompt', () => {
  const hard = 'Prove the theorem step by step, if the matrix is singular. '.repeat(40);
  const question = { role: 'user', content: 'What is the capital of Peru?' } as const;
  const alone = analyzeRequest({ messages: [question] });
  const wrapped = analyzeRequest({ messages: [{ role: 'system', content: hard }, question] });
  expect(wrapped.complexity.level).toBe(alone.complexity.level);
  expect(wrapped.reasoning.matches).toEqual([]);
});

it('lets a short reply lean on what the user said before', () => {
  const reply = { role: 'user', content: 'and the second case?' } as const;
  const messages = (before: string) => [
    { role: 'user', content: before } as const,
    { role: 'assistant', content: 'Here it is.' } as const,
    reply,
  ];
  const afterHard = analyzeRequest({ messages: messages(designTask) });
  const afterEasy = analyzeRequest({ messages: messages('hi') });
  expect(afterHard.complexity.level).not.toBe('simple');
  expect(afterEasy.complexity.level).toBe('simple');
  expect(afterHard.conversation.turns).toBe(2);
});

describe('what does not make a request harder', () => {
  const prompts = [
    'What is the boiling point of ethanol at sea level?',
    'A baker sells 12 loaves each hour and half as many rolls. How many pieces are sold in 7 hours?',
    'Compare the two contracts and explain which clause must be removed, if any.',
    designTask,
  ];
  const wrappers: readonly [string, (prompt: string) => string][] = [
    ['lower case', (prompt) => prompt.toLowerCase()],
    ['upper case', (prompt) => prompt.toUpperCase()],
    ['blanks and empty lines', (prompt) => `\n\n   ${prompt.replaceAll(' ', '  ')}  \n\n`],
    ['a rule of dashes', (prompt) => `${'-'.repeat(80)}\n${prompt}`],
    ['a greeting', (prompt) => `Hello there! ${prompt}`],
    [
      'thanks',
      (prompt) =>
        `Hi, I hope you are doing well! Could you please help me?\n\n${prompt}\n\nThank you so much!`,
    ],
  ];
  it.each(wrappers)('%s', (_, wrap) => {
    for (const prompt of prompts) {
      expect(ask(wrap(prompt)).complexity.level).toBe(ask(prompt).complexity.level);
    }
  });
});

it('counts the words of a long text though it reads only its ends', () => {
  const filler = 'The harbour was quiet and the boats lay still. ';
  const scores = [200, 400, 800, 1600].map((times) => scoreOf(filler.repeat(times)));
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(new Set(scores).size).toBe(4);
});

it('never saturates, and separates two prompts of the same form', () => {
  const hard = 'Prove the lemma if x = 1 and y < 2, but not without the theorem. ';
  expect(scoreOf(hard.repeat(2000))).toBeGreaterThan(scoreOf(hard.repeat(1000)));
  expect(scoreOf(hard.repeat(100_000))).toBeLessThan(1);
  expect(scoreOf('What is the capital of Peru?')).not.toBe(scoreOf('What is the capital of Fiji?'));
});

it('moves the levels with its options', () => {
  const prompt = 'Explain how tides work.';
  const level = (options: Parameters<typeof ask>[2]) => ask(prompt, {}, options).complexity.level;
  expect(level({ moderateFrom: 0.9, complexFrom: 0.95 })).toBe('simple');
  expect(level({ moderateFrom: 0, complexFrom: 0 })).toBe('complex');
  expect(ask(prompt, {}, { moderateFrom: 0, reasoningFrom: 0 }).category).toBe('reasoning');
});
