import type { Cost, ProviderResponse } from '@llm-router/core';
import { createProvider } from '../src/index.ts';
import { failureOf, fakeServer, json, request } from './fake-server.ts';

async function chat(body: unknown, name = 'openai', init: ResponseInit = {}) {
  const server = fakeServer(() => json(body, init));
  const costs: Cost[] = [];
  const provider = createProvider(name, {
    apiKey: 'key-for-test',
    baseUrl: 'https://host.test/v1',
    fetch: server.fetch,
  });
  const completion = await provider.chat(request, { onCost: (cost) => costs.push(cost) });
  return { completion, costs, sent: server.seen[0]?.body };
}

const say = (message: object, more: object = {}) => ({
  choices: [{ message: { role: 'assistant', ...message }, finish_reason: 'stop' }],
  ...more,
});

describe('an answer', () => {
  test('comes in the shape of OpenAI with what is missing filled in', async () => {
    const { completion } = await chat(say({ content: 'Bergen' }));
    expect(completion).toEqual({
      id: '',
      object: 'chat.completion',
      created: 0,
      model: 'parrot-2',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Bergen', refusal: null },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
    });
  });

  test('keeps who answered, with which system and tier', async () => {
    const { completion } = await chat(
      say(
        { content: 'x' },
        {
          id: 'a1',
          created: 5,
          model: 'parrot-2-0401',
          service_tier: 'flex',
          system_fingerprint: 'fp',
          provider: 'Nest',
        },
      ),
    );
    expect(completion).toMatchObject({
      id: 'a1',
      created: 5,
      model: 'parrot-2-0401',
      service_tier: 'flex',
      system_fingerprint: 'fp',
    });
    expect(completion).not.toHaveProperty('provider');
  });

  test('drops a tier that OpenAI does not have', async () => {
    const { completion } = await chat(say({ content: 'x' }, { service_tier: 'on_demand' }));
    expect(completion).not.toHaveProperty('service_tier');
  });

  test.each([
    ['eos', 'stop'],
    ['model_length', 'length'],
    ['tool_use', 'tool_calls'],
    ['SAFETY', 'content_filter'],
    ['sensitive', 'content_filter'],
    ['content_filter', 'content_filter'],
    ['', 'stop'],
    [null, 'stop'],
    ['because', 'stop'],
  ])('ends for one of five reasons: %s is %s', async (reason, expected) => {
    const { completion } = await chat({
      choices: [{ message: { content: 'x' }, finish_reason: reason }],
    });
    expect(completion.choices[0]?.finish_reason).toBe(expected);
  });

  test('ends with tool_calls where the server gave calls and no reason', async () => {
    const call = { id: 'c', function: { name: 'f', arguments: '{}' } };
    const { completion } = await chat({ choices: [{ message: { tool_calls: [call] } }] });
    expect(completion.choices[0]?.finish_reason).toBe('tool_calls');
  });

  test('has tool calls with ids, types and arguments as a JSON string', async () => {
    const { completion } = await chat(
      say(
        {
          content: null,
          tool_calls: [
            { id: 'c1', function: { name: 'depth', arguments: { metres: 4 } } },
            { function: { name: 'tide' } },
            { id: 'c3', type: 'custom', custom: { name: 'knot', input: 'bowline' } },
          ],
        },
        { id: 'answer-7' },
      ),
    );
    expect(completion.choices[0]?.message.tool_calls).toEqual([
      { id: 'c1', type: 'function', function: { name: 'depth', arguments: '{"metres":4}' } },
      { id: 'call_answer7_1', type: 'function', function: { name: 'tide', arguments: '{}' } },
      { id: 'c3', type: 'custom', custom: { name: 'knot', input: 'bowline' } },
    ]);
  });

  test('has a call of a function where an empty one of free text stands beside it', async () => {
    const made = { name: 'depth', arguments: '{}' };
    const call = { id: 'c1', type: 'function', function: made, custom: { name: '', input: '' } };
    const { completion } = await chat(say({ content: '', tool_calls: [call] }));
    const expected = [{ id: 'c1', type: 'function', function: made }];
    expect(completion.choices[0]?.message.tool_calls).toEqual(expected);
  });

  test('has no tool calls where the list is null or empty', async () => {
    for (const tool_calls of [null, []]) {
      const { completion } = await chat(say({ content: 'x', tool_calls }));
      expect(completion.choices[0]?.message).not.toHaveProperty('tool_calls');
    }
  });

  test('joins content parts, and takes reasoning out of them', async () => {
    const content = [
      {
        type: 'thinking',
        thinking: [
          { type: 'text', text: 'Ports… ' },
          { type: 'text', text: 'yes' },
        ],
      },
      { type: 'text', text: 'Ber' },
      { type: 'text', text: 'gen' },
    ];
    const { completion } = await chat(say({ content }), 'mistral');
    expect(completion.choices[0]?.message).toMatchObject({
      content: 'Bergen',
      reasoning_content: 'Ports… yes',
    });
  });

  test('keeps reasoning in the field in which it came', async () => {
    const details = [{ type: 'reasoning.text', text: 'why' }];
    const { completion } = await chat(
      say({ content: 'x', reasoning: 'why', reasoning_details: details }),
      'openrouter',
    );
    expect(completion.choices[0]?.message).toMatchObject({
      reasoning: 'why',
      reasoning_details: details,
    });
  });

  test('keeps a refusal, and makes null of an empty one', async () => {
    const refused = await chat(say({ content: null, refusal: 'No.' }));
    expect(refused.completion.choices[0]?.message.refusal).toBe('No.');
    const fine = await chat(say({ content: 'x', refusal: '' }));
    expect(fine.completion.choices[0]?.message.refusal).toBeNull();
  });

  test('is read after the blank lines by which a busy server keeps the line open', async () => {
    const { completion } = await chat(`\n\n\n${JSON.stringify(say({ content: 'x' }))}`, 'deepseek');
    expect(completion.choices[0]?.message.content).toBe('x');
  });

  test('is asked for in one POST without stream fields', async () => {
    const { sent } = await chat(say({ content: 'x' }));
    expect(sent).toEqual({ model: 'parrot-2', messages: request.messages });
  });
});

describe('usage', () => {
  const counts = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

  async function usageOf(usage: unknown, name?: string, more: object = {}) {
    const { completion } = await chat(say({ content: 'x' }, { usage, ...more }), name);
    return completion.usage;
  }

  test.each([
    ['openai', { prompt_tokens_details: { cached_tokens: 64 } }],
    ['mistral', { num_cached_tokens: 64 }],
    ['mistral', { prompt_token_details: { cached_tokens: 64 } }],
    ['deepseek', { prompt_cache_hit_tokens: 64, prompt_cache_miss_tokens: 36 }],
    ['moonshot', { cached_tokens: 64 }],
  ])('finds the cached tokens in the spelling of %s', async (name, spelling) => {
    expect(await usageOf({ ...counts, ...spelling }, name)).toEqual({
      ...counts,
      prompt_tokens_details: { cached_tokens: 64 },
    });
  });

  test('is found in x_groq and in the first choice', async () => {
    expect(await usageOf(undefined, 'groq', { x_groq: { usage: counts } })).toEqual(counts);
    const choice = { message: { content: 'x' }, finish_reason: 'stop', usage: counts };
    expect(await usageOf(undefined, 'moonshot', { choices: [choice] })).toEqual(counts);
  });

  test('counts reasoning into the output where the server has it on top', async () => {
    const usage = {
      ...counts,
      total_tokens: 150,
      completion_tokens_details: { reasoning_tokens: 30 },
    };
    const expected = {
      prompt_tokens: 100,
      completion_tokens: 50,
      total_tokens: 150,
      completion_tokens_details: { reasoning_tokens: 30 },
    };
    expect(await usageOf(usage, 'xai')).toEqual(expected);
    // The total tells the same of a server that nobody knows.
    expect(await usageOf(usage, 'openai-compatible')).toEqual(expected);
  });

  test('counts reasoning into the output of Perplexity, whose total leaves it out', async () => {
    expect(await usageOf({ ...counts, reasoning_tokens: 30 }, 'perplexity')).toEqual({
      prompt_tokens: 100,
      completion_tokens: 50,
      total_tokens: 150,
      completion_tokens_details: { reasoning_tokens: 30 },
    });
  });

  test('does not count reasoning twice where it is inside', async () => {
    const usage = { ...counts, completion_tokens_details: { reasoning_tokens: 15 } };
    expect(await usageOf(usage)).toEqual(usage);
  });

  test('adds the cache to a prompt that the server counted without it', async () => {
    const usage = { ...counts, total_tokens: 420, prompt_tokens_details: { cached_tokens: 300 } };
    expect(await usageOf(usage, 'openai-compatible')).toMatchObject({
      prompt_tokens: 400,
      total_tokens: 420,
    });
  });

  test('never reports a part that is larger than its whole', async () => {
    const usage = {
      ...counts,
      prompt_tokens_details: { cached_tokens: 90, cache_write_tokens: 90 },
      completion_tokens_details: { reasoning_tokens: 21 },
    };
    expect(await usageOf(usage)).toEqual({
      ...counts,
      prompt_tokens_details: { cached_tokens: 90, cache_write_tokens: 10 },
      completion_tokens_details: { reasoning_tokens: 20 },
    });
  });

  test('is absent where a count is missing, and has the sum where the total is', async () => {
    expect(await usageOf({ prompt_tokens: 9, completion_tokens: null })).toBeUndefined();
    expect(await usageOf('many')).toBeUndefined();
    expect(await usageOf({ prompt_tokens: 9, completion_tokens: 2 })).toHaveProperty(
      'total_tokens',
      11,
    );
  });

  test.each([
    ['openrouter', { cost: 0.00123 }, 1_230_000],
    [
      'openrouter',
      { cost: 0.0001, is_byok: true, cost_details: { upstream_inference_cost: 0.002 } },
      2_100_000,
    ],
    ['perplexity', { cost: { total_cost: 0.006 } }, 6_000_000],
    ['xai', { cost_in_usd_ticks: 1_553_800 }, 155_380],
  ])('reports the cost that %s states', async (name, fields, nanoUsd) => {
    const { costs } = await chat(say({ content: 'x' }, { usage: { ...counts, ...fields } }), name);
    expect(costs).toEqual([{ nanoUsd, exactness: 'reported' }]);
  });

  test('reports no cost that is not known for sure', async () => {
    const unknown: [string, object][] = [
      ['openai', { cost: 1 }],
      ['openrouter', { cost: 'free' }],
      ['openrouter', { cost: 0.1, is_byok: true, cost_details: { upstream_inference_cost: null } }],
    ];
    for (const [name, fields] of unknown) {
      const { costs } = await chat(
        say({ content: 'x' }, { usage: { ...counts, ...fields } }),
        name,
      );
      expect(costs).toEqual([]);
    }
  });
});

describe('the headers of an answer', () => {
  test('are told before the body is judged, for good and bad answers alike', async () => {
    const heard: ProviderResponse[] = [];
    const server = fakeServer((seen) =>
      seen.body['model'] === 'bad'
        ? json(
            { error: { message: 'slow down' } },
            { status: 429, headers: { 'Retry-After': '7' } },
          )
        : json('not json', { headers: { 'X-RateLimit-Limit': '60' } }),
    );
    const provider = createProvider('vllm', { fetch: server.fetch });
    const onResponse = (response: ProviderResponse) => heard.push(response);
    await failureOf(provider.chat({ ...request, model: 'bad' }, { onResponse }));
    await failureOf(provider.chat(request, { onResponse }));
    expect(heard.map(({ status }) => status)).toEqual([429, 200]);
    expect(heard[0]?.headers.get('retry-after')).toBe('7');
    expect(heard[1]?.headers.get('x-ratelimit-limit')).toBe('60');
  });
});

describe('embeddings', () => {
  test('come in the order of their inputs', async () => {
    const server = fakeServer(() =>
      json({
        data: [
          { index: 1, embedding: [3, 4] },
          { index: 0, embedding: [1, 2] },
        ],
        usage: { prompt_tokens: 6 },
      }),
    );
    const provider = createProvider('mistral', { apiKey: 'key-for-test', fetch: server.fetch });
    const answer = await provider.embed?.({
      model: 'e',
      input: ['a', 'b'],
      encoding_format: 'base64',
    });
    expect(answer).toEqual({
      object: 'list',
      model: 'e',
      data: [
        { object: 'embedding', index: 0, embedding: [1, 2] },
        { object: 'embedding', index: 1, embedding: [3, 4] },
      ],
      usage: { prompt_tokens: 6, total_tokens: 6 },
    });
    expect(server.seen[0]).toMatchObject({
      url: 'https://api.mistral.ai/v1/embeddings',
      body: { model: 'e', input: ['a', 'b'] },
    });
  });

  test('are not offered where the provider has none, and refused where the answer has none', async () => {
    expect(createProvider('groq', { apiKey: 'key-for-test' })).not.toHaveProperty('embed');
    const server = fakeServer(() => json({ data: [{ embedding: 'AAAA' }] }));
    const provider = createProvider('ollama', { fetch: server.fetch });
    await expect(provider.embed?.({ model: 'e', input: 'a' })).rejects.toThrow('no vectors');
  });
});
