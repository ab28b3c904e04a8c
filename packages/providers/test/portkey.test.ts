import { inspect } from 'node:util';
import { createSecret } from '@llm-router/core';
import {
  createProvider,
  isProviderError,
  type PortkeyOptions,
  readPortkeyReport,
} from '../src/index.ts';
import { collect, failureOf, fakeServer, frame, json, request, sse } from './fake-server.ts';

const answer = { choices: [{ message: { content: 'Bergen' }, finish_reason: 'stop' }] };
const config = {
  strategy: { mode: 'fallback' },
  targets: [{ provider: 'openai', api_key: 'sk-inside-config', name: 'Ålesund' }],
};

async function send(portkey: PortkeyOptions, more: object = {}) {
  const server = fakeServer(() => json(answer));
  const provider = createProvider('portkey', {
    baseUrl: 'http://gateway.test/v1',
    portkey,
    ...more,
    fetch: server.fetch,
  });
  await provider.chat(request);
  return server.seen[0];
}

describe('a Portkey gateway', () => {
  test('is the hosted one where no address is given, and needs its key', async () => {
    expect(() => createProvider('portkey')).toThrow(/apiKey is missing.*PORTKEY_API_KEY/);
    const seen = await send({ provider: 'openai' }, { baseUrl: undefined, apiKey: 'pk-account' });
    expect(seen?.url).toBe('https://api.portkey.ai/v1/chat/completions');
    expect(seen?.headers).toMatchObject({
      'x-portkey-api-key': 'pk-account',
      'x-portkey-provider': 'openai',
    });
    expect(seen?.headers).not.toHaveProperty('authorization');
  });

  test('of one’s own needs none, and is told all in headers', async () => {
    const seen = await send({
      provider: 'groq',
      providerKey: createSecret('gsk-behind'),
      virtualKey: 'virtual-1',
      traceId: 'trace-7',
      metadata: { _user: 'Åse', plan: 'paid' },
    });
    expect(seen?.headers).toMatchObject({
      authorization: 'Bearer gsk-behind',
      'x-portkey-provider': 'groq',
      'x-portkey-virtual-key': 'virtual-1',
      'x-portkey-trace-id': 'trace-7',
    });
    expect(JSON.parse(seen?.headers['x-portkey-metadata'] ?? '')).toEqual({
      _user: 'Åse',
      plan: 'paid',
    });
    expect(seen?.headers).not.toHaveProperty('x-portkey-api-key');
  });

  test('takes a configuration as an object, as JSON or as an id', async () => {
    const header = async (given: string | object) =>
      (await send({ config: given }))?.headers['x-portkey-config'] ?? '';
    expect(JSON.parse(await header(config))).toEqual(config);
    expect(await header('{"provider":"openai"}')).toBe('{"provider":"openai"}');
    expect(await header('pc-saved-1')).toBe('pc-saved-1');
  });

  test('gets the request as it was written', async () => {
    const seen = await send({ provider: 'openai' });
    expect(seen?.body).toEqual({ ...request });
  });

  test('streams', async () => {
    const text = sse([frame({ content: 'Bergen' }), frame({}, 'stop')]);
    const server = fakeServer(
      () => new Response(text, { headers: { 'content-type': 'text/event-stream' } }),
    );
    const provider = createProvider('portkey', {
      apiKey: 'pk-account',
      portkey: { config: 'pc-saved-1' },
      fetch: server.fetch,
    });
    const chunks = await collect(provider.stream(request));
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('Bergen');
  });

  test.each([
    ['an unknown option', { mode: 'single' }, "unknown option 'mode'"],
    ['a configuration that is none', { config: 7 }, 'expected an object, JSON'],
    ['metadata that is no text', { metadata: { tries: 3 } }, 'an object of texts'],
    ['a key that is none', { providerKey: 7 }, 'providerKey'],
    ['a provider that is no text', { provider: 7 }, 'a text'],
  ])('refuses %s', (_, portkey: object, message) => {
    const options = { apiKey: 'pk', portkey: portkey as PortkeyOptions };
    expect(() => createProvider('portkey', options)).toThrow(message);
  });

  test('is no option of other providers', () => {
    const options = { apiKey: 'k', portkey: { provider: 'openai' } };
    expect(() => createProvider('groq', options)).toThrow("unknown option 'portkey'");
  });

  test('shows no key where it repeats one', async () => {
    const body = { error: { message: 'key sk-inside-config or gsk-behind or virtual-1 is wrong' } };
    const server = fakeServer(() => json(body, { status: 401 }));
    const provider = createProvider('portkey', {
      baseUrl: 'http://gateway.test/v1',
      portkey: { config, providerKey: 'gsk-behind', virtualKey: 'virtual-1' },
      fetch: server.fetch,
    });
    const error = await failureOf(provider.chat(request));
    expect(isProviderError(error) && error.category).toBe('auth');
    const shown = inspect([error, provider], { depth: 9, showHidden: true });
    expect(shown).not.toMatch(/inside-config|gsk-behind|virtual-1/);
  });
});

describe('what the gateway says of an answer', () => {
  test('is read out of its headers', () => {
    expect(
      readPortkeyReport({
        'X-Portkey-Last-Used-Option-Index': 'config.targets[1]',
        'x-portkey-retry-attempt-count': '2',
        'x-portkey-cache-status': 'SEMANTIC HIT',
        'x-portkey-provider': 'openai',
        'x-portkey-trace-id': '',
      }),
    ).toEqual({
      target: 'config.targets[1]',
      retries: 2,
      isExhausted: false,
      cache: 'semantic-hit',
      provider: 'openai',
      isGatewayFault: false,
    });
  });

  test('tells exhausted retries and failures of its own', () => {
    const report = readPortkeyReport({
      'x-portkey-retry-attempt-count': '-1',
      'x-portkey-gateway-exception': 'true',
    });
    expect(report).toEqual({ isExhausted: true, isGatewayFault: true });
  });

  test('is nothing where it says nothing, or nonsense', () => {
    const nonsense = {
      'x-portkey-retry-attempt-count': 'many',
      'x-portkey-cache-status': 'LUKEWARM',
    };
    expect(readPortkeyReport(nonsense)).toEqual({ isExhausted: false, isGatewayFault: false });
    expect(readPortkeyReport({})).toEqual({ isExhausted: false, isGatewayFault: false });
  });
});
