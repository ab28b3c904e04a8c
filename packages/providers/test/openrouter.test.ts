import { createProvider, type OpenRouterOptions } from '../src/index.ts';
import { collect, fakeServer, frame, json, request, sse } from './fake-server.ts';

const answer = {
  model: 'maker/second',
  choices: [{ message: { content: 'Bergen' }, finish_reason: 'stop' }],
};
const openrouter: OpenRouterOptions = {
  models: ['maker/second', 'maker/third'],
  provider: { order: ['north', 'south'], allow_fallbacks: false, sort: { by: 'latency' } },
};

describe('what is asked of OpenRouter', () => {
  test('goes with every request, and the answer names the model that gave it', async () => {
    const server = fakeServer(() => json(answer));
    const provider = createProvider('openrouter', { apiKey: 'k', openrouter, fetch: server.fetch });
    const completion = await provider.chat(request);
    expect(server.seen[0]?.body).toMatchObject({ model: 'parrot-2', ...openrouter });
    expect(completion.model).toBe('maker/second');
  });

  test('goes with streams too', async () => {
    const text = sse([frame({ content: 'Bergen' }), frame({}, 'stop')]);
    const server = fakeServer(
      () => new Response(text, { headers: { 'content-type': 'text/event-stream' } }),
    );
    const provider = createProvider('openrouter', { apiKey: 'k', openrouter, fetch: server.fetch });
    await collect(provider.stream(request));
    expect(server.seen[0]?.body).toMatchObject({ stream: true, ...openrouter });
  });

  test('gives way to what a request says itself', async () => {
    const server = fakeServer(() => json(answer));
    const provider = createProvider('openrouter', { apiKey: 'k', openrouter, fetch: server.fetch });
    const own = { ...request, models: ['maker/own'] };
    await provider.chat(own);
    expect(server.seen[0]?.body['models']).toEqual(['maker/own']);
  });

  test.each([
    ['an unknown option', { model: ['x'] }, "unknown option 'model'"],
    ['a misspelt preference', { provider: { allowFallbacks: true } }, 'allowFallbacks'],
    ['models that are no list', { models: 'a,b' }, 'a list of model ids'],
    ['an order that is no list', { provider: { order: 'north' } }, 'a list of texts'],
    ['a flag that is none', { provider: { zdr: 'yes' } }, 'true or false'],
    ['an unknown sort', { provider: { sort: 'beauty' } }, "'price', 'throughput', 'latency'"],
    ['a price that is no object', { provider: { max_price: 3 } }, 'an object of prices'],
    ['a bound below 0', { provider: { preferred_max_latency: -1 } }, 'at least 0'],
  ])('refuses %s', (_, given: object, message) => {
    const options = { apiKey: 'k', openrouter: given as OpenRouterOptions };
    expect(() => createProvider('openrouter', options)).toThrow(message);
  });

  test('is no option of other providers', () => {
    const options = { apiKey: 'k', openrouter };
    expect(() => createProvider('groq', options)).toThrow("unknown option 'openrouter'");
  });
});
