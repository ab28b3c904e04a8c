import { analyzeRequest } from '../src/index.ts';
import { ask } from './ask.ts';

const tool = { type: 'function', function: { name: 'find_seat' } } as const;

it('needs nothing special for plain words', () => {
  const { requires, tokens } = ask('hi');
  expect(requires).toEqual({
    tools: false,
    vision: false,
    audio: false,
    structuredOutput: false,
    contextTokens: tokens.input + tokens.expectedOutput,
  });
});

it('needs tools for definitions, old and new, and for a history with calls', () => {
  expect(ask('hi', { tools: [tool] }).requires.tools).toBe(true);
  expect(ask('hi', { functions: [{ name: 'find_seat' }] }).requires.tools).toBe(true);
  const history = analyzeRequest({
    messages: [
      { role: 'user', content: 'Find me a seat.' },
      { role: 'tool', content: '14C', tool_call_id: 'a' },
    ],
  });
  expect(history.requires.tools).toBe(true);
  expect(ask('hi', { tools: [] }).requires.tools).toBe(false);
});

it('needs eyes, ears and structure where the request has them', () => {
  const { requires, category } = analyzeRequest({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
          { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
        ],
      },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'thing' } },
  });
  expect(requires).toMatchObject({ vision: true, audio: true, structuredOutput: true });
  expect(category).toBe('small');
  expect(ask('hi', { modalities: ['text', 'audio'] }).requires.audio).toBe(true);
});

it('makes room for the longest answer that the request allows', () => {
  const { requires, tokens } = ask('hi', { max_completion_tokens: 5000 });
  expect(requires.contextTokens).toBe(tokens.input + 5000);
  expect(tokens.expectedOutput).toBe(25);
});

describe('the expected answer', () => {
  it.each([
    ['In one word, is the sea salty?', 10],
    ['Write about the sea in 300 words, with care.', 400],
    ['Write a 1,200-word essay about the sea.', 1600],
    ['Tell the story of a lighthouse keeper and his cat.', 1000],
    ['Prove the lemma.', 600],
    ['Explain the tides.', 400],
    ['How deep is the lake behind the old mill near our town?', 200],
    ['Name a lake.', 25],
  ])('of %j is about %d tokens', (prompt, tokens) => {
    expect(ask(prompt).tokens.expectedOutput).toBe(tokens);
  });

  it('follows the material for translations and summaries', () => {
    const material = 'The boats came home before the storm. '.repeat(100);
    const translation = ask(`Translate into Greek: ${material}`).tokens.expectedOutput;
    const summary = ask(`Summarise: ${material}`).tokens.expectedOutput;
    expect(translation).toBeGreaterThan(900);
    expect(summary).toBeLessThan(translation / 2);
  });

  it('is short where a tool or a schema is filled in', () => {
    const question = 'Explain the tides.';
    expect(ask(question, { tools: [tool] }).tokens.expectedOutput).toBe(50);
    expect(
      ask(question, {
        response_format: { type: 'json_schema', json_schema: { name: 'tides' } },
      }).tokens.expectedOutput,
    ).toBe(50);
    expect(ask('Write 300 words on tides.', { tools: [tool] }).tokens.expectedOutput).toBe(400);
  });

  it('is longer for a picture to describe and with reasoning switched on', () => {
    const picture = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } } as const;
    const shown = analyzeRequest({
      messages: [{ role: 'user', content: [{ type: 'text', text: 'What is this?' }, picture] }],
    });
    expect(shown.tokens.expectedOutput).toBe(100);
    expect(ask('Name a lake.', { reasoning_effort: 'high' }).tokens.expectedOutput).toBe(75);
    expect(ask('Name a lake.', { reasoning_effort: 'none' }).tokens.expectedOutput).toBe(25);
  });

  it('lies half-way, as a ratio, to the answers that came before', () => {
    const after = (answer: string) =>
      analyzeRequest({
        messages: [
          { role: 'user', content: 'Name a lake.' },
          { role: 'assistant', content: answer },
          { role: 'user', content: 'Name one more.' },
        ],
      }).tokens.expectedOutput;
    expect(after('x'.repeat(4 * 400))).toBe(100);
    expect(after('Como')).toBe(5);
    expect(after('')).toBe(25);
  });

  it('is capped by the request and counted for each of n answers', () => {
    expect(ask('Prove the lemma.', { max_tokens: 50 }).tokens.expectedOutput).toBe(50);
    expect(ask('Prove the lemma.', { n: 3 }).tokens.expectedOutput).toBe(1800);
  });

  it('scales with the usual size of an answer', () => {
    expect(ask('Explain the tides.', {}, { usualOutputTokens: 50 }).tokens.expectedOutput).toBe(
      100,
    );
  });
});

it('takes the caller’s own count of tokens', () => {
  expect(ask('hi', {}, { countTokens: () => 77 }).tokens.input).toBe(77);
});
