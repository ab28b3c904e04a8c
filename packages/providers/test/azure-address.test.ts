import type { Provider } from '@llm-router/core';
import { createProvider } from '../src/index.ts';
import { failureOf, fakeServer, json, request } from './fake-server.ts';

const answer = { choices: [{ message: { content: 'Bergen' }, finish_reason: 'stop' }] };

async function seenBy(baseUrl: string, act: (azure: Provider) => Promise<unknown> | undefined) {
  const server = fakeServer(() => json(answer));
  await act(createProvider('azure', { apiKey: 'azure-key', baseUrl, fetch: server.fetch }));
  return server.seen[0];
}

const host = 'https://r.openai.azure.com';
const version = '?api-version=2024-10-21';

test.each([
  [host, '/openai/v1/chat/completions'],
  [`${host}/openai/`, '/openai/v1/chat/completions'],
  [`${host}/openai/v1/`, '/openai/v1/chat/completions'],
  [`${host}/openai/v1?api-version=preview`, '/openai/v1/chat/completions?api-version=preview'],
  [`${host}?api-version=preview`, '/openai/v1/chat/completions?api-version=preview'],
  [`${host}${version}`, `/openai/deployments/parrot-2/chat/completions${version}`],
  [`${host}//openai${version}`, `/openai/deployments/parrot-2/chat/completions${version}`],
  [
    `${host}/openai/deployments/mine${version}`,
    `/openai/deployments/mine/chat/completions${version}`,
  ],
  [`${host}/models${version}`, `/models/chat/completions${version}`],
])('a request below %s goes to %s', async (baseUrl, path) => {
  const seen = await seenBy(baseUrl, (azure) => azure.chat(request));
  expect(seen?.url).toBe(`${host}${path}`);
  expect(seen?.headers['api-key']).toBe('azure-key');
  expect(seen?.headers).not.toHaveProperty('authorization');
});

test.each([
  [host, '/openai/v1/models'],
  [`${host}${version}`, `/openai/models${version}`],
  [`${host}/openai/deployments/mine${version}`, `/openai/models${version}`],
])('a probe below %s goes to %s', async (baseUrl, path) => {
  expect((await seenBy(baseUrl, (azure) => azure.probe?.()))?.url).toBe(`${host}${path}`);
});

test('vectors come from the deployment that the request names', async () => {
  const ask = (azure: Provider) => azure.embed?.({ model: 'e-3', input: 'a' }).catch(() => {});
  const seen = await seenBy(`${host}${version}`, ask);
  expect(seen?.url).toBe(`${host}/openai/deployments/e-3/embeddings${version}`);
});

test.each(['', '..', 'a/b', 'a?b'])(
  'a model that names no deployment is refused where the address needs one: %j',
  async (model) => {
    const work = seenBy(`${host}${version}`, (azure) => azure.chat({ ...request, model }));
    expect(await failureOf(work)).toMatchObject({ code: 'invalid_request', provider: 'azure' });
  },
);

test('a token stands in for the key', async () => {
  const server = fakeServer(() => json(answer));
  const headers = { authorization: 'Bearer token' };
  await createProvider('azure', { baseUrl: host, headers, fetch: server.fetch }).chat(request);
  expect(server.seen[0]?.headers['authorization']).toBe('Bearer token');
});

test.each([
  ['azure', 'openai.azure.com'],
  ['bedrock', 'bedrock-runtime'],
  ['vertex', '/projects/my-project/locations/'],
])('%s asks for its address with an example', (name, example) => {
  expect(() => createProvider(name, { apiKey: 'k' })).toThrow(example);
});
