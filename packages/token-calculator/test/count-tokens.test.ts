import { type ChatMessage, type ChatRequest, isRouterError } from '@llm-router/core';
import { countTokens, estimateTokens, preloadTokenizers } from '../src/index.ts';

const hello: ChatMessage[] = [{ role: 'user', content: 'Hello' }];

const weather: ChatRequest = {
  messages: [{ role: 'user', content: 'Is it raining in Oslo?' }],
  tools: [
    {
      type: 'function',
      function: {
        name: 'get_weather',
        description: 'The weather of a city',
        parameters: {
          type: 'object',
          properties: { city: { type: 'string', description: 'Name of the city' } },
          required: ['city'],
        },
      },
    },
  ],
};

const count = async (input: Parameters<typeof countTokens>[0], model: string) =>
  (await countTokens(input, { model })).tokens;

it('counts text by the encoding of the model', async () => {
  expect(await countTokens('Hello world', { model: 'gpt-4o' })).toEqual({
    tokens: 2,
    method: 'exact',
    encoding: 'o200k_base',
  });
  expect(await countTokens('नमस्ते दुनिया', { model: 'gpt-4' })).toMatchObject({
    encoding: 'cl100k_base',
  });
  expect(await count('नमस्ते दुनिया', 'gpt-4')).toBeGreaterThan(await count('नमस्ते दुनिया', 'gpt-4o'));
  expect(await count('', 'gpt-4o')).toBe(0);
});

it.each([
  ['gpt-4o', 'o200k_base'],
  ['openai/gpt-4.1-mini', 'o200k_base'],
  ['chatgpt-4o-latest', 'o200k_base'],
  ['o3-mini', 'o200k_base'],
  ['gpt-5.4', 'o200k_base'],
  ['gpt-12-nova', 'o200k_base'],
  ['ft:gpt-4o-mini-2024-07-18:acme::1', 'o200k_base'],
  ['gpt-4-turbo', 'cl100k_base'],
  ['azure/gpt-35-turbo', 'cl100k_base'],
  ['ft:gpt-3.5-turbo:acme::1', 'cl100k_base'],
  ['text-embedding-3-small', 'cl100k_base'],
  ['text-davinci-003', 'p50k_base'],
  ['davinci', 'r50k_base'],
])('%s uses %s', async (model, encoding) => {
  expect(await countTokens('a', { model })).toMatchObject({ encoding, method: 'exact' });
});

it('counts the format of a chat: three for each message and three for the reply', async () => {
  expect(await countTokens(hello, { model: 'gpt-4o' })).toEqual({
    tokens: 8,
    method: 'exact',
    encoding: 'o200k_base',
  });
  expect(await count([...hello, { role: 'assistant', content: 'Hello' }], 'gpt-4o')).toBe(13);
  expect(await count([{ role: 'user', content: 'Hello', name: 'bob' }], 'gpt-4o')).toBe(10);
});

it('takes text that looks like a special token for text', async () => {
  expect(await count('<|endoftext|><|im_start|>', 'gpt-4o')).toBeGreaterThan(6);
});

it('starts the reply of a model that thinks with one token less', async () => {
  expect(await countTokens(hello, { model: 'gpt-5' })).toMatchObject({
    tokens: 7,
    method: 'calibrated',
  });
});

it('counts tools as the model is shown them', async () => {
  const bare = await count(weather.messages, 'gpt-4o');
  const tools = await countTokens(weather, { model: 'gpt-4o' });
  // namespace functions { … } with one function of one property is 33 tokens, and 9 stand around it.
  expect(tools).toMatchObject({ tokens: bare + 33 + 9, method: 'calibrated' });
  const system: ChatMessage = { role: 'system', content: 'Hello' };
  const withSystem = { ...weather, messages: [system, ...weather.messages] };
  expect(await count(withSystem, 'gpt-4o')).toBe(tools.tokens + 5 - 4);
  expect(await count(weather, 'gpt-5')).toBe(tools.tokens + 86 - 1);
});

it('counts a forced tool, calls and parallel calls', async () => {
  const name = 'get_weather';
  const named = await count(name, 'gpt-4o');
  const auto = await count(weather, 'gpt-4o');
  const choice = { type: 'function', function: { name } } as const;
  expect(await count({ ...weather, tool_choice: choice }, 'gpt-4o')).toBe(auto + 7 + named);

  const call = { id: '1', type: 'function', function: { name, arguments: '{}' } } as const;
  const saying = (calls: (typeof call)[]): ChatMessage[] => [
    { role: 'assistant', content: '', ...(calls.length > 0 && { tool_calls: calls }) },
  ];
  const none = await count(saying([]), 'gpt-4o');
  const each = 7 + named + (await count('{}', 'gpt-4o'));
  expect(await count(saying([call]), 'gpt-4o')).toBe(none + each);
  expect(await count(saying([call, call]), 'gpt-4o')).toBe(none + 2 * each + 17);
});

it('counts the schema of the answer without the titles of its properties', async () => {
  const titled = (title?: string): ChatRequest => ({
    messages: hello,
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'answer',
        schema: {
          type: 'object',
          properties: { yes: { type: 'boolean', ...(title && { title }) } },
        },
      },
    },
  });
  const plain = await count(titled(), 'gpt-4o');
  expect(plain).toBeGreaterThan(20);
  expect(await count(titled('Whether it is so, in a title of many words'), 'gpt-4o')).toBe(plain);
  expect(await count({ messages: hello, response_format: { type: 'text' } }, 'gpt-4o')).toBe(8);
});

it('calibrates the families whose tokenizer is not published', async () => {
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(40);
  const own = await count(text, 'gpt-4o');
  const claude = await countTokens(text, { model: 'claude-haiku-4-5' });
  expect(claude.method).toBe('calibrated');
  expect(claude.tokens / own).toBeGreaterThan(1.05);
  expect(claude.tokens / own).toBeLessThan(1.3);
  expect((await count(text, 'claude-opus-5')) / claude.tokens).toBeGreaterThan(1.15);
  expect(await count('1234567890', 'gemini-2.5-flash')).toBeGreaterThan(
    (await count('1234567890', 'gpt-4o')) + 3,
  );
});

it('adds the hidden prompts of Anthropic', async () => {
  const model = 'claude-sonnet-4-5';
  const bare = await count(weather.messages, model);
  const free = await count(weather, model);
  expect(free - bare).toBeGreaterThan(496);
  expect(await count({ ...weather, tool_choice: 'required' }, model)).toBe(free + 588 - 496);
  expect(await count({ messages: weather.messages, reasoning_effort: 'high' }, model)).toBe(
    bare + 29,
  );
});

it('adds one token a message on the Gemini API and none on Vertex', async () => {
  const api = await count(hello, 'gemini-2.5-flash');
  expect(await count(hello, 'vertex/gemini-2.5-flash')).toBeLessThan(api);
});

it('estimates for models that nobody knows, without a tokenizer', async () => {
  expect(await countTokens(hello, { model: 'acme-9' })).toEqual({
    tokens: estimateTokens(hello),
    method: 'estimated',
    encoding: 'none',
  });
});

it('counts pictures by the formula of the model', async () => {
  const picture = { type: 'image_url', image_url: { url: 'https://example.com/a' } } as const;
  const messages: ChatMessage[] = [
    { role: 'user', content: [{ type: 'text', text: 'Hello' }, picture] },
  ];
  expect(await countTokens(messages, { model: 'gpt-4o' })).toMatchObject({
    tokens: 8 + 765,
    method: 'calibrated',
  });
});

it('counts what it can of a request that is not as it should be', async () => {
  const odd = {
    messages: [
      {
        role: 'user',
        content: [null, { type: 'text' }, { type: 'image_url' }, { type: 'file' }, { type: 'new' }],
      },
      { role: 'assistant', content: null, tool_calls: [{}, { type: 'custom' }, null] },
      { role: 'user', content: 5 },
      {},
    ],
    tools: [
      { type: 'function' },
      { type: 'custom' },
      { type: 'function', function: { name: 'a' } },
    ],
  };
  for (const model of ['gpt-4o', 'claude-haiku-4-5', 'gemini-2.5-pro']) {
    expect(await count(odd as never, model)).toBeGreaterThan(0);
  }
});

it.each([
  [undefined, 'invalid_request', 'the input has no messages'],
  [{}, 'invalid_request', 'the input has no messages'],
  [[null], 'invalid_request', 'the input has no messages'],
] as const)('refuses %j with %s', async (input, code, message) => {
  const error: unknown = await countTokens(input as never, { model: 'gpt-4o' }).catch(
    (thrown) => thrown,
  );
  expect(isRouterError(error, code)).toBe(true);
  expect(String(error)).toContain(message);
});

it('names what is wrong with its options', async () => {
  await expect(countTokens('a', {} as never)).rejects.toThrow('model is missing');
  await expect(countTokens('a', { model: 'gpt-4o', encoding: 'x' } as never)).rejects.toThrow(
    "unknown option 'encoding'",
  );
});

it('preloads encodings and models, and needs nothing for unknown ones', async () => {
  await expect(preloadTokenizers(['o200k_base', 'gpt-4', 'acme-9'])).resolves.toBeUndefined();
  await expect(preloadTokenizers('gpt-4o' as never)).rejects.toThrow('expected a list');
  await expect(preloadTokenizers([''])).rejects.toThrow('model is missing');
});
