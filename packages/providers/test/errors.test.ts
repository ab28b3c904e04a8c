import { inspect } from 'node:util';
import { createSecret, isRouterError } from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { createProvider, isProviderError, type ProviderOptions } from '../src/index.ts';
import { failureOf, fakeServer, json, request } from './fake-server.ts';

const apiKey = 'sk-proj-0123456789';

async function refusal(
  response: () => Response | Promise<Response>,
  options: ProviderOptions = {},
) {
  const server = fakeServer(response);
  const provider = createProvider('openai', { apiKey, fetch: server.fetch, ...options });
  const failure = await failureOf(provider.chat(request));
  if (!isProviderError(failure)) throw new Error(`not a ProviderError: ${failure}`);
  return failure;
}

describe('a refusal', () => {
  test('carries the status, the body, the request id and what it means', async () => {
    const body = {
      error: { message: 'Slow down.', type: 'requests', code: 'rate_limit_exceeded' },
    };
    const failure = await refusal(() =>
      json(body, { status: 429, headers: { 'x-request-id': 'req-9', 'retry-after': '3' } }),
    );
    expect(failure).toMatchObject({
      name: 'ProviderError',
      code: 'all_failed',
      provider: 'openai',
      status: 429,
      body,
      requestId: 'req-9',
      category: 'rate_limit',
      retryable: true,
    });
    expect(failure.headers).toMatchObject({ 'retry-after': '3' });
    expect(failure.message).toMatch(/^openai answered 429 \(rate_limit\): Slow down\./);
    expect(isRouterError(failure, 'all_failed')).toBe(true);
  });

  test('of the request itself has the code invalid_request', async () => {
    const failure = await refusal(() =>
      json({ error: { message: 'No such field.' } }, { status: 400 }),
    );
    expect(failure).toMatchObject({ code: 'invalid_request', retryable: false });
  });

  test('keeps its category, status and retryability when it is classified again', async () => {
    const failure = await refusal(() => json({ error: { message: 'No.' } }, { status: 401 }));
    const { category, retryable, status } = failure.classification;
    expect(classifyError(failure)).toMatchObject({ category, retryable, status });
  });

  test('is classified the same when it is classified again', async () => {
    const failure = await refusal(() => json({ error: { message: 'No.' } }, { status: 401 }));
    expect(classifyError(failure)).toEqual(failure.classification);
  });

  test('keeps the text of a body that is not JSON', async () => {
    const failure = await refusal(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(failure).toMatchObject({ status: 502, body: '<h1>Bad gateway</h1>', retryable: true });
  });

  test('without a body is still one', async () => {
    expect(await refusal(() => new Response(null, { status: 500 }))).toMatchObject({ status: 500 });
  });

  test('survives a body that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    expect(await refusal(() => new Response(body, { status: 503 }))).toMatchObject({ status: 503 });
  });

  test('keeps an excerpt of a long body and does not read an endless one', async () => {
    let pulls = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new TextEncoder().encode('z'.repeat(10_000)));
      },
    });
    const failure = await refusal(() => new Response(endless, { status: 500 }));
    expect(String(failure.body)).toHaveLength(4097);
    expect(pulls).toBeLessThan(20);
    const long = { error: { message: 'm'.repeat(9000) } };
    expect(typeof (await refusal(() => json(long, { status: 400 }))).body).toBe('string');
  });

  test('survives JSON that is nested without end', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(await refusal(() => json(deep, { status: 400 }))).toMatchObject({ status: 400 });
  });
});

describe('a good status with a bad body', () => {
  test('is an error where the body holds one', async () => {
    const failure = await refusal(() => json({ error: { message: 'Upstream died.', code: 502 } }));
    expect(failure).toMatchObject({ code: 'all_failed', category: 'server_error', status: 502 });
    expect(failure.message).toContain('answered with an error');
  });

  test.each([
    ['is empty', '', 'The answer is empty'],
    ['is a page', '<html></html>', 'The answer is not JSON'],
    ['is cut', '{"choices":[', 'The answer is not JSON'],
    ['has no choices', '{"choices":[]}', 'The answer has no choices'],
    ['is a list', '[]', 'The answer has no choices'],
    ['has an empty choice', '{"choices":[{}]}', 'holds nothing'],
    ['has an empty message', '{"choices":[{"message":{}}]}', 'holds nothing'],
    ['says nothing twice', '{"choices":[{"message":{"content":""}},{}]}', 'holds nothing'],
    [
      'has no reason to be empty',
      '{"choices":[{"message":{"content":null},"finish_reason":null}]}',
      'holds nothing',
    ],
    ['ended in an error', '{"choices":[{"finish_reason":"error"}]}', "finish_reason 'error'"],
  ])('can be retried where the body %s', async (_what, body, message) => {
    const failure = await refusal(() => new Response(body));
    expect(failure).toMatchObject({
      code: 'all_failed',
      category: 'server_error',
      retryable: true,
    });
    expect(failure.message).toContain(message);
    expect(failure.status).toBeUndefined();
  });

  test('is an error where the answer is larger than allowed', async () => {
    const body = JSON.stringify({ choices: [], padding: 'p'.repeat(5000) });
    const failure = await refusal(() => new Response(body), { maxResponseBytes: 1024 });
    expect(failure.message).toContain('maxResponseBytes (1024)');
  });
});

describe('an empty answer that says why it ended', () => {
  test.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['content_filter', 'content_filter'],
    ['tool_calls', 'tool_calls'],
    ['eos', 'stop'],
    ['a word of its own', 'stop'],
  ])('is one: %s', async (reason, expected) => {
    for (const message of [{ content: '' }, { content: null }, {}]) {
      const server = fakeServer(() => json({ choices: [{ message, finish_reason: reason }] }));
      const provider = createProvider('openai', { apiKey, fetch: server.fetch });
      const { choices } = await provider.chat(request);
      expect(choices[0]?.finish_reason).toBe(expected);
    }
  });

  test('needs no reason where something was said', async () => {
    const said = [
      { content: 'x' },
      { refusal: 'x' },
      { reasoning: 'x' },
      { reasoning_content: 'x' },
      { reasoning_details: [{ type: 'x' }] },
      { tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{}' } }] },
      { function_call: { name: 'f', arguments: '{}' } },
      { audio: { id: 'a', data: 'x' } },
    ];
    for (const message of said) {
      const server = fakeServer(() => json({ choices: [{}, { message }] }));
      const provider = createProvider('openai', { apiKey, fetch: server.fetch });
      expect((await provider.chat(request)).choices).toHaveLength(2);
    }
  });

  test('is none on Anthropic’s wire without a stop_reason', async () => {
    const ask = (body: object) => {
      const server = fakeServer(() => json(body));
      return createProvider('anthropic', { apiKey, fetch: server.fetch }).chat(request);
    };
    expect(await failureOf(ask({ content: [] }))).toMatchObject({ category: 'server_error' });
    const empty = await ask({ content: [], stop_reason: 'end_turn' });
    expect(empty.choices[0]?.finish_reason).toBe('stop');
  });
});

describe('a transport that cannot be meant', () => {
  test.each([
    ['an empty object', {}],
    ['nothing', undefined],
    ['null', null],
    ['text', 'ok'],
  ])('is named where it answers %s', async (_what, answer) => {
    const failure = await refusal(() => answer as Response);
    expect(failure).toMatchObject({ code: 'all_failed', provider: 'openai' });
    expect(failure.message).toMatch(/fetch .* no Response/);
    expect(failure.message).not.toMatch(/undefined|\): \./);
  });

  test.each([[undefined], [null], [''], [new Error()]])(
    'leaves no gap in the sentence where it throws %p',
    async (thrown) => {
      const failure = await refusal(() => {
        throw thrown;
      });
      expect(failure.message).toMatch(/^openai could not be reached \(\w+\)\./);
    },
  );

  test('nor where a refusal has no body', async () => {
    const failure = await refusal(() => new Response(null, { status: 500 }));
    expect(failure.message).toMatch(/^openai answered 500 \(server_error\)\. Try again/);
  });
});

describe('a lost connection', () => {
  test('keeps its cause and can be retried', async () => {
    const cause = new TypeError('fetch failed');
    const failure = await refusal(() => Promise.reject(cause));
    expect(failure).toMatchObject({
      code: 'all_failed',
      category: 'network',
      retryable: true,
      cause,
    });
    expect(failure.status).toBeUndefined();
  });
});

describe('secrets', () => {
  test('never appear in an error, whatever the server repeats', async () => {
    const teamKey = 'team-9876543210';
    const failure = await refusal(
      () =>
        json(
          { error: { message: `Bad key ${apiKey} of ${teamKey}`, [apiKey]: [apiKey] } },
          { status: 401, headers: { 'x-echo': apiKey, 'set-cookie': 'session=private' } },
        ),
      { headers: { 'x-team': createSecret(teamKey) } },
    );
    const printed = `${failure}\n${JSON.stringify(failure)}\n${inspect(failure, { depth: 9 })}`;
    expect(printed).toContain('Bad key *** of ***');
    for (const secret of [apiKey, teamKey, 'private']) expect(printed).not.toContain(secret);
  });

  /** Everything that a log could show. */
  const printed = (failure: unknown) =>
    `${failure}\n${JSON.stringify(failure)}\n${inspect(failure, { depth: 9, showHidden: true })}`;

  class RequestFailed extends Error {
    readonly code = 'E_REQUEST';
    readonly options = { headers: { authorization: `Bearer ${apiKey}` } };
    override readonly name = 'RequestFailed';
  }

  test.each<[string, () => unknown]>([
    ['its message', () => new Error(`cannot send ${apiKey}`)],
    ['its stack', () => Object.assign(new Error('no'), { stack: `Error: no\n  at ${apiKey}` })],
    ['a cause of its cause', () => new Error('a', { cause: new Error('b', { cause: apiKey }) })],
    ['a list of errors', () => new AggregateError([new Error(apiKey)], 'all failed')],
    ['a field', () => new RequestFailed('no')],
    ['itself', () => `no way with ${apiKey}`],
    ['an object', () => ({ message: apiKey, deep: { key: [apiKey] } })],
  ])('never appear in the cause of a lost connection: in %s', async (_where, thrown) => {
    const failure = await refusal(() => {
      throw thrown();
    });
    expect(printed(failure)).not.toContain(apiKey);
    expect(failure.cause).toBeDefined();
  });

  test('are all that is changed of a cause', async () => {
    const inner = Object.assign(new TypeError(`bad ${apiKey}`), { code: 'ERR_INVALID' });
    const failure = await refusal(() => {
      throw new RequestFailed('no way', { cause: inner });
    });
    const cause = failure.cause as Error;
    expect(cause).toMatchObject({ name: 'RequestFailed', message: 'no way', code: 'E_REQUEST' });
    expect(cause.cause).toMatchObject({
      name: 'TypeError',
      message: 'bad ***',
      code: 'ERR_INVALID',
      stack: expect.stringContaining('TypeError: bad ***'),
    });
    const clean = new TypeError('fetch failed', { cause: new Error('reset') });
    const untouched = await refusal(() => {
      throw clean;
    });
    expect(untouched.cause).toBe(clean);
  });

  test('of the address never appear', async () => {
    const secret = 'hush/hush hush';
    const baseUrl = `https://host.test/v1?key=${encodeURIComponent(secret)}&version=2024-06-01`;
    const failure = await refusal(
      () => {
        throw new TypeError(`fetch failed: ${baseUrl} (${secret}, 2024-06-01)`);
      },
      { baseUrl },
    );
    expect(printed(failure)).not.toContain('hush');
    expect(failure.message).toContain('2024-06-01');
  });

  test('never appear in an error inside a stream', async () => {
    const server = fakeServer(() => new Response(`data: {"error":{"message":"${apiKey}"}}\n\n`));
    const provider = createProvider('openai', { apiKey, fetch: server.fetch });
    const failure = await failureOf(
      (async () => {
        for await (const _chunk of provider.stream(request));
      })(),
    );
    expect(`${failure} ${JSON.stringify(failure)}`).not.toContain(apiKey);
  });
});

test('a request that is no JSON is refused without being sent', async () => {
  const server = fakeServer(() => json({}));
  const provider = createProvider('ollama', { fetch: server.fetch });
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const failure = await failureOf(provider.chat({ messages: [], audio: circular }));
  expect(isRouterError(failure, 'invalid_request')).toBe(true);
  expect(server.seen).toHaveLength(0);
});
