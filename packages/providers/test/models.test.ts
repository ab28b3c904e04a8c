import { createProvider } from '../src/index.ts';
import { readModels } from '../src/list-models.ts';
import { failureOf, fakeServer, json } from './fake-server.ts';

function list(name: string, answer: unknown) {
  const server = fakeServer(() => json(answer));
  const options = { apiKey: 'k', baseUrl: 'https://h.test', fetch: server.fetch };
  const provider = createProvider(name, options);
  return { work: provider.models?.() ?? Promise.reject(new Error('no models')), server };
}

test.each([
  ['vllm', '/models', { data: [{ id: 'a', max_model_len: 8 }] }, { contextWindow: 8 }],
  ['mistral', '/models', { data: [{ id: 'a', max_context_length: 8 }] }, { contextWindow: 8 }],
  ['together', '/models', [{ id: 'a', context_length: 8 }], { contextWindow: 8 }],
  [
    'openrouter',
    '/models',
    { data: [{ id: 'a', context_length: 8, top_provider: { max_completion_tokens: 2 } }] },
    { contextWindow: 8, maxOutputTokens: 2 },
  ],
  [
    'anthropic',
    '/v1/models?limit=1000',
    { data: [{ id: 'a', max_input_tokens: 8, max_tokens: 2 }] },
    { contextWindow: 8, maxOutputTokens: 2 },
  ],
  [
    'google',
    '/v1beta/models?pageSize=1000',
    { models: [{ name: 'models/a', inputTokenLimit: 8, outputTokenLimit: 2 }] },
    { contextWindow: 8, maxOutputTokens: 2 },
  ],
])('%s lists its models with what it tells of them', async (name, path, answer, facts) => {
  const { work, server } = list(name, answer);
  expect(await work).toEqual([{ id: 'a', ...facts }]);
  expect(server.seen).toMatchObject([{ method: 'GET', url: `https://h.test${path}` }]);
});

test('a list with nothing of use has no models, and what is no list is thrown', async () => {
  expect(readModels({ data: [null, 7, {}, { id: '' }] })).toEqual([]);
  expect(readModels([])).toEqual([]);
  for (const answer of [{}, { data: 'a' }, 7, null]) expect(readModels(answer)).toBeUndefined();
  const error = await failureOf(list('openai', { object: 'page' }).work);
  expect(String(error)).toContain('no list of models');
});

test.each(['vertex', 'bedrock', 'cohere'])(
  '%s has no list, and no probe that would ask for it',
  (name) => {
    const provider = createProvider(name, { apiKey: 'k', baseUrl: 'https://h.test' });
    expect(provider.models).toBeUndefined();
    expect(provider.probe).toBeUndefined();
  },
);
