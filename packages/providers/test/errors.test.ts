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
