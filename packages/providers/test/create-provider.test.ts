import { inspect } from 'node:util';
import { createSecret, isRouterError, knownProviders } from '@llm-router/core';
import { createProvider, type ProviderOptions } from '../src/index.ts';
import { fakeServer, json, request } from './fake-server.ts';

const answer = { choices: [{ message: { content: 'Bergen' }, finish_reason: 'stop' }] };

function refusalOf(name: string, options?: ProviderOptions): string {
  try {
    createProvider(name, options);
  } catch (error) {
    if (isRouterError(error, 'invalid_config')) return error.message;
    throw error;
  }
  throw new Error(`createProvider('${name}') should have refused`);
}

describe('creating a provider', () => {
  test.each(knownProviders)('speaks to %s', (name) => {
    const options = { apiKey: 'key-for-test', baseUrl: 'https://host.test/v1' };
    expect(createProvider(name, options).name).toBe(name);
  });

  test('refuses an unknown provider and lists what exists', () => {
    expect(refusalOf('parrot')).toMatch(
      /'parrot'.*openai, azure, .*mistral.*, anthropic, google, vertex; .*'openai-compatible'/,
    );
    expect(refusalOf('constructor')).toContain("'constructor'");
  });

  test('refuses to do without a key, and names the option and the usual variable', () => {
    expect(refusalOf('mistral')).toMatch(/apiKey is missing.*MISTRAL_API_KEY/);
    expect(refusalOf('openai', { apiKey: '' })).toContain('OPENAI_API_KEY');
  });

  test('needs no key for local servers', () => {
    for (const name of ['ollama', 'lm-studio', 'vllm']) {
      expect(createProvider(name).name).toBe(name);
    }
  });

  test('needs a baseUrl where nobody can know it', () => {
    expect(refusalOf('openai-compatible')).toContain('baseUrl is missing');
  });

  test.each([
    ['an unknown option', { baseURL: 'x' }, "unknown option 'baseURL'"],
    ['a relative address', { baseUrl: '/v1' }, "baseUrl is '/v1'; expected an http or https URL"],
    ['another protocol', { baseUrl: 'file:///etc' }, 'expected an http or https URL'],
    ['a broken header', { headers: { 'x y': '1' } }, "header 'x y'"],
    [
      'a size of nothing',
      { maxResponseBytes: 0 },
      'maxResponseBytes is 0; expected a whole number',
    ],
    ['a fetch that is none', { fetch: 'node-fetch' }, "fetch is 'node-fetch'; expected a function"],
    ['a key that is no text', { apiKey: 12 }, 'apiKey is 12; expected a string or a Secret'],
  ])('refuses %s', (_what, options: object, message) => {
    expect(refusalOf('ollama', options as ProviderOptions)).toContain(message);
  });

  test('never shows a key that it refuses', () => {
    expect(refusalOf('openai', { apiKey: 'sk-line-end\n' })).not.toContain('sk-line');
    expect(refusalOf('ollama', { baseUrl: 'https://me:hush-hush@h.test' })).not.toContain('hush');
    for (const baseUrl of [
      'ftp://me:hush-hush@h.test/v1',
      'http://me:hush-hush@ h.test/v1',
      'http://me:hush/hush@ h.test/v1',
      'me:hush-hush@h.test/v1',
      'me:hush@hush@h.test/v1',
      'ftp://h.test/v1?key=hush-hush',
      'ftp://h.test/v1#hush-hush',
    ]) {
      const message = refusalOf('ollama', { baseUrl });
      expect(message).toContain('h.test');
      expect(message).not.toContain('hush');
    }
    const headers = { 'x-team': createSecret('hidden\u0000value') };
    expect(refusalOf('ollama', { headers })).not.toContain('hidden');
  });

  test('does not hold its key where printing could find it', () => {
    const provider = createProvider('openai', { apiKey: 'sk-very-private' });
    expect(inspect(provider, { depth: 9, showHidden: true })).not.toContain('sk-very-private');
    expect(JSON.stringify(provider)).not.toContain('sk-very-private');
  });
});

describe('where a request goes', () => {
  async function send(name: string, options: ProviderOptions) {
    const server = fakeServer(() => json(answer));
    await createProvider(name, { ...options, fetch: server.fetch }).chat(request);
    return server.seen[0];
  }

  test('is the public address with the key as a bearer token', async () => {
    const seen = await send('groq', { apiKey: createSecret('gsk-test') });
    expect(seen?.url).toBe('https://api.groq.com/openai/v1/chat/completions');
    expect(seen?.method).toBe('POST');
    expect(seen?.headers).toMatchObject({
      authorization: 'Bearer gsk-test',
      'content-type': 'application/json',
    });
  });

  test('is any path of any base URL', async () => {
    const seen = await send('openai-compatible', { baseUrl: 'http://h.test:81/a/b/?v=2' });
    expect(seen?.url).toBe('http://h.test:81/a/b/chat/completions?v=2');
    expect(seen?.headers).not.toHaveProperty('authorization');
  });

  test('takes extra headers, which may stand in for the key', async () => {
    const headers = { Authorization: createSecret('Token abc-def'), 'X-Title': 'Test' };
    const seen = await send('openrouter', { headers });
    expect(seen?.headers).toMatchObject({ authorization: 'Token abc-def', 'x-title': 'Test' });
  });

  test('is the global fetch of the moment where none was given', async () => {
    const provider = createProvider('ollama');
    const before = globalThis.fetch;
    const server = fakeServer(() => json(answer));
    globalThis.fetch = server.fetch as typeof fetch;
    try {
      await provider.chat(request);
    } finally {
      globalThis.fetch = before;
    }
    expect(server.seen[0]?.url).toBe('http://localhost:11434/v1/chat/completions');
  });
});

describe('a probe', () => {
  test('asks for the models and reads none of them', async () => {
    let cancelled = false;
    const body = new ReadableStream({
      cancel() {
        cancelled = true;
      },
    });
    const server = fakeServer(() => new Response(body));
    await createProvider('lm-studio', { fetch: server.fetch }).probe?.();
    expect(server.seen[0]).toMatchObject({ url: 'http://localhost:1234/v1/models', method: 'GET' });
    expect(cancelled).toBe(true);
  });

  test('throws where the provider is not well', async () => {
    const server = fakeServer(() => json({ error: { message: 'down' } }, { status: 503 }));
    const provider = createProvider('vllm', { fetch: server.fetch });
    await expect(provider.probe?.()).rejects.toMatchObject({ status: 503, provider: 'vllm' });
  });
});
