import type { EmbeddingRequest } from '@llm-router/core';
import { createProvider } from '../src/index.ts';
import { failureOf, fakeServer, json } from './fake-server.ts';

function embed(name: string, answer: unknown, asked: object, onLoss?: (loss: string) => void) {
  const server = fakeServer(() => json(answer));
  const options = { apiKey: 'k', baseUrl: 'https://g.test', fetch: server.fetch };
  const provider = createProvider(name, options);
  const request = { model: 'embedder', ...asked } as EmbeddingRequest;
  const work = provider.embed?.(request, onLoss && { onLoss });
  return { work: work ?? Promise.reject(new Error('no embed')), server };
}

const google = { embeddings: [{ values: [1, 2] }, { values: [3, 4] }] };

test('vectors come from Google in the order of their inputs', async () => {
  const answer = { ...google, usageMetadata: { promptTokenCount: 5 } };
  const losses: string[] = [];
  const asked = { input: ['a', 'b'], dimensions: 2, user: 'u', taskType: 'CLUSTERING' };
  const { work, server } = embed('google', answer, asked, (loss) => losses.push(loss));
  expect(await work).toEqual({
    object: 'list',
    model: 'embedder',
    data: [
      { object: 'embedding', index: 0, embedding: [1, 2] },
      { object: 'embedding', index: 1, embedding: [3, 4] },
    ],
    usage: { prompt_tokens: 5, total_tokens: 5 },
  });
  const each = (text: string) => ({
    model: 'models/embedder',
    content: { parts: [{ text }] },
    outputDimensionality: 2,
    taskType: 'CLUSTERING',
  });
  expect(server.seen[0]).toMatchObject({
    url: 'https://g.test/v1beta/models/embedder:batchEmbedContents',
    body: { requests: [each('a'), each('b')] },
  });
  expect(losses).toEqual([expect.stringContaining('user')]);
});

test('vectors come from Vertex with their counts', async () => {
  const predictions = [1, 2].map((value) => ({
    embeddings: { values: [value], statistics: { token_count: value } },
  }));
  const asked = { input: ['a', 'b'], dimensions: 1, taskType: 'CLUSTERING' };
  const { work, server } = embed('vertex', { predictions }, asked);
  expect(await work).toMatchObject({
    data: [{ embedding: [1] }, { embedding: [2] }],
    usage: { prompt_tokens: 3 },
  });
  expect(server.seen[0]).toMatchObject({
    url: 'https://g.test/publishers/google/models/embedder:predict',
    body: {
      instances: [
        { content: 'a', task_type: 'CLUSTERING' },
        { content: 'b', task_type: 'CLUSTERING' },
      ],
      parameters: { outputDimensionality: 1 },
    },
  });
});

test('a single vector is read too', async () => {
  const { work } = embed('google', { embedding: { values: [7] } }, { input: 'a' });
  expect((await work).data).toEqual([{ object: 'embedding', index: 0, embedding: [7] }]);
});

test('input in tokens is refused, and so is an answer without vectors', async () => {
  const tokens = await failureOf(embed('google', google, { input: [1, 2] }).work);
  expect(tokens).toMatchObject({ code: 'invalid_request' });
  for (const answer of [{}, { embeddings: [] }, { embeddings: [{ values: [] }] }]) {
    const error = await failureOf(embed('google', answer, { input: 'a' }).work);
    expect(String(error)).toContain('no vectors');
  }
});

test('vectors in base64 are read on OpenAI’s wire', async () => {
  const bytes = Buffer.from(new Float32Array([0.5, -2]).buffer).toString('base64');
  const answer = { data: [{ index: 0, embedding: bytes }] };
  const { work } = embed('openai', answer, { input: 'a', encoding_format: 'base64' });
  expect((await work).data[0]?.embedding).toEqual([0.5, -2]);
  const half = { data: [{ index: 0, embedding: 'AAA=' }] };
  expect(String(await failureOf(embed('openai', half, { input: 'a' }).work))).toContain(
    'no vectors',
  );
});
