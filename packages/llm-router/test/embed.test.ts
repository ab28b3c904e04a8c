import {
  createRandom,
  createVirtualClock,
  type EmbeddingResponse,
  type Provider,
} from '@llm-router/core';
import { createRouter, type RouterConfig } from 'llm-router';
import { createTotals } from '../src/totals.ts';
import { completionOf, failureOf } from './support.ts';

type Script = (input: readonly string[], number: number) => Partial<EmbeddingResponse>;

const vectors = (input: readonly string[]): Partial<EmbeddingResponse> => ({
  data: input.map((text, index) => ({ object: 'embedding', index, embedding: [text.length] })),
  usage: { prompt_tokens: 20, total_tokens: 20 },
});

function createBench(script: Script = vectors, config: Partial<RouterConfig> = {}) {
  const clock = createVirtualClock();
  const models: string[] = [];
  const maker: Provider = {
    name: 'maker',
    chat: async () => completionOf('fine'),
    stream: () => {
      throw new Error('not asked');
    },
    async embed({ model = '', input }) {
      models.push(model);
      await clock.sleep(10);
      const texts = [input].flat() as string[];
      return { object: 'list', model, ...script(texts, models.length) } as EmbeddingResponse;
    },
  };
  const { embed: _none, ...talker } = maker;
  const price = { input: 2, output: 0 };
  const router = createRouter(
    {
      deployments: [
        { id: 'one', provider: 'maker', model: 'vectors', price },
        { id: 'two', provider: 'maker', model: 'vectors', price },
        { id: 'talker', provider: 'talker', model: 'vectors' },
      ],
      ...config,
    },
    { clock, random: createRandom(1), providers: { maker, talker } },
  );
  return { clock, router, models };
}

it('makes a vector for each input, counts and prices them, and keeps a ledger', async () => {
  const { clock, router, models } = createBench();
  const result = await clock.run(router.embed({ model: 'vectors', input: ['a', 'four'] }));
  expect(result.embeddings).toEqual([[1], [4]]);
  expect(result.usage).toEqual({ inputTokens: 20, outputTokens: 0, totalTokens: 20 });
  expect(result.cost).toEqual({ nanoUsd: 40_000, exactness: 'priced' });
  expect(result).toMatchObject({ deployment: 'one', model: 'vectors', latencyMs: 10 });
  expect(result.ledger).toMatchObject({ servedBy: 'one', outcome: 'ok', cache: 'off' });
  expect(result.ledger.candidates.map(({ deployment }) => deployment)).toEqual(['one', 'two']);
  expect(models).toEqual(['vectors']);
  expect(router.status().requests).toMatchObject({ running: 0, succeeded: 1 });
});

it('goes to another deployment of the name after a failure', async () => {
  const { clock, router } = createBench((input, number) => {
    if (number === 1) throw Object.assign(new Error('broken'), { status: 500 });
    return vectors(input);
  });
  const { ledger } = await clock.run(router.embed({ model: 'vectors', input: 'a' }));
  expect(ledger.attempts.map(({ deployment }) => deployment)).toEqual(['one', 'two']);
});

it('waits for the same limits as a chat', async () => {
  const { clock, router } = createBench(vectors, { limits: { requestsPerMinute: 1 } });
  await clock.run(router.chat('Hello', { tags: [] }));
  const { ledger } = await clock.run(router.embed({ model: 'one', input: 'a' }));
  expect(ledger.waits[0]?.forMs).toBeGreaterThan(50_000);
});

it('estimates usage where none is told, and says so of the price', async () => {
  const { clock, router } = createBench((input) => ({
    ...vectors(input),
    usage: { prompt_tokens: 0, total_tokens: 0 },
  }));
  const result = await clock.run(router.embed({ model: 'one', input: 'Some words to count.' }));
  expect(result.usage?.inputTokens).toBeGreaterThan(2);
  expect(result.cost.exactness).toBe('estimated');
});

it('counts token ids as they are', async () => {
  const { clock, router } = createBench();
  const input = [
    [1, 2, 3],
    [4, 5],
  ];
  const { ledger } = await clock.run(router.embed({ model: 'one', input }).catch((error) => error));
  expect(ledger.request.inputTokens).toBe(5);
});

it('takes an answer with too few vectors for a failure', async () => {
  const { clock, router } = createBench(() => ({ data: [] }), { retry: { maxAttempts: 1 } });
  const error = await clock.run(failureOf(router.embed({ model: 'vectors', input: 'a' })));
  expect(error).toMatchObject({ code: 'all_failed', status: 502 });
});

it.each([
  [{ input: 'a' }, 'request.model is undefined'],
  [{ model: 'auto', input: 'a' }, "request.model is 'auto'"],
  [{ model: 'large', input: 'a' }, "request.model is 'large'"],
  [{ model: 'one', input: [] }, 'request.input is empty'],
  [{ model: 'one', input: ['a', null] }, 'request.input[1] is null'],
  [{ model: 'one', input: 7 }, 'request.input is 7'],
])('refuses %j', async (request, words) => {
  const { clock, router } = createBench();
  const error = await clock.run(failureOf(router.embed(request as { input: string })));
  expect(error.code).toBe('invalid_request');
  expect(error.message).toContain(words);
});

it('does not know a deployment whose provider makes no vectors', async () => {
  const { clock, router } = createBench();
  const error = await clock.run(failureOf(router.embed({ model: 'talker', input: 'a' })));
  expect(error.code).toBe('model_not_found');
});

it('says nothing of how long answers are', () => {
  const totals = createTotals();
  totals.answered(0);
  expect(totals.usualOutputTokens).toBeUndefined();
  totals.answered(80);
  totals.answered(0);
  expect(totals.usualOutputTokens).toBe(80);
});

it('never goes to the last resort: vectors of another model could not be compared', async () => {
  const down = () => {
    throw Object.assign(new Error('down'), { status: 500 });
  };
  const deployments = [
    { id: 'one', provider: 'maker', model: 'vectors' },
    { id: 'other', provider: 'maker', model: 'others' },
  ];
  const fallback = { default: ['other'] };
  const made = createBench(down, { deployments, fallback, retry: { maxAttempts: 3 } });
  const asked = made.router.embed({ model: 'one', input: 'Hello' });
  expect((await made.clock.run(failureOf(asked))).code).toBe('all_failed');
  expect(new Set(made.models)).toEqual(new Set(['vectors']));
});

it('sees an updated router in the same way while it waits', async () => {
  const of = (id: string, provider: string) => ({
    id,
    provider,
    model: 'vectors',
    limits: { maxConcurrent: 1 },
  });
  const made = createBench(vectors, { deployments: [of('one', 'maker')] });
  const first = made.router.embed({ model: 'vectors', input: 'first' });
  const second = made.router.embed({ model: 'vectors', input: 'second' });
  await made.clock.advance(1);
  made.router.update({ deployments: [of('mute', 'talker'), of('two', 'maker')] });
  const answers = await made.clock.run(Promise.all([first, second]));
  expect(answers.map(({ deployment }) => deployment)).toEqual(['one', 'two']);
});
