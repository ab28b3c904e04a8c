import {
  type ChatCompletion,
  type ChatCompletionChunk,
  createRandom,
  createVirtualClock,
  type Provider,
} from '@llm-router/core';
import { createRouter, type RouterConfig } from 'llm-router';
import {
  busy,
  chunkOf,
  completionOf,
  createScriptedFetch,
  createWireBench,
  deploy,
  failureOf,
  idle,
} from './support.ts';

/** Made to be wrong: what stands here is no provider that types would allow. */
function bench(parts: object, config: object = {}) {
  const clock = createVirtualClock();
  const { fetch, hits } = createScriptedFetch(clock, () => ({}));
  const own = { name: 'own', chat: async () => completionOf('x'), stream: () => [], ...parts };
  const deployments: RouterConfig['deployments'] = [
    { id: 'a', provider: 'own', model: 'a' },
    deploy('b', { priority: 1 }),
  ];
  const dependencies = { clock, random: createRandom(1), fetch, providers: { own: own as never } };
  const router = createRouter({ deployments, ...config }, dependencies);
  return { clock, router, hits };
}

const alone = {
  deployments: [{ id: 'a', provider: 'own', model: 'a' }],
  retry: { maxAttempts: 1 },
};
const answer = (...choices: unknown[]) => ({ ...completionOf('x'), choices });

describe('a provider of one’s own whose answer is none is one that failed', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'hi'],
    ['no choices', { id: 'x' }],
    ['an empty list of choices', answer()],
    ['a choice of null', answer(null)],
    ['an empty choice', answer({})],
    ['an empty message', answer({ message: {} })],
    ['two that say nothing', answer({ message: { content: '' } }, { message: {} })],
    ['a call of null', answer({ message: { tool_calls: [null] }, finish_reason: 'tool_calls' })],
    ['a number for content', answer({ message: { content: 5 }, finish_reason: 'stop' })],
  ])('%s', async (_what, given) => {
    const { clock, router } = bench({ chat: async () => given });
    const { text, deployment, ledger } = await clock.run(router.chat('Hello'));
    expect([text, deployment]).toEqual(['fine', 'b']);
    expect(ledger.attempts[0]?.error).toMatchObject({ category: 'server_error', failover: true });
    expect(busy(router)).toEqual(idle);
    const one = bench({ chat: async () => given }, alone);
    const error = await one.clock.run(failureOf(one.router.chat('Hello')));
    expect(error).toMatchObject({ code: 'all_failed', category: 'server_error' });
    expect(error.message).toMatch(/^The provider 'own' .*(choices|finish_reason)/);
    expect(error.message).not.toMatch(/undefined|is not a function/);
  });

  it.each<[string, unknown]>([
    ['an empty answer that ended', answer({ message: { content: '' }, finish_reason: 'stop' })],
    ['a cut one', answer({ message: { content: null }, finish_reason: 'length' })],
    ['a filtered one', answer({ message: {}, finish_reason: 'content_filter' })],
    ['a refusal', answer({ message: { refusal: 'no' } })],
    ['a call', answer({ message: { tool_calls: [{ id: 'c' }] } })],
    ['reasoning', answer({ message: { reasoning_content: 'hm' } })],
    ['text without a reason', answer({ message: { content: 'hi' } })],
  ])('but %s is an answer', async (_what, given) => {
    const { clock, router } = bench({ chat: async () => given });
    expect((await clock.run(router.chat('Hello'))).deployment).toBe('a');
  });
});

function unreadable(): never {
  throw new TypeError('a getter of its own');
}

describe('a provider of one’s own whose stream is none is one that failed', () => {
  async function* of(...pieces: unknown[]) {
    yield* pieces;
  }
  const piece = (...choices: unknown[]) => ({ ...chunkOf({}), choices });
  it.each<[string, () => unknown, RegExp]>([
    ['nothing', () => undefined, /returned no stream/],
    ['a promise', async () => of(chunkOf({ content: 'x' })), /returned no stream/],
    ['a list', () => [chunkOf({ content: 'x' })], /returned no stream/],
    ['an empty object', () => of({}), /no chunk/],
    ['null', () => of(null), /no chunk/],
    ['text', () => of('hi'), /no chunk/],
    ['a choice of null', () => of(piece(null)), /no chunk/],
    ['a choice without a delta', () => of(piece({ index: 0, finish_reason: 'stop' })), /no chunk/],
    ['a tool call of null', () => of(chunkOf({ tool_calls: [null as never] })), /no chunk/],
    ['calls that are no list', () => of(chunkOf({ tool_calls: {} as never })), /no chunk/],
    [
      'a call whose arguments are no text',
      () => of(chunkOf({ tool_calls: [{ index: 0, function: { arguments: {} as never } }] })),
      /no chunk/,
    ],
    ['a number for content', () => of(chunkOf({ content: 5 as never }, 'stop')), /no chunk/],
    ['a symbol for a refusal', () => of(chunkOf({ refusal: Symbol('no') as never })), /no chunk/],
    ['reasoning details of 7', () => of(chunkOf({ reasoning_details: 7 as never })), /no chunk/],
    [
      'log probabilities that are none',
      () => of(piece({ index: 0, delta: { content: 'x' }, logprobs: { content: 7 } })),
      /no chunk/,
    ],
    [
      'a piece that cannot be read',
      () => of(Object.defineProperty({}, 'choices', { get: unreadable })),
      /no chunk/,
    ],
    ['a delta without anything', () => of(piece({ index: 0, delta: {} })), /without an answer/],
    ['no piece', () => of(), /without an answer/],
  ])('%s', async (_what, stream, message) => {
    const { clock, router } = bench({ stream });
    const { text, deployment } = await clock.run(router.stream('Hello').result);
    expect([text, deployment]).toEqual(['fine', 'b']);
    expect(busy(router)).toEqual(idle);
    const one = bench({ stream }, alone);
    const error = await one.clock.run(failureOf(one.router.stream('Hello').result));
    expect(error.category).toBe('server_error');
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/undefined|iterable$|is not a function/);
  });

  it('a null in a delta is the same as nothing', async () => {
    const nothing = { refusal: null, tool_calls: null, function_call: null, reasoning: null };
    const delta = { ...nothing, reasoning_details: null, content: 'The tide' };
    const logprobs = { content: null };
    const stream = () => of(piece({ index: 0, delta, logprobs }), chunkOf({}, 'stop'));
    const { clock, router } = bench({ stream });
    const { completion, text } = await clock.run(router.stream('Hello').result);
    expect(text).toBe('The tide');
    expect(completion.choices[0]?.message).not.toHaveProperty('function_call');
  });

  it('after its first content it is broken, with what had come', async () => {
    const stream = () => of(chunkOf({ content: 'The tide' }), {});
    const { clock, router } = bench({ stream });
    const error = await clock.run(failureOf(router.stream('Hello').result));
    expect(error).toMatchObject({ code: 'stream_broken', partial: { text: 'The tide' } });
    expect(error.message).toMatch(/no chunk/);
  });
});

it('an answer on the wire that holds nothing is failed over, for chat and stream', async () => {
  const bodies: object[] = [{ choices: [{}] }, { choices: [{ message: {} }] }];
  for (const body of bodies) {
    const { clock, router } = createWireBench(
      { deployments: [deploy('a'), deploy('b')], retry: { maxAttempts: 2 } },
      ({ model }) => (model === 'a' ? { body } : {}),
    );
    for (const ask of [router.chat('Hello'), router.stream('Hello').result]) {
      const { deployment, ledger } = await clock.run(ask);
      expect(deployment).toBe('b');
      expect(ledger.attempts[0]?.error?.category).toBe('server_error');
    }
  }
});

it.each(Array.from({ length: 12 }, (_, most) => [most]))(
  'a call counts once, also where its answer can be read only %i times',
  async (most) => {
    let reads = 0;
    const given = Object.defineProperty(completionOf('x'), 'choices', {
      get() {
        reads += 1;
        if (reads > most) throw new Error('worn out');
        return completionOf('x').choices;
      },
    });
    const { clock, router } = bench({ chat: async () => given }, alone);
    const ended: unknown[] = [];
    router.on('request-ended', (event) => ended.push(event));
    const isOk = await clock.run(
      router.chat('Hello').then(
        () => true,
        () => false,
      ),
    );
    expect(router.status().requests).toEqual({
      running: 0,
      succeeded: Number(isOk),
      failed: Number(!isOk),
    });
    expect(isOk).toBe(most > 3);
    expect(ended).toHaveLength(1);
    expect(busy(router)).toEqual(idle);
    await clock.run(router.close());
  },
);

describe('a provider that gives no reason', () => {
  it.each([[undefined], [null], [''], [new Error()]])(
    'leaves no gap in the message where it throws %p',
    async (thrown) => {
      const provider: Provider = {
        name: 'own',
        chat: () => Promise.reject<ChatCompletion>(thrown),
        // biome-ignore lint/correctness/useYield: it throws first
        async *stream(): AsyncGenerator<ChatCompletionChunk> {
          throw thrown;
        },
      };
      const { clock, router } = bench({ ...provider }, alone);
      for (const ask of [router.chat('Hello'), router.stream('Hello').result]) {
        const error = await clock.run(failureOf(ask));
        expect(error.message).toMatch(/^It failed without a reason\. Tried 1: a unknown\.$/);
        expect(error.code).toBe('all_failed');
      }
    },
  );

  it('nor where a refusal on the wire is empty', async () => {
    const { clock, router } = createWireBench(
      { deployments: [deploy('a')], retry: { maxAttempts: 1 } },
      () => ({ status: 500, body: '' }),
    );
    const { message } = await clock.run(failureOf(router.chat('Hello')));
    expect(message).toMatch(/^It failed without a reason\. Try again .* Tried 1: a server_error/);
  });
});

it('nulls in an answer of one’s own provider are nothing on both wires', async () => {
  const nulls = { tool_calls: null, refusal: null, reasoning_details: null, function_call: null };
  const given = answer({
    index: 0,
    message: { content: 'The tide', ...nulls },
    finish_reason: 'stop',
  });
  const { clock, router } = bench({ chat: async () => given });
  for (const path of ['chat/completions', 'messages']) {
    const messages = [{ role: 'user', content: 'x' }];
    const body = JSON.stringify({ model: 'a', max_tokens: 9, messages });
    const response = await clock.run(router.fetch(`/v1/${path}`, { method: 'POST', body }));
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('The tide'),
    ]);
  }
});
