import { type ChatMessage, type ChatRequest, estimateTokens } from '@llm-router/core';
import { countedTexts } from './fixtures/counted-texts.ts';

const user = (content: string): ChatMessage => ({ role: 'user', content });
const question = 'When does the last ferry leave the island?';

/** What a change adds to the estimate of a request. */
function added(change: Partial<ChatRequest>): number {
  const request: ChatRequest = { messages: [user(question)] };
  return estimateTokens({ ...request, ...change }) - estimateTokens(request);
}

/** What an assistant's message with these fields has more than an empty one. */
function inAssistant(fields: object): number {
  const bare: ChatMessage = { role: 'assistant', content: null };
  return estimateTokens([{ ...bare, ...fields }]) - estimateTokens([bare]);
}

describe('estimateTokens of text', () => {
  it.each(countedTexts)(
    'is near the count of a tokenizer for $name',
    ({ text, tokens, within }) => {
      const estimate = estimateTokens(text);
      expect(estimate).toBeGreaterThanOrEqual(Math.floor(tokens * (1 - within)));
      expect(estimate).toBeLessThanOrEqual(Math.ceil(tokens * (1 + within)));
    },
  );

  it('is some 1.2 to 1.4 tokens for a word of English', () => {
    const english = countedTexts.find(({ name }) => name === 'English prose')?.text ?? '';
    const words = english.split(' ').length;
    expect(estimateTokens(english) / words).toBeGreaterThan(1.2);
    expect(estimateTokens(english) / words).toBeLessThan(1.4);
  });

  // The right column is what o200k_base makes of it; such texts need the right order only.
  it.each([
    ['one letter', 'a'.repeat(600), 75],
    ['one digit', '7'.repeat(600), 200],
    ['dashes', '-'.repeat(300), 5],
    ['blanks', ' '.repeat(400), 4],
    ['line ends', '\n'.repeat(200), 13],
    ['random letters', 'qzjxkvwpfhybgmucltdnrsoiaequwkzpxjvbnmhgytrfdcesxaqlokijpuz'.repeat(3), 93],
    ['base64', 'VGhlIHB1bXAgcnVucyB0d2ljZSBhIGRheTsgdGhlIHRhbmsgbXVzdCBuZXZlciBiZSBlbXB0eS4=', 51],
  ])('has the right order for a long run of %s', (_, text, tokens) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(tokens / 2);
    expect(estimateTokens(text)).toBeLessThanOrEqual(Math.max(tokens * 2, tokens + 10));
  });

  it('is 0 for nothing and at least 1 for anything', () => {
    expect(estimateTokens('')).toBe(0);
    for (const text of [' ', '\n', 'a', '.', '7', '和', '\ud83d', '\u0000']) {
      expect(estimateTokens(text)).toBe(1);
    }
  });

  it('counts the words of an identifier', () => {
    expect(estimateTokens('readPumpStateNow')).toBe(4);
    expect(estimateTokens('harbourmaster')).toBeLessThanOrEqual(2);
  });

  it.each([
    ['letters', 'harbour '],
    ['one letter', 'a'],
    ['digits', '7'],
    ['signs', '{}[];'],
    ['blanks', ' '],
    ['line ends', '\r\n'],
    ['ideographs', '渡轮'],
    ['a mixture', 'é7 .Aa\n和'],
  ])('reads each character once: %s', (_, piece) => {
    const read = (text: string): number => {
      const spy = jest.spyOn(String.prototype, 'charCodeAt');
      try {
        estimateTokens(text);
        return spy.mock.calls.length;
      } finally {
        spy.mockRestore();
      }
    };
    for (const count of [100, 1000, 10_000]) {
      const text = piece.repeat(count);
      expect(read(text)).toBe(text.length);
    }
  });
});

describe('estimateTokens of messages and requests', () => {
  it('adds what a chat costs around its texts', () => {
    const text = estimateTokens(question);
    const one = estimateTokens([user(question)]);
    const two = estimateTokens([user(question), user(question)]);
    expect(estimateTokens([])).toBe(3);
    expect(one - text).toBe(7);
    expect(two - one).toBe(text + 4);
    expect(estimateTokens({ messages: [user(question)] })).toBe(one);
  });

  it('counts the name of a speaker', () => {
    const named: ChatMessage = { role: 'user', content: question, name: 'Ingrid' };
    expect(estimateTokens([named]) - estimateTokens([user(question)])).toBe(2);
  });

  it('counts parts as the text they hold', () => {
    const parts: ChatMessage = {
      role: 'user',
      content: [
        { type: 'text', text: question },
        { type: 'text', text: question },
      ],
    };
    expect(estimateTokens([parts])).toBe(
      estimateTokens([user(question)]) + estimateTokens(question),
    );
  });

  it('counts pictures, sound and files by kind and size, not by their characters', () => {
    const data = 'A'.repeat(80_000);
    const withPart = (part: object) =>
      estimateTokens([{ role: 'user', content: [part] } as ChatMessage]) -
      estimateTokens([user('')]);
    const url = `data:image/png;base64,${data}`;
    expect(withPart({ type: 'image_url', image_url: { url } })).toBe(800);
    expect(withPart({ type: 'image_url', image_url: { url, detail: 'low' } })).toBe(85);
    expect(withPart({ type: 'input_audio', input_audio: { data, format: 'wav' } })).toBe(100);
    expect(withPart({ type: 'file', file: { file_data: data } })).toBe(13_334);
    expect(withPart({ type: 'file', file: { file_id: 'file-7' } })).toBe(0);
    expect(withPart({ type: 'hologram' })).toBe(0);
  });

  it.each([
    ['a refusal', { refusal: question }],
    ['reasoning as DeepSeek spells it', { reasoning_content: question }],
    ['reasoning as OpenRouter spells it', { reasoning: question }],
    ['a refusal part', { content: [{ type: 'refusal', refusal: question }] }],
  ])('counts %s of the assistant', (_, fields) => {
    expect(inAssistant(fields)).toBe(estimateTokens(question));
  });

  it('counts calls of tools in all three forms alike', () => {
    const call = { name: 'ferry_times', arguments: '{"island":"Norrholm"}' };
    const expected = estimateTokens(call.name) + estimateTokens(call.arguments) + 3;
    expect(inAssistant({ tool_calls: [{ id: 'c1', type: 'function', function: call }] })).toBe(
      expected,
    );
    const custom = { name: call.name, input: call.arguments };
    expect(inAssistant({ tool_calls: [{ id: 'c1', type: 'custom', custom }] })).toBe(expected);
    expect(inAssistant({ function_call: call })).toBe(expected);
  });

  it('counts definitions of tools as their JSON, in the new form and the old', () => {
    const definition = {
      name: 'ferry_times',
      description: 'Departures from an island on one day.',
      parameters: { type: 'object', properties: { island: { type: 'string' } } },
    };
    const tool = { type: 'function' as const, function: definition };
    expect(added({ tools: [tool] })).toBe(estimateTokens(JSON.stringify([tool])));
    expect(added({ functions: [definition] })).toBe(estimateTokens(JSON.stringify([definition])));
    expect(added({ tools: [tool, tool] })).toBeGreaterThan(1.8 * added({ tools: [tool] }));
    expect(added({ tools: [] })).toBe(0);
  });

  it('counts the schema of the answer, and nothing for other formats', () => {
    const json_schema = { name: 'departure', schema: { type: 'object', required: ['time'] } };
    expect(added({ response_format: { type: 'json_schema', json_schema } })).toBe(
      estimateTokens(JSON.stringify(json_schema)),
    );
    expect(added({ response_format: { type: 'json_object' } })).toBe(0);
    expect(added({ temperature: 0.2, max_tokens: 500, user: 'ingrid' })).toBe(0);
  });
});
