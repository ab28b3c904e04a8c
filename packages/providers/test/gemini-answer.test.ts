import type { ProviderCall } from '@llm-router/core';
import { createCompletionAssembler, createProvider } from '../src/index.ts';
import { collect, failureOf, fakeServer, json, pieces, request, sse } from './fake-server.ts';

const envelope = { modelVersion: 'gemini-parrot-2', responseId: 'r-7' };
const usageMetadata = {
  promptTokenCount: 20,
  toolUsePromptTokenCount: 3,
  cachedContentTokenCount: 12,
  candidatesTokenCount: 5,
  thoughtsTokenCount: 4,
  totalTokenCount: 32,
};
const usage = {
  prompt_tokens: 23,
  completion_tokens: 9,
  total_tokens: 32,
  prompt_tokens_details: { cached_tokens: 12 },
  completion_tokens_details: { reasoning_tokens: 4 },
};

const candidate = (parts: readonly object[], more: object = {}) => ({
  content: { role: 'model', parts },
  index: 0,
  ...more,
});
const say = (parts: readonly object[], more: object = {}, around: object = {}) => ({
  candidates: [candidate(parts, more)],
  ...envelope,
  ...around,
});
const stop = { finishReason: 'STOP' };

async function chat(answer: unknown, call: ProviderCall = {}) {
  const headers = { date: 'Sun, 22 Nov 2026 08:00:00 GMT' };
  const server = fakeServer(() => json(answer, { headers }));
  const google = createProvider('google', { apiKey: 'key-for-test', fetch: server.fetch });
  return { completion: await google.chat(request, call), seen: server.seen[0] };
}

const streamOf = (frames: readonly object[], call: ProviderCall = {}) =>
  createProvider('google', {
    apiKey: 'key-for-test',
    fetch: async () => pieces([sse(frames, false)]).response,
  }).stream(request, call);

async function assemble(frames: readonly object[], call: ProviderCall = {}) {
  const assembler = createCompletionAssembler();
  for await (const chunk of streamOf(frames, call)) assembler.add(chunk);
  return assembler.completion();
}

describe('a whole answer', () => {
  test('has its text, its reason and its usage', async () => {
    const { completion, seen } = await chat(
      say([{ text: 'Ber' }, { text: 'gen' }], stop, { usageMetadata }),
    );
    expect(completion).toEqual({
      id: 'r-7',
      object: 'chat.completion',
      created: Date.parse('2026-11-22T08:00:00Z') / 1000,
      model: 'gemini-parrot-2',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Bergen', refusal: null },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
      usage,
    });
    expect(seen).toMatchObject({
      url: 'https://generativelanguage.googleapis.com/v1beta/models/parrot-2:generateContent',
      headers: { 'x-goog-api-key': 'key-for-test' },
      body: { contents: [{ role: 'user', parts: [{ text: 'Name a harbour.' }] }] },
    });
  });

  test('has calls with ids, and ends with them although Gemini says STOP', async () => {
    const depth = { functionCall: { id: 'own', name: 'depth', args: { at: 'x' } } };
    const tide = { functionCall: { name: 'tide' }, thoughtSignature: 's' };
    const { completion } = await chat(say([depth, tide], stop));
    expect(completion.choices[0]).toMatchObject({
      finish_reason: 'tool_calls',
      message: {
        content: null,
        tool_calls: [
          { id: 'own', type: 'function', function: { name: 'depth', arguments: '{"at":"x"}' } },
          { id: 'call_r7_1', type: 'function', function: { name: 'tide', arguments: '{}' } },
        ],
        reasoning_details: [
          { type: 'google.signature', index: 0, signature: 's', call: 'call_r7_1' },
        ],
      },
    });
  });

  test('keeps thoughts apart from the text', async () => {
    const { completion } = await chat(
      say([{ text: 'Hm.', thought: true }, { text: 'Bergen' }], stop),
    );
    expect(completion.choices[0]?.message).toMatchObject({
      content: 'Bergen',
      reasoning_content: 'Hm.',
      reasoning_details: [{ type: 'google.thought', index: 0, text: 'Hm.' }],
    });
  });

  test('keeps signed thoughts apart from each other', async () => {
    const thoughts = ['Hm.', 'Ah.'].map((text) => ({
      text,
      thought: true,
      thoughtSignature: text,
    }));
    const { completion } = await chat(say([...thoughts, { text: 'Bergen' }], stop));
    expect(completion.choices[0]?.message.reasoning_details).toEqual([
      { type: 'google.thought', index: 0, text: 'Hm.' },
      { type: 'google.signature', index: 0, signature: 'Hm.', thought: 0 },
      { type: 'google.thought', index: 1, text: 'Ah.' },
      { type: 'google.signature', index: 1, signature: 'Ah.', thought: 1 },
    ]);
  });

  test('that tells of a block beside its own reason keeps that', async () => {
    const promptFeedback = { blockReason: 'OTHER', blockReasonMessage: 'No.' };
    const { completion } = await chat(say([{ text: 'a' }], stop, { promptFeedback }));
    expect(completion.choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { content: 'a', refusal: null },
    });
  });

  test.each([
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'content_filter'],
    ['PROHIBITED_CONTENT', 'content_filter'],
    ['OTHER', 'content_filter'],
    ['A_NEW_WORD', 'stop'],
    [1, 'stop'],
    [2, 'length'],
    [undefined, 'stop'],
    ['FINISH_REASON_UNSPECIFIED', 'stop'],
  ])('that ended with %s ends with %s', async (finishReason, expected) => {
    const { completion } = await chat(say([{ text: 'a' }], { finishReason }));
    expect(completion.choices[0]?.finish_reason).toBe(expected);
  });

  test('that was held back is an answer with the explanation as its refusal', async () => {
    const held = { finishReason: 'SPII', finishMessage: 'Too personal.' };
    const blocked = { promptFeedback: { blockReason: 'SAFETY', blockReasonMessage: 'No.' } };
    const refusals = [say([], held), { ...envelope, ...blocked }].map(async (answer) => {
      const choice = (await chat(answer)).completion.choices[0];
      return [choice?.finish_reason, choice?.message.content, choice?.message.refusal];
    });
    expect(await Promise.all(refusals)).toEqual([
      ['content_filter', null, 'Too personal.'],
      ['content_filter', null, 'No.'],
    ]);
  });

  test('has every candidate, and their probabilities', async () => {
    const logprobsResult = {
      chosenCandidates: [{ token: 'Oslo', logProbability: -0.5 }, { token: '.' }],
      topCandidates: [{ candidates: [{ token: 'Moss', logProbability: -1 }] }],
    };
    const first = candidate([{ text: 'Oslo.' }], { ...stop, logprobsResult });
    const second = candidate([{ text: 'Moss.' }], { ...stop, index: 1 });
    const { completion } = await chat({ candidates: [first, second], ...envelope });
    expect(completion.choices.map(({ message }) => message.content)).toEqual(['Oslo.', 'Moss.']);
    expect(completion.choices[0]?.logprobs?.content).toEqual([
      {
        token: 'Oslo',
        bytes: null,
        logprob: -0.5,
        top_logprobs: [{ token: 'Moss', bytes: null, logprob: -1 }],
      },
      { token: '.', bytes: null, logprob: 0, top_logprobs: [] },
    ]);
  });

  test('tells once what OpenAI’s shape has no place for', async () => {
    const losses: string[] = [];
    const parts = [{ inlineData: { data: 'AA' } }, { inlineData: { data: 'BB' } }, { text: 'a' }];
    const groundingMetadata = { webSearchQueries: ['a'] };
    await chat(say(parts, { ...stop, groundingMetadata, citationMetadata: {} }), {
      onLoss: (loss) => losses.push(loss),
    });
    expect(losses).toEqual([
      "a part of type 'inlineData' was left out of the answer",
      'sources and citations were left out of the answer',
    ]);
  });

  test.each([
    [{ ...envelope, usageMetadata }, 'no candidates'],
    [{ candidates: [{}] }, 'no candidates'],
    [say([], { finishReason: 'MALFORMED_FUNCTION_CALL' }), "'MALFORMED_FUNCTION_CALL'"],
    [{ error: { code: 503, status: 'UNAVAILABLE', message: 'Overloaded.' } }, 'overloaded'],
  ])('that is none is thrown: %j', async (answer, message) => {
    const error = await failureOf(chat(answer));
    expect(error).toMatchObject({ provider: 'google', code: 'all_failed' });
    expect(String(error)).toContain(message);
  });
});

describe('a stream', () => {
  test('has the role first, each piece as it comes, and the last usage', async () => {
    const frames = [
      say([{ text: 'Hm, ', thought: true }], {}, { usageMetadata: { promptTokenCount: 20 } }),
      say([{ text: 'yes.', thought: true }]),
      say([{ text: 'Ber' }]),
      say([{ text: 'gen' }, { functionCall: { name: 'tide', args: {} } }]),
      say([{ thoughtSignature: 's' }], stop, { usageMetadata }),
    ];
    const chunks = await collect(streamOf(frames));
    expect(chunks.map(({ choices }) => choices[0]?.delta)).toEqual([
      {
        role: 'assistant',
        content: '',
        reasoning_content: 'Hm, ',
        reasoning_details: [{ type: 'google.thought', index: 0, text: 'Hm, ' }],
      },
      {
        reasoning_content: 'yes.',
        reasoning_details: [{ type: 'google.thought', index: 0, text: 'yes.' }],
      },
      { content: 'Ber' },
      {
        content: 'gen',
        tool_calls: [
          {
            index: 0,
            id: 'call_r7_0',
            type: 'function',
            function: { name: 'tide', arguments: '{}' },
          },
        ],
      },
      { reasoning_details: [{ type: 'google.signature', index: 0, signature: 's' }] },
      undefined,
    ]);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('tool_calls');
    expect(chunks.at(-1)?.usage).toEqual(usage);
  });

  test('asks for events, and sends the same body', async () => {
    const server = fakeServer(() => pieces([sse([say([{ text: 'a' }], stop)], false)]).response);
    const vertex = createProvider('vertex', {
      apiKey: 'token-for-test',
      baseUrl: 'https://v.test/v1/projects/p/locations/l/',
      fetch: server.fetch,
    });
    await collect(vertex.stream({ ...request, stream: true }));
    expect(server.seen[0]).toMatchObject({
      url: 'https://v.test/v1/projects/p/locations/l/publishers/google/models/parrot-2:streamGenerateContent?alt=sse',
      headers: { authorization: 'Bearer token-for-test' },
      body: { contents: [{ role: 'user', parts: [{ text: 'Name a harbour.' }] }] },
    });
  });

  test('says the same as the whole answer', async () => {
    const parts = [
      { text: 'Hm.', thought: true },
      { text: 'Bergen', thoughtSignature: 's' },
    ];
    const frames = parts.map((part) => say([part]));
    const streamed = await assemble([...frames, say([], stop, { usageMetadata })]);
    const whole = (await chat(say(parts, stop, { usageMetadata }))).completion;
    expect({ ...streamed, created: whole.created }).toEqual(whole);
  });

  test('that a server answers as a whole is taken as one', async () => {
    const answer = [say([{ text: 'Ber' }]), say([{ text: 'gen' }], stop, { usageMetadata })];
    const google = createProvider('google', { apiKey: 'k', fetch: async () => json(answer) });
    const chunks = await collect(google.stream(request));
    expect(chunks[0]?.choices[0]?.delta.content).toBe('Bergen');
    expect(chunks.at(-1)?.usage).toEqual(usage);
  });

  test.each([
    ['without a finish reason', [say([{ text: 'a' }])], 'in the middle'],
    ['with an error', [say([{ text: 'a' }]), { error: { code: 503, message: 'Down.' } }], 'Down'],
    ['without anything', [{ ...envelope }], 'without any content'],
    [
      'with a call that it could not form',
      [say([{ text: 'a' }], { finishReason: 'MALFORMED_FUNCTION_CALL' })],
      'MALFORMED_FUNCTION_CALL',
    ],
  ])('that ends %s throws', async (_how, frames, message) => {
    const error = await failureOf(collect(streamOf(frames)));
    expect(error).toMatchObject({ code: 'stream_broken', provider: 'google' });
    expect(String(error)).toContain(message);
  });
});

describe('the model of a request', () => {
  const urlOf = async (name: string, model: string) => {
    const server = fakeServer(() => json(say([{ text: 'a' }], stop)));
    const options = { apiKey: 'k', baseUrl: 'https://g.test', fetch: server.fetch };
    await createProvider(name, options).chat({ ...request, model });
    return server.seen[0]?.url.replace('https://g.test/', '');
  };

  test.each([
    ['google', 'tunedModels/a-1', 'v1beta/tunedModels/a-1:generateContent'],
    ['google', 'models/gemini-2.5-pro', 'v1beta/models/gemini-2.5-pro:generateContent'],
    ['vertex', 'gemini-2.5-pro@001', 'publishers/google/models/gemini-2.5-pro@001:generateContent'],
    ['vertex', 'endpoints/12', 'endpoints/12:generateContent'],
  ])('at %s, %s leads to %s', async (name, model, path) => {
    expect(await urlOf(name, model)).toBe(path);
  });

  test.each(['', '../../secrets', 'a/../b', 'a?key=b', 'a b'])(
    'is refused where it could lead elsewhere: %j',
    async (model) => {
      const error = await failureOf(urlOf('google', model));
      expect(error).toMatchObject({ code: 'invalid_request', provider: 'google' });
      expect(String(error)).toContain('a part of the address');
    },
  );
});

describe('a refusal', () => {
  test('in a list is read, with its wait', async () => {
    const body = [{ error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Retry in 7s.' } }];
    const google = createProvider('google', {
      apiKey: 'k',
      fetch: async () => json(body, { status: 429, headers: { 'retry-after': '7' } }),
    });
    const error = await failureOf(google.chat(request));
    expect(error).toMatchObject({ category: 'rate_limit', retryAfterMs: 7000, status: 429 });
  });
});
