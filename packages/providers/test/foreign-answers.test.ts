import { createProvider, isProviderError, type ProviderError } from '../src/index.ts';
import { collect, failureOf, fakeServer, frame, pieces, request, sse } from './fake-server.ts';

const apiKey = 'sk-beacon-4567';
const page = (title: string) =>
  `<!DOCTYPE html>\n<html>\n<head>\n<title lang="en">${title}</title></head>\n<body>data of members</body></html>\n`;

type Kind = 'chat' | 'stream' | 'models';

/** The failure of a call that is answered 200 with this body, in pieces. */
async function failureBefore(kind: Kind, type: string | undefined, body: string, name = 'openai') {
  const half = Math.ceil(body.length / 2);
  const { response } = pieces([body.slice(0, half), body.slice(half)]);
  const headers = { ...(type !== undefined && { 'content-type': type }), 'x-request-id': 'req-2' };
  const server = fakeServer(() => new Response(response.body, { headers }));
  const provider = createProvider(name, { apiKey, fetch: server.fetch });
  const calls = {
    chat: () => provider.chat(request),
    stream: () => collect(provider.stream(request)),
    models: async () => provider.models?.(),
  };
  const failure: unknown = await failureOf(calls[kind]());
  if (!isProviderError(failure)) throw new Error(`not a ProviderError: ${failure}`);
  return failure satisfies ProviderError;
}

describe('a web page in the place of an answer', () => {
  test.each<[Kind, string | undefined, string]>([
    ['chat', 'text/html; charset=utf-8', 'content-type text/html'],
    ['models', 'text/html', 'content-type text/html'],
    ['stream', 'text/html; charset=utf-8', 'content-type text/html'],
    ['stream', 'application/json', 'content-type application/json'],
    ['stream', 'text/event-stream', 'content-type text/event-stream'],
    ['chat', undefined, 'no content-type'],
    ['stream', undefined, 'no content-type'],
  ])('is called one, with its title: %s as %s', async (kind, type, said) => {
    const failure = await failureBefore(kind, type, page('Sign in\n to  Harbour'));
    expect(failure.message).toContain(
      `The answer is not JSON (${said}): it looks like a web page titled 'Sign in to Harbour'.`,
    );
    expect(failure.message).not.toContain('members');
    expect(failure).toMatchObject({ category: 'server_error', requestId: 'req-2' });
    expect(failure.status).toBeUndefined();
  });

  test.each(['anthropic', 'google'])('is one on the wire of %s too', async (name) => {
    const failure = await failureBefore('stream', 'text/html', page('Portal'), name);
    expect(failure.message).toContain("looks like a web page titled 'Portal'");
  });

  test('may have no title', async () => {
    const failure = await failureBefore('chat', 'text/html', '<html><body>hello</body></html>');
    expect(failure.message).toContain('(content-type text/html): it looks like a web page.');
    expect(failure.message).not.toContain('hello');
  });

  test('means the same whatever its title says', async () => {
    for (const title of ['Rate limit exceeded', '401 Unauthorized', 'insufficient_quota']) {
      const failure = await failureBefore('chat', 'text/html', page(title));
      expect(failure).toMatchObject({ category: 'server_error', retryable: true });
    }
  });

  test('has its title masked before it is cut to 80 characters', async () => {
    const foreign = 'gsk_0123456789abcdef0123456789';
    for (const secret of [apiKey, foreign]) {
      const failure = await failureBefore('chat', 'text/html', page(`${'t'.repeat(70)} ${secret}`));
      expect(failure.message).not.toContain(secret.slice(0, 8));
      const title = /titled '([^']*)'/.exec(failure.message)?.[1] ?? '';
      expect(title).toMatch(/^t{70}/);
      expect(title.length).toBeLessThanOrEqual(80);
    }
    const long = await failureBefore('stream', 'text/html', page('u'.repeat(5000)));
    expect(long.message).toContain(`'${'u'.repeat(79)}…'`);
  });
});

describe('other bodies that are no answer', () => {
  test('are told with their content type, when whole', async () => {
    const failure = await failureBefore('chat', 'text/plain;charset=utf-8', 'Back in a moment.');
    expect(failure.message).toContain('The answer is not JSON (content-type text/plain).');
    expect(failure.message).not.toContain('moment');
  });

  test('are a stream without content, as a stream', async () => {
    for (const body of ['Back in a moment.', ': wait\n\n', '', '{"fine":true}', 'data: {"cho']) {
      const failure = await failureBefore('stream', 'text/event-stream', body);
      expect(failure.code).toBe('stream_broken');
      expect(failure.message).toContain('ended without any content or finish reason');
    }
  });
});

test.each([
  ['text/event-stream', false],
  ['text/html', true],
  ['text/plain', true],
  [undefined, true],
  ['application/json', true],
])('an error that is all of a stream is that error: %s', async (type, isPretty) => {
  const body = { error: { message: 'Too many calls.', code: 'rate_limit_exceeded' } };
  const text = JSON.stringify(body, undefined, isPretty ? 2 : undefined);
  const failure = await failureBefore('stream', type, text);
  expect(failure).toMatchObject({ code: 'all_failed', category: 'rate_limit', body });
  expect(failure.message).toContain('Too many calls');
});

test('a stream of events stays one under a wrong content type', async () => {
  const text = sse([frame({ content: 'Oslo' }), frame({}, 'stop')]);
  const headers = { 'content-type': 'text/html' };
  const server = fakeServer(() => new Response(text, { headers }));
  const chunks = await collect(
    createProvider('openai', { apiKey, fetch: server.fetch }).stream(request),
  );
  expect(chunks[0]?.choices[0]?.delta.content).toBe('Oslo');
});
