import { createSecret, type ProviderCall } from '@llm-router/core';
import {
  createCompletionAssembler,
  createProvider,
  isProviderError,
  type ProviderOptions,
} from '../src/index.ts';
import { collect, failureOf, fakeServer, json, pieces, request } from './fake-server.ts';

const usage = { input_tokens: 5, output_tokens: 7 };
const text = (words: string) => ({ type: 'text', text: words });
const message = (content: readonly object[], more: object = {}) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-parrot-2',
  content,
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage,
  ...more,
});

function anthropic(response: Response | (() => Response), options: ProviderOptions = {}) {
  const server = fakeServer(() => (typeof response === 'function' ? response() : response));
  const provider = createProvider('anthropic', {
    apiKey: 'sk-ant-test-key',
    fetch: server.fetch,
    ...options,
  });
  return { provider, seen: server.seen };
}

async function answerOf(body: object, asked: object = {}, call: ProviderCall = {}) {
  const { provider } = anthropic(
    json(body, { headers: { date: 'Tue, 14 Nov 2023 22:13:20 GMT' } }),
  );
  return provider.chat({ ...request, ...asked }, call);
}

/** Events as Anthropic frames them. */
function events(list: readonly { readonly type: string }[]): string {
  return list.map((one) => `event: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`).join('');
}

const begin = { type: 'message_start', message: message([], { stop_reason: null }) };
const end = { type: 'message_stop' };
const start = (index: number, content_block: object) => ({
  type: 'content_block_start',
  index,
  content_block,
});
const grow = (index: number, delta: object) => ({ type: 'content_block_delta', index, delta });
const stop = (index: number) => ({ type: 'content_block_stop', index });
const done = (stop_reason: string, more: object = {}) => ({
  type: 'message_delta',
  delta: { stop_reason, ...more },
  usage: { output_tokens: 9 },
});

async function streamOf(list: readonly { readonly type: string }[], asked: object = {}) {
  const { provider } = anthropic(pieces([events(list)]).response);
  return collect(provider.stream({ ...request, ...asked }));
}

describe('a request on Anthropic’s wire', () => {
  test('goes to its public address with its key and version', async () => {
    const { provider, seen } = anthropic(json(message([text('Bergen')])));
    await provider.chat(request);
    expect(seen[0]).toMatchObject({
      url: 'https://api.anthropic.com/v1/messages',
      method: 'POST',
      headers: { 'x-api-key': 'sk-ant-test-key', 'anthropic-version': '2023-06-01' },
      body: { model: 'parrot-2', max_tokens: 8192, messages: request.messages },
    });
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
    expect(seen[0]?.body).not.toHaveProperty('stream');
  });

  test('takes another address, version, beta and way to show the key', async () => {
    const { provider, seen } = anthropic(json(message([])), {
      apiKey: '',
      baseUrl: 'http://h.test:81/anthropic/',
      defaultMaxTokens: 77,
      headers: {
        Authorization: createSecret('Bearer abc-def'),
        'anthropic-version': '2099-01-01',
        'anthropic-beta': 'a,b',
      },
    });
    await provider.chat(request);
    expect(seen[0]?.url).toBe('http://h.test:81/anthropic/v1/messages');
    expect(seen[0]?.body).toMatchObject({ max_tokens: 77 });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer abc-def',
      'anthropic-version': '2099-01-01',
      'anthropic-beta': 'a,b',
    });
    expect(seen[0]?.headers).not.toHaveProperty('x-api-key');
  });

  test('asks a stream for a stream', async () => {
    const { provider, seen } = anthropic(pieces([events([begin, done('end_turn'), end])]).response);
    await collect(provider.stream(request));
    expect(seen[0]?.body).toMatchObject({ stream: true });
    expect(seen[0]?.body).not.toHaveProperty('stream_options');
  });

  test('tells its losses and is not sent where leaving out would be wrong', async () => {
    const losses: string[] = [];
    const call = { onLoss: (loss: string) => losses.push(loss) };
    const { provider, seen } = anthropic(() => json(message([])));
    await provider.chat({ ...request, seed: 3 }, call);
    expect(losses).toEqual(['seed was left out: answers cannot be repeated']);
    const failure = await failureOf(provider.chat({ ...request, n: 2 }, call));
    expect(seen).toHaveLength(1);
    if (!isProviderError(failure)) throw new Error('not a ProviderError');
    expect(failure).toMatchObject({ code: 'invalid_request', retryable: false });
    expect(failure.classification).toMatchObject({
      category: 'invalid_request',
      failover: true,
      message: 'n cannot be sent: there is one answer to a request',
    });
    expect(failure).not.toHaveProperty('status');
  });

  test('probes with the list of models', async () => {
    const { provider, seen } = anthropic(json({ data: [] }));
    await provider.probe?.();
    expect(seen[0]).toMatchObject({ url: 'https://api.anthropic.com/v1/models', method: 'GET' });
    expect(provider.embed).toBeUndefined();
  });

  test('refuses options of the other wire', () => {
    expect(() => createProvider('anthropic', { apiKey: 'k', includeUsage: true })).toThrow(
      "unknown option 'includeUsage'",
    );
    expect(() => createProvider('ollama', { defaultMaxTokens: 5 })).toThrow(
      "unknown option 'defaultMaxTokens'",
    );
    expect(() => createProvider('anthropic', { apiKey: 'k', defaultMaxTokens: 0 })).toThrow(
      'defaultMaxTokens is 0; expected a whole number of at least 1',
    );
    expect(() => createProvider('anthropic')).toThrow('ANTHROPIC_API_KEY');
  });
});

describe('an answer', () => {
  test('has its text, its calls and the time of its headers', async () => {
    const completion = await answerOf(
      message(
        [
          text('Let me '),
          text('look.'),
          { type: 'tool_use', id: 'toolu_1', name: 'depth', input: { at: 'Bergen' } },
          { type: 'tool_use', id: 'toolu_2', name: 'tide', input: {} },
        ],
        { stop_reason: 'tool_use' },
      ),
    );
    expect(completion).toEqual({
      id: 'msg_1',
      object: 'chat.completion',
      created: 1_700_000_000,
      model: 'claude-parrot-2',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: 'Let me look.',
            refusal: null,
            tool_calls: [
              {
                id: 'toolu_1',
                type: 'function',
                function: { name: 'depth', arguments: '{"at":"Bergen"}' },
              },
              { id: 'toolu_2', type: 'function', function: { name: 'tide', arguments: '{}' } },
            ],
          },
          finish_reason: 'tool_calls',
          logprobs: null,
        },
      ],
      usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
    });
  });

  test.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['tool_use', 'tool_calls'],
    ['refusal', 'content_filter'],
    ['pause_turn', 'stop'],
    ['something_new', 'stop'],
    [null, 'stop'],
  ])('that stops for %s finishes with %s', async (stop_reason, expected) => {
    const completion = await answerOf(message([text('x')], { stop_reason }));
    expect(completion.choices[0]?.finish_reason).toBe(expected);
  });

  test('that was refused is an answer, with the explanation as its refusal', async () => {
    const stop_details = { type: 'refusal', category: 'cyber', explanation: 'Not this.' };
    const completion = await answerOf(message([], { stop_reason: 'refusal', stop_details }));
    expect(completion.choices[0]).toMatchObject({
      message: { content: null, refusal: 'Not this.' },
      finish_reason: 'content_filter',
    });
  });

  test('counts the whole prompt, and thinking inside the output', async () => {
    const completion = await answerOf(
      message([text('x')], {
        usage: {
          input_tokens: 3,
          cache_creation_input_tokens: 40,
          cache_read_input_tokens: 500,
          output_tokens: 60,
          output_tokens_details: { thinking_tokens: 50 },
        },
      }),
    );
    expect(completion.usage).toEqual({
      prompt_tokens: 543,
      completion_tokens: 60,
      total_tokens: 603,
      prompt_tokens_details: { cached_tokens: 500, cache_write_tokens: 40 },
      completion_tokens_details: { reasoning_tokens: 50 },
    });
  });

  test('sums the steps where the conversation was made shorter on the way', async () => {
    const step = (type: string, input_tokens: number) => ({ type, input_tokens, output_tokens: 2 });
    const counted = async (iterations: readonly object[]) =>
      (await answerOf(message([text('x')], { usage: { ...usage, iterations } }))).usage;
    const steps = [step('compaction', 100), step('message', 20)];
    expect(await counted(steps)).toMatchObject({ prompt_tokens: 120, completion_tokens: 4 });
    const other = [...steps, step('fallback_message', 9)];
    expect(await counted(other)).toMatchObject({ prompt_tokens: 5, completion_tokens: 7 });
    expect(await counted([step('message', 20)])).toMatchObject({ prompt_tokens: 5 });
  });

  test('gives its thinking as text and as blocks that go back unchanged', async () => {
    const thinking = { type: 'thinking', thinking: 'Tides.', signature: 'sig' };
    const hidden = { type: 'redacted_thinking', data: 'xyz' };
    const mute = { type: 'thinking', thinking: '', signature: 'mute' };
    const completion = await answerOf(message([thinking, hidden, mute, text('Bergen')]));
    const answer = completion.choices[0]?.message;
    expect(answer).toMatchObject({
      content: 'Bergen',
      reasoning_content: 'Tides.',
      reasoning_details: [
        { type: 'anthropic.thinking', index: 0, text: 'Tides.', signature: 'sig' },
        { type: 'anthropic.redacted_thinking', index: 1, data: 'xyz' },
        { type: 'anthropic.thinking', index: 2, signature: 'mute' },
      ],
    });
    if (answer === undefined) throw new Error('no answer');
    const { provider, seen } = anthropic(json(message([])));
    await provider.chat({ messages: [...request.messages, answer, ...request.messages] });
    expect(seen[0]?.body['messages']).toMatchObject([
      {},
      { role: 'assistant', content: [thinking, hidden, mute, text('Bergen')] },
      {},
    ]);
  });

  test('tells what OpenAI’s shape has no place for', async () => {
    const losses: string[] = [];
    await answerOf(
      message(
        [
          { type: 'server_tool_use', id: 's', name: 'web_search', input: {} },
          { ...text('x'), citations: [{ url: 'https://a.test' }] },
        ],
        { stop_reason: 'pause_turn' },
      ),
      {},
      { onLoss: (loss) => losses.push(loss) },
    );
    expect(losses).toEqual([
      "a block of type 'server_tool_use' was left out of the answer",
      'citations were left out of the answer',
      'pause_turn became stop: the provider paused in the middle of its own tool calls',
    ]);
  });

  test('in JSON by a forced tool is content, not a call', async () => {
    const content = [{ type: 'tool_use', id: 't', name: 'json_answer', input: { port: 'Bergen' } }];
    const asked = { model: 'claude-3-opus-20240229', response_format: { type: 'json_object' } };
    const completion = await answerOf(message(content, { stop_reason: 'tool_use' }), asked);
    expect(completion.choices[0]).toMatchObject({
      message: { content: '{"port":"Bergen"}' },
      finish_reason: 'stop',
    });
    expect(completion.choices[0]?.message.tool_calls).toBeUndefined();
    const called = await answerOf(message(content, { stop_reason: 'tool_use' }));
    expect(called.choices[0]?.finish_reason).toBe('tool_calls');
  });

  test.each([
    ['an error with a good status', { type: 'error', error: { type: 'overloaded_error' } }],
    ['no content', { id: 'msg_1' }],
    ['nothing', ''],
    ['no JSON', '<html>'],
  ])('of %s is an error', async (_what, body) => {
    const failure = await failureOf(anthropic(json(body)).provider.chat(request));
    expect(failure).toMatchObject({ code: 'all_failed', provider: 'anthropic' });
  });
});

describe('a refusal', () => {
  test.each([
    [400, 'invalid_request_error', 'invalid_request'],
    [401, 'authentication_error', 'auth'],
    [402, 'billing_error', 'quota_exhausted'],
    [403, 'permission_error', 'permission'],
    [404, 'not_found_error', 'not_found'],
    [429, 'rate_limit_error', 'rate_limit'],
    [500, 'api_error', 'server_error'],
    [529, 'overloaded_error', 'overloaded'],
  ])('with %d and %s means %s', async (status, type, category) => {
    const body = { type: 'error', error: { type, message: 'No.' }, request_id: 'req_7' };
    const headers = { 'request-id': 'req_7' };
    const { provider } = anthropic(json(body, { status, headers }));
    expect(await failureOf(provider.chat(request))).toMatchObject({
      status,
      category,
      requestId: 'req_7',
      body,
    });
  });

  test('does not show the key', async () => {
    const body = { error: { type: 'authentication_error', message: 'bad sk-ant-test-key' } };
    const { provider } = anthropic(json(body, { status: 401 }));
    const failure = await failureOf(provider.chat(request));
    expect(JSON.stringify(failure) + String(failure)).not.toContain('sk-ant-test-key');
  });
});

describe('a stream', () => {
  test('has the role once, the pieces, the reason and the last usage', async () => {
    const chunks = await streamOf([
      begin,
      { type: 'ping' },
      start(0, text('')),
      grow(0, { type: 'text_delta', text: 'Ber' }),
      { type: 'ping' },
      grow(0, { type: 'text_delta', text: 'gen' }),
      stop(0),
      done('end_turn'),
      end,
    ]);
    expect(chunks.map(({ choices }) => choices)).toEqual([
      [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
      [{ index: 0, delta: { content: 'Ber' }, finish_reason: null }],
      [{ index: 0, delta: { content: 'gen' }, finish_reason: null }],
      [{ index: 0, delta: {}, finish_reason: 'stop' }],
      [],
    ]);
    expect(chunks.at(-1)?.usage).toEqual({
      prompt_tokens: 5,
      completion_tokens: 9,
      total_tokens: 14,
    });
    expect(chunks[1]).toMatchObject({ id: 'msg_1', model: 'claude-parrot-2' });
  });

  test('joins the pieces of thinking and of calls, and gives empty input an object', async () => {
    const chunks = await streamOf([
      begin,
      start(0, { type: 'thinking', thinking: '', signature: '' }),
      grow(0, { type: 'thinking_delta', thinking: 'Ti' }),
      grow(0, { type: 'thinking_delta', thinking: 'des.' }),
      grow(0, { type: 'signature_delta', signature: 'sig' }),
      stop(0),
      start(1, { type: 'tool_use', id: 'toolu_1', name: 'depth', input: {} }),
      grow(1, { type: 'input_json_delta', partial_json: '' }),
      grow(1, { type: 'input_json_delta', partial_json: '{"a' }),
      grow(1, { type: 'input_json_delta', partial_json: '":1}' }),
      stop(1),
      start(2, { type: 'tool_use', id: 'toolu_2', name: 'tide', input: {} }),
      stop(2),
      start(3, { type: 'tool_use', id: 'toolu_3', name: 'wind', input: { whole: true } }),
      stop(3),
      done('tool_use'),
      end,
    ]);
    const assembler = createCompletionAssembler();
    for (const chunk of chunks) assembler.add(chunk);
    const choice = assembler.completion()?.choices[0];
    expect(choice?.finish_reason).toBe('tool_calls');
    expect(choice?.message).toEqual({
      role: 'assistant',
      content: null,
      refusal: null,
      tool_calls: [
        { id: 'toolu_1', type: 'function', function: { name: 'depth', arguments: '{"a":1}' } },
        { id: 'toolu_2', type: 'function', function: { name: 'tide', arguments: '{}' } },
        {
          id: 'toolu_3',
          type: 'function',
          function: { name: 'wind', arguments: '{"whole":true}' },
        },
      ],
      reasoning_content: 'Tides.',
      reasoning_details: [
        { type: 'anthropic.thinking', index: 0, text: 'Tides.', signature: 'sig' },
      ],
    });
  });

  test('keeps the last count of each kind and passes over what it does not know', async () => {
    const chunks = await streamOf([
      {
        ...begin,
        message: message([], { usage: { ...usage, cache_read_input_tokens: 30 } }),
      } as typeof begin,
      { type: 'a_new_event' },
      start(0, text('')),
      grow(0, { type: 'a_new_delta', text: 'x' }),
      grow(0, { type: 'text_delta', text: 'Oslo' }),
      stop(0),
      { ...done('end_turn'), usage: { input_tokens: 6, output_tokens: 8 } } as typeof end,
      {
        ...done('end_turn'),
        usage: { output_tokens: 11, cache_read_input_tokens: null },
      } as typeof end,
      end,
    ]);
    expect(chunks.at(-1)?.usage).toMatchObject({ prompt_tokens: 36, completion_tokens: 11 });
    expect(chunks.flatMap(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Oslo');
  });

  test('tells of blocks that it repeats at its beginning', async () => {
    const losses: string[] = [];
    const repeated = { ...begin, message: message([text('old')]) };
    const { provider } = anthropic(pieces([events([repeated, done('end_turn'), end])]).response);
    const chunks = await collect(provider.stream(request, { onLoss: (loss) => losses.push(loss) }));
    expect(JSON.stringify(chunks)).not.toContain('old');
    expect(losses).toHaveLength(1);
  });

  test('of JSON by a forced tool is content', async () => {
    const chunks = await streamOf(
      [
        begin,
        start(0, { type: 'tool_use', id: 't', name: 'json_answer', input: {} }),
        grow(0, { type: 'input_json_delta', partial_json: '{"a":' }),
        grow(0, { type: 'input_json_delta', partial_json: '2}' }),
        stop(0),
        done('tool_use'),
        end,
      ],
      { model: 'claude-3-opus-20240229', response_format: { type: 'json_object' } },
    );
    const deltas = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta.content ?? ''));
    expect(deltas.join('')).toBe('{"a":2}');
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
  });

  test('that was answered at once is a stream all the same', async () => {
    const { provider } = anthropic(json(message([text('Bergen')])));
    const chunks = await collect(provider.stream(request));
    expect(chunks[0]?.choices[0]).toMatchObject({ delta: { content: 'Bergen' } });
    expect(chunks.at(-1)?.usage).toMatchObject({ total_tokens: 12 });
  });

  async function broken(list: readonly { readonly type: string }[]) {
    const { provider } = anthropic(pieces([events(list)]).response);
    const assembler = createCompletionAssembler();
    const failure = await failureOf(
      (async () => {
        for await (const chunk of provider.stream(request)) assembler.add(chunk);
      })(),
    );
    return { failure, partial: assembler.completion() };
  }
  const half = [begin, start(0, text('')), grow(0, { type: 'text_delta', text: 'Ber' })];

  test('with an error event throws, before and after the first content', async () => {
    const error = {
      type: 'error',
      error: { type: 'overloaded_error', message: 'Overloaded' },
    };
    for (const list of [[error], [...half, error]]) {
      const { failure, partial } = await broken(list);
      expect(failure).toMatchObject({ code: 'stream_broken', category: 'overloaded', body: error });
      expect(partial?.choices[0]?.message.content).toBe(list.length > 1 ? 'Ber' : undefined);
    }
  });

  test('without message_stop is broken, and its first count of output is no usage', async () => {
    const { failure, partial } = await broken(half);
    expect(failure).toMatchObject({ code: 'stream_broken', category: 'network' });
    expect(partial?.usage).toBeUndefined();
    const late = await broken([...half, stop(0), done('end_turn')]);
    expect(String(late.failure)).toContain('without message_stop');
    expect(late.partial?.usage).toMatchObject({ completion_tokens: 9 });
  });

  test('without anything of an answer is broken', async () => {
    for (const list of [[], [end], [begin, end]]) {
      expect((await broken(list)).failure).toMatchObject({ code: 'stream_broken' });
    }
  });

  test('ends at message_stop even where the event names are missing or speak of it', async () => {
    const list = [
      ...half,
      grow(0, { type: 'text_delta', text: ' message_stop' }),
      done('end_turn'),
      end,
    ];
    const bare = list.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('');
    const { provider } = anthropic(pieces([bare]).response);
    const chunks = await collect(provider.stream(request));
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(
      'Ber message_stop',
    );
  });
});
