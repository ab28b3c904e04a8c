import { findModel } from '../src/index.ts';

/** An id as people write it → provider and id of the facts. */
const spellings: readonly (readonly [string, string, string])[] = [
  ['gpt-4o', 'openai', 'gpt-4o'],
  ['openai/gpt-4o', 'openai', 'gpt-4o'],
  ['GPT-4o', 'openai', 'gpt-4o'],
  ['  gpt-4o ', 'openai', 'gpt-4o'],
  ['openrouter/openai/gpt-4o', 'openrouter', 'openai/gpt-4o'],
  ['azure/gpt-4o', 'azure', 'gpt-4o'],
  ['azure/gpt-35-turbo', 'azure', 'gpt-3.5-turbo'],
  ['gpt-4o-2024-08-06', 'openai', 'gpt-4o-2024-08-06'],
  ['gpt-4.1-2025-04-14', 'openai', 'gpt-4.1'],
  ['gpt-4o-mini-2024-07-18', 'openai', 'gpt-4o-mini'],
  ['gpt-4-0613', 'openai', 'gpt-4'],
  ['anthropic/claude-sonnet-4.5', 'anthropic', 'claude-sonnet-4-5'],
  ['claude-haiku-4-5-20251001', 'anthropic', 'claude-haiku-4-5-20251001'],
  ['claude-3-5-sonnet-latest', 'anthropic', 'claude-3-5-sonnet-20241022'],
  ['claude-3-5-sonnet@20240620', 'anthropic', 'claude-3-5-sonnet-20240620'],
  ['claude-3-5-sonnet-v2@20241022', 'anthropic', 'claude-3-5-sonnet-20241022'],
  ['vertex_ai/claude-haiku-4-5@20251001', 'vertex', 'claude-haiku-4-5-20251001'],
  [
    'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    'bedrock',
    'anthropic.claude-haiku-4-5-20251001-v1:0',
  ],
  [
    'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
    'bedrock',
    'amazon.nova-lite-v1:0',
  ],
  ['bedrock/us.meta.llama3-3-70b-instruct-v1:0', 'bedrock', 'meta.llama3-3-70b-instruct-v1:0'],
  ['models/gemini-2.5-flash', 'google', 'gemini-2.5-flash'],
  ['projects/p/locations/eu/publishers/google/models/gemini-2.5-pro', 'google', 'gemini-2.5-pro'],
  ['gemini-2.0-flash-001', 'google', 'gemini-2.0-flash'],
  ['groq/llama-3.3-70b-instruct', 'groq', 'llama-3.3-70b-versatile'],
  ['meta-llama/Llama-3.3-70B-Instruct:groq', 'groq', 'llama-3.3-70b-versatile'],
  ['meta-llama/Llama-3.3-70B-Instruct', 'openrouter', 'meta-llama/llama-3.3-70b-instruct'],
  ['accounts/fireworks/models/kimi-k3', 'fireworks', 'accounts/fireworks/models/kimi-k3'],
  ['fireworks/kimi-k2p6', 'fireworks', 'kimi-k2.6'],
  ['moonshotai/Kimi-K3', 'moonshot', 'kimi-k3'],
  ['z-ai/glm-4.6', 'zhipu', 'glm-4.6'],
  ['x-ai/grok-4.7', 'xai', 'grok-4.7'],
  ['deepseek-ai/DeepSeek-R1-0528', 'openrouter', 'deepseek/deepseek-r1-0528'],
  ['llama3.2:3b', 'ollama', 'meta-llama/llama-3.2-3b-instruct'],
  ['llama3.1:8b-instruct-q4_K_M', 'ollama', 'meta-llama/llama-3.1-8b-instruct'],
  ['gemma3:12b', 'ollama', 'google/gemma-3-12b-it'],
  ['gpt-oss:20b', 'ollama', 'openai/gpt-oss-20b'],
];

test.each(spellings)('%s is found', (written, provider, id) => {
  expect(findModel(written)).toMatchObject({ provider, id });
});

/** Ids that are one step away from a known model. */
const nearMisses = [
  'gpt-4o-audio-preview',
  'gpt-4o-mini-tts',
  'gpt-4-0125-preview',
  'gpt-41',
  'gpt-4o-2024-07-01',
  'gpt-3.5-turbo-0301',
  'o3-mini-high',
  'claude-3-haiku-20991231',
  'claude-haiku-4-5-20260101',
  'claude-sonnet-9',
  'gemini-2.5-flash-image',
  'mistral-large-2402',
  'grok-4',
  'llama3.2',
  'llama3.2:latest',
  'deepseek-r1:7b',
  'command-r-plus',
  'ft:gpt-4o-mini:acme::1',
  'anthropic/gpt-4o',
  'openai/llama-3.3-70b-instruct',
  'acme/gpt-4o',
  'chat',
  '70b',
  '',
  '/',
  ':free',
  '__proto__',
  'constructor',
];

test.each(nearMisses)('%p is not taken for another model', (written) => {
  expect(findModel(written)).toBeUndefined();
});

it('tells the price at the provider that is asked for', () => {
  const id = 'llama-3.3-70b-instruct';
  const groq = findModel(id, { provider: 'groq' })?.price?.input;
  const openrouter = findModel(id, { provider: 'openrouter' })?.price?.input;
  expect(groq).toBe(0.59);
  expect(openrouter).toBe(0.71);
  expect(findModel('groq/llama-3.3-70b-versatile')?.price?.input).toBe(groq);
});

it('keeps the facts and drops the price where the provider is not listed with the model', () => {
  const facts = findModel('mistral-nemo', { provider: 'together' });
  expect(facts).toMatchObject({ provider: 'together', contextWindow: 128_000 });
  expect(facts).not.toHaveProperty('price');
  expect(findModel('llama3.2:3b')).not.toHaveProperty('price');
});

it("takes the maker's price where a reseller sells at the maker's price", () => {
  expect(findModel('azure/gpt-4.1-mini')).toMatchObject({
    provider: 'azure',
    price: { input: 0.4, output: 1.6 },
  });
});

it('prices the free variant at nothing and the others as the model', () => {
  expect(findModel('google/gemini-2.5-flash:free')?.price).toEqual({ input: 0, output: 0 });
  expect(findModel('openai/gpt-4o:nitro')?.price?.input).toBe(2.5);
});

it('maps cache, reasoning and tier prices', () => {
  expect(findModel('claude-haiku-5-5')?.price).toEqual({
    input: 0.1,
    output: 0.5,
    cacheRead: 0.01,
    cacheWrite: 0.125,
    tiers: [
      { aboveInputTokens: 100_000, input: 0.5, output: 2.5, cacheRead: 0.05, cacheWrite: 0.625 },
    ],
  });
  expect(findModel('qwen-plus')?.price?.reasoning).toBe(4);
});

it('tells unknown from false', () => {
  const known = findModel('gpt-4o')?.capabilities;
  expect(known).toMatchObject({ tools: true, vision: true, reasoning: false });
  expect(findModel('gpt-6-sol')?.capabilities).not.toHaveProperty('audio');
});

it('names the provider of an option in any of its spellings', () => {
  expect(findModel('glm-4.6', { provider: 'Z-AI' })?.provider).toBe('zhipu');
  expect(findModel('nova-lite', { provider: 'amazon-bedrock' })?.provider).toBe('bedrock');
});

it('refuses options that it does not know', () => {
  const options = { vendor: 'groq' } as object;
  expect(() => findModel('gpt-4o', options)).toThrow("unknown option 'vendor'");
});

it('hands out facts that nobody can change for the others', () => {
  const facts = findModel('gpt-4o');
  expect(() => Object.assign(facts ?? {}, { contextWindow: 1 })).toThrow(TypeError);
  expect(Object.isFrozen(facts?.price)).toBe(true);
  expect(Object.isFrozen(findModel('azure/gpt-4.1-mini'))).toBe(true);
});
