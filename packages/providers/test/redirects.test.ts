import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { classifyError } from '@llm-router/error-classifier';
import { createProvider, type ProviderOptions } from '../src/index.ts';
import { collect, failureOf, fakeServer, json, request } from './fake-server.ts';

const apiKey = 'sk-lighthouse-0123';
const elsewhere = 'https://elsewhere.test';

/** What a provider says of a server that sends it on. */
async function sentOn(location: string | undefined, init: ResponseInit = {}, options = {}) {
  const headers = location === undefined ? {} : { location };
  const server = fakeServer(() => new Response(null, { status: 307, headers, ...init }));
  const provider = createProvider('openai', { apiKey, fetch: server.fetch, ...options });
  return { failure: await failureOf(provider.chat(request)), seen: server.seen };
}

describe('an answer that points elsewhere', () => {
  test.each([301, 302, 303, 307, 308])(
    'names the origin, for another deployment: %s',
    async (status) => {
      const { failure, seen } = await sentOn(`${elsewhere}/v1/chat/completions`, { status });
      expect(failure).toMatchObject({
        code: 'all_failed',
        category: 'not_found',
        retryable: false,
        status,
        classification: { failover: true, status },
      });
      expect(String(failure)).toContain(`openai answered ${status} (not_found)`);
      expect(String(failure)).toContain(`points to ${elsewhere}, `);
      expect(String(failure)).toMatch(/as baseUrl/);
      expect(classifyError(failure)).toMatchObject({ category: 'not_found', status });
      expect(seen).toHaveLength(1);
    },
  );

  test('shows neither path, query nor key of it', async () => {
    const place = `https://user:hush@elsewhere.test/hush?key=${apiKey}&other=hush#hush`;
    const { failure } = await sentOn(place);
    expect((failure as Error).message).toContain(`points to ${elsewhere}, `);
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(apiKey);
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('hush');
  });

  test('at the same origin speaks of the path', async () => {
    const { failure } = await sentOn('/v2/chat/completions');
    expect(String(failure)).toContain('points to another path of https://api.openai.com, ');
  });

  test.each([[undefined], ['http://'], ['mailto:a@b.test']])(
    'names no origin where there is none: %p',
    async (location) => {
      const { failure } = await sentOn(location);
      expect(failure).toMatchObject({ category: 'not_found' });
      expect(String(failure)).toContain('points to an address that cannot be read');
    },
  );

  test('is one where the platform hides its status', async () => {
    const hidden = Object.defineProperties(new Response(null), {
      status: { value: 0 },
      ok: { value: false },
      type: { value: 'opaqueredirect' },
    });
    const server = fakeServer(() => hidden);
    const provider = createProvider('openai', { apiKey, fetch: server.fetch });
    const failure = await failureOf(provider.chat(request));
    expect(failure).toMatchObject({ category: 'not_found' });
    expect(String(failure)).toContain('openai answered a redirect (not_found)');
  });
});

test('a fetch of the caller’s own that follows by itself keeps working', async () => {
  const answer = { choices: [{ message: { content: 'Bergen' }, finish_reason: 'stop' }] };
  const server = fakeServer(() => json(answer));
  const provider = createProvider('openai', { apiKey, fetch: server.fetch });
  const { choices } = await provider.chat(request);
  expect(choices[0]?.message.content).toBe('Bergen');
});

/** These tests talk to two servers of their own on 127.0.0.1, with the real `fetch`. */
describe('over real sockets', () => {
  const servers: Server[] = [];

  async function listen(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test.each(['openrouter', 'azure', 'anthropic', 'google'])(
    'no request of %s goes on to another server, whatever it asks',
    async (name) => {
      let followed = 0;
      const other = await listen((_request, response) => {
        followed += 1;
        response.end('{}');
      });
      const baseUrl = await listen((asked, response) => {
        response.writeHead(307, { location: `${other}${asked.url}` }).end();
      });
      const headers = { 'x-team': 'harbour' };
      const provider = createProvider(name, { apiKey, baseUrl, headers } satisfies ProviderOptions);
      const calls = [
        () => provider.chat(request),
        () => collect(provider.stream(request)),
        async () => provider.embed?.({ model: 'm', input: 'x' }) ?? Promise.reject(undefined),
        async () => provider.models?.() ?? Promise.reject(undefined),
        async () => provider.probe?.() ?? Promise.reject(undefined),
        async () => provider.credits?.() ?? Promise.reject(undefined),
      ];
      for (const call of calls) {
        const failure = await failureOf(call());
        if (failure === undefined) continue;
        expect(failure).toMatchObject({ category: 'not_found', status: 307 });
        expect(String(failure)).toContain(other);
      }
      expect(followed).toBe(0);
    },
  );
});
