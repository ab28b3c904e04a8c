import { isRouterError, knownProviders, type Provider, type RouterError } from '@llm-router/core';
import { createProvider } from '@llm-router/providers';
import fc from 'fast-check';

let sent = 0;
const fetch = async () => {
  sent += 1;
  return Response.json({});
};
const key = 'key-of-the-harbour';

const providers: readonly Provider[] = knownProviders.map((name) =>
  createProvider(name, { apiKey: key, baseUrl: 'http://harbour.test/v1', fetch }),
);

async function collect(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _piece of stream) {
    // Only how it ends is of interest.
  }
}

/** Each way to ask a provider, whatever it is asked. */
const asks: readonly [
  string,
  (provider: Provider, request: never, call?: never) => Promise<unknown>,
][] = [
  ['chat', (provider, request, call) => provider.chat(request, call)],
  ['stream', async (provider, request, call) => collect(provider.stream(request, call))],
  ['embed', async (provider, request, call) => provider.embed?.(request, call)],
];

async function thrownBy(work: Promise<unknown>): Promise<RouterError | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (isRouterError(error)) return error;
    throw error;
  }
}

describe.each(asks)('%s', (name, ask) => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['a string', 'Hello'],
    ['a list', []],
    ['an object', {}],
    ['an object', { model: 'm', messages: null, input: null }],
  ])('refuses %s for a request and sends nothing, with every provider', async (what, request) => {
    const before = sent;
    for (const provider of providers) {
      if (name === 'embed' && provider.embed === undefined) continue;
      const error = await thrownBy(ask(provider, request as never));
      expect(error?.code).toBe('invalid_request');
      expect(error?.message).toMatch(new RegExp(`^${provider.name}: ${name}: (the )?request`));
      expect(error?.message).toContain(': give {');
      if (what !== 'an object') expect(error?.message).toContain(`the request is ${what}`);
    }
    expect(sent).toBe(before);
  });

  it('refuses a call that is none', async () => {
    const request = { model: 'm', messages: [{ role: 'user', content: 'x' }], input: 'x' };
    for (const provider of providers) {
      if (name === 'embed' && provider.embed === undefined) continue;
      for (const call of [null, 7, { signal: 'stop' }, { onLoss: true }]) {
        const error = await thrownBy(ask(provider, request as never, call as never));
        expect(error?.code).toBe('invalid_config');
        expect(error?.message).toMatch(/the call(\.signal|\.onLoss)? is .*; expected/);
      }
    }
  });
});

it('a message or a tool that is none is named by its place', async () => {
  const user = { role: 'user', content: 'x' };
  for (const provider of providers) {
    const holed = thrownBy(provider.chat({ model: 'm', messages: [user, null] } as never));
    expect((await holed)?.message).toContain('chat: request.messages[1] is null: give');
    const tooled = thrownBy(provider.chat({ model: 'm', messages: [user], tools: [7] } as never));
    expect((await tooled)?.message).toContain('chat: request.tools[0] is a number: give');
    const named = thrownBy(provider.chat({ model: 7, messages: [user] } as never));
    expect((await named)?.message).toContain('chat: request.model is a number: give');
  }
});

it('whatever stands in a request, no error but the house’s own comes out, and none shows the key', async () => {
  const odd = fc.oneof(fc.anything(), fc.constantFrom(null, 7, 'x', [], [null], {}, [{}]));
  const message = fc.record(
    {
      role: fc.constantFrom('user', 'system', 'assistant', 'tool', 'function', 'nobody'),
      content: odd,
      tool_calls: odd,
      tool_call_id: odd,
      name: odd,
      function_call: odd,
      reasoning_details: odd,
    },
    { requiredKeys: ['role'] },
  );
  const request = fc.record(
    {
      model: fc.constant('m'),
      messages: fc.array(message),
      input: odd,
      tools: odd,
      tool_choice: odd,
      functions: odd,
      function_call: odd,
      response_format: odd,
      stop: odd,
      reasoning_effort: odd,
      max_tokens: odd,
      metadata: odd,
      stream_options: odd,
      logit_bias: odd,
    },
    { requiredKeys: ['model', 'messages'] },
  );
  // One of each wire, and those that translate more.
  const some = ['openai', 'anthropic', 'google', 'mistral', 'portkey'];
  const chosen = providers.filter(({ name }) => some.includes(name));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(request, fc.anything()),
      fc.constantFrom(...chosen),
      async (given, provider) => {
        for (const [, ask] of asks) {
          const error = await thrownBy(ask(provider, given as never));
          if (error !== undefined) expect(error.message).not.toContain(key);
        }
      },
    ),
    { numRuns: 300 },
  );
});

it.each<[string, unknown, RegExp]>([
  ['openai', null, /^createProvider\('openai'\) is null; expected an object of options/],
  ['portkey', null, /^createProvider\('portkey'\) is null/],
  [
    'openai',
    { apiKey: key, baseUrl: Object.create(null) },
    /baseUrl is an object; expected an http/,
  ],
  ['azure', { apiKey: key, baseUrl: ['http://x.test'] }, /baseUrl is a list of 1/],
])('options of %s that cannot be meant are named: %#', (name, options, message) => {
  expect(() => createProvider(name, options as never)).toThrow(
    expect.objectContaining({
      code: 'invalid_config',
      message: expect.stringMatching(message),
    }),
  );
});

it.each<[string, unknown]>([
  ['no body that can be read', { status: 200, ok: true, headers: {}, body: {} }],
  ['text for a body', { status: 200, ok: true, headers: {}, body: 'x' }],
])('a fetch that answers %s answers no Response', async (_what, response) => {
  const odd = async () => response as Response;
  for (const name of ['openai', 'anthropic', 'google']) {
    const provider = createProvider(name, { apiKey: key, fetch: odd });
    const request = { model: 'm', messages: [{ role: 'user' as const, content: 'x' }] };
    for (const work of [provider.chat(request), collect(provider.stream(request))]) {
      expect((await thrownBy(work))?.message).toContain('answered what is no Response');
    }
  }
});

it.each<[unknown]>([[undefined], [7], [Object.create(null)]])(
  'a name of a provider that is none is named (%#)',
  (name) => {
    expect(() => createProvider(name as never)).toThrow(
      expect.objectContaining({
        code: 'invalid_config',
        message: expect.stringMatching(/^createProvider: the name is .*; expected a provider/),
      }),
    );
  },
);
