import type { ChatRequest } from '@llm-router/core';
import { type AnalyzeOptions, analyzeRequest } from '../src/index.ts';
import { ask } from './ask.ts';

it.each([
  [undefined, 'request.messages is of type undefined'],
  [{}, 'request.messages is of type undefined'],
  [{ messages: 'hi' }, 'request.messages is of type string'],
  [{ messages: [null] }, 'request.messages[0] is null'],
  [{ messages: [{ role: 'user', content: 7 }] }, 'request.messages[0].content is of type number'],
  [{ messages: [{ role: 'user', content: [null] }] }, 'request.messages[0].content[0] is null'],
  [
    { messages: [{ role: 'user', content: [{ type: 'text' }] }] },
    'request.messages[0].content[0].text is of type undefined',
  ],
  [
    { messages: [{ role: 'user', content: [{ type: 'image_url' }] }] },
    'request.messages[0].content[0].image_url is of type undefined',
  ],
  [
    { messages: [{ role: 'user', content: [{ type: 'input_audio', input_audio: {} }] }] },
    'request.messages[0].content[0].input_audio is of type object',
  ],
  [
    { messages: [{ role: 'user', content: [{ type: 'file', file: null }] }] },
    'request.messages[0].content[0].file is null',
  ],
  [
    { messages: [{ role: 'assistant', tool_calls: 'find' }] },
    'request.messages[0].tool_calls is of type string',
  ],
  [
    { messages: [{ role: 'assistant', tool_calls: [{ function: { name: 'find' } }] }] },
    'request.messages[0].tool_calls[0] is of type object',
  ],
])('refuses %j with the place and the mend', (request, message) => {
  let thrown: unknown;
  try {
    analyzeRequest(request as ChatRequest);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ code: 'invalid_request' });
  expect((thrown as Error).message).toContain(message);
  expect((thrown as Error).message).toContain('; expected ');
});

it.each([
  [{ moderateFrom: 2 }, 'moderateFrom is 2'],
  [{ complexFrom: 0.1 }, 'complexFrom is 0.1; expected at least moderateFrom, 0.375'],
  [{ usualOutputTokens: 0 }, 'usualOutputTokens is 0'],
  [{ countTokens: 3 }, 'countTokens is 3; expected a function'],
  [{ moderate: 0.5 }, "unknown option 'moderate'"],
])('refuses the options %j', (options, message) => {
  expect(() => ask('hi', {}, options as AnalyzeOptions)).toThrow(message);
});

it('takes fields of the wrong type for absent', () => {
  const odd: object = { n: 'many', max_tokens: 'few', modalities: 5, reasoning_effort: null };
  expect(ask('hi', odd)).toEqual(ask('hi'));
});

it('takes a picture given by its bare address', () => {
  const picture = { type: 'image_url', image_url: 'https://example.com/a.png' };
  const request: object = { messages: [{ role: 'user', content: [picture] }] };
  expect(analyzeRequest(request as ChatRequest).requires.vision).toBe(true);
});

it('bears a request in which nobody says anything', () => {
  const silent = analyzeRequest({ messages: [] });
  expect(silent).toMatchObject({ conversation: { turns: 0 }, complexity: { level: 'simple' } });
  const withoutUser = analyzeRequest({ messages: [{ role: 'system', content: 'Explain why.' }] });
  expect(withoutUser.reasoning.matches).toEqual(['explain', 'why']);
  expect(
    analyzeRequest({ messages: [{ role: 'assistant', content: null }] }).tokens.input,
  ).toBeGreaterThan(0);
});

it('bears five megabytes of anything', () => {
  const hostile = ['a'.repeat(5e6), '- '.repeat(2.5e6), '`'.repeat(5e6), '\n'.repeat(5e6)];
  for (const prompt of hostile) {
    const { score } = ask(prompt, {}, { countTokens: () => 1 }).complexity;
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThan(1);
  }
});

it('reads the ends of a very long text and not its middle', () => {
  const padding = 'The harbour was quiet. '.repeat(2000);
  const matches = (prompt: string) => ask(prompt).reasoning.matches;
  expect(matches(`Prove it. ${padding}`)).toEqual(['prove']);
  expect(matches(`${padding} Prove it.`)).toEqual(['prove']);
  expect(matches(`${padding} Prove it. ${padding}`)).toEqual([]);
});
