import { createProvider } from '../src/index.ts';
import { collect, failureOf, fakeServer, json, pieces, request } from './fake-server.ts';

const base = 'https://v.test/v1/projects/p/locations/l';
const message = {
  id: 'msg_7',
  model: 'claude-sonnet-4-5',
  content: [{ type: 'text', text: 'Bergen' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 5, output_tokens: 2 },
};
const asked = { ...request, model: 'claude-sonnet-4-5@20250929' };

function vertex(answer: () => Response) {
  const server = fakeServer(answer);
  const options = { apiKey: 'token', baseUrl: base, defaultMaxTokens: 7, fetch: server.fetch };
  return { provider: createProvider('vertex', options), server };
}

test('a Claude model is asked on Anthropic’s wire, with its version in the body', async () => {
  const { provider, server } = vertex(() => json(message));
  const completion = await provider.chat(asked);
  expect(completion.choices[0]?.message.content).toBe('Bergen');
  expect(server.seen[0]).toMatchObject({
    url: `${base}/publishers/anthropic/models/claude-sonnet-4-5@20250929:rawPredict`,
    headers: { authorization: 'Bearer token' },
  });
  expect(server.seen[0]?.headers).not.toHaveProperty('anthropic-version');
  expect(server.seen[0]?.body).toEqual({
    anthropic_version: 'vertex-2023-10-16',
    max_tokens: 7,
    messages: [{ role: 'user', content: 'Name a harbour.' }],
  });
});

test('a stream of a Claude model is one too', async () => {
  const events = [
    { type: 'message_start', message: { ...message, content: [] } },
    { type: 'content_block_start', index: 0, content_block: message.content[0] },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: message.usage },
    { type: 'message_stop' },
  ].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const { provider, server } = vertex(() => pieces(events).response);
  const chunks = await collect(provider.stream(asked));
  expect(chunks.map(({ choices }) => choices[0]?.delta.content)).toContain('Bergen');
  expect(server.seen[0]?.url).toMatch(/:streamRawPredict$/);
  expect(server.seen[0]?.body['stream']).toBe(true);
});

test('a model that could lead elsewhere is refused', async () => {
  const { provider, server } = vertex(() => json(message));
  const error = await failureOf(provider.chat({ ...asked, model: 'claude-/../../x' }));
  expect(error).toMatchObject({ code: 'invalid_request', provider: 'vertex' });
  expect(server.seen).toEqual([]);
});

test('other models are asked on Gemini’s wire', async () => {
  const answer = { candidates: [{ content: { parts: [{ text: 'a' }] }, finishReason: 'STOP' }] };
  const { provider, server } = vertex(() => json(answer));
  await provider.chat({ ...asked, model: 'gemini-2.5-pro' });
  expect(server.seen[0]?.url).toMatch(
    /publishers\/google\/models\/gemini-2.5-pro:generateContent$/,
  );
});
