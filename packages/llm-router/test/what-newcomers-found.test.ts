import type { ChatMessage, Provider } from '@llm-router/core';
import { createRouter, type RouterConfig } from 'llm-router';
import {
  chunkOf,
  completionOf,
  createFakeBench,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
} from './support.ts';

const usage = (output: number) => ({
  prompt_tokens: 10,
  completion_tokens: output,
  total_tokens: 10 + output,
});
const user = (content: string): ChatMessage => ({ role: 'user', content });

describe('a guess about an answer', () => {
  const price = { input: 1, output: 1 };
  it.each<[string, Partial<RouterConfig>]>([
    ['tokens', { deployments: [deploy('a', { limits: { tokensPerMinute: 6000 } })] }],
    ['output tokens', { deployments: [deploy('a', { limits: { outputTokensPerMinute: 6000 } })] }],
    ['money', { deployments: [deploy('a', { price, limits: { usdPerDay: 0.006 } })] }],
    [
      'a tenant',
      { deployments: [deploy('a')], tenants: { default: { limits: { tokensPerMinute: 6000 } } } },
    ],
  ])(
    'that is larger than a whole limit delays, but never closes the deployment (%s)',
    async (_, config) => {
      const { clock, router } = createWireBench(config as RouterConfig, () => ({
        body: completionOf('long', usage(8000)),
      }));
      const timeoutMs = 3 * 86_400_000;
      for (let count = 0; count < 4; count++) {
        const { text } = await clock.run(router.chat(`number ${count}`, { timeoutMs }));
        expect(text).toBe('long');
      }
    },
  );

  it('does not save a prompt that is larger than a whole limit', async () => {
    const limits = { tokensPerMinute: 100 };
    const { clock, router } = createWireBench(
      { deployments: [deploy('a', { limits })] },
      () => ({}),
    );
    const error = await clock.run(failureOf(router.chat('many words '.repeat(200))));
    expect(error.code).toBe('no_candidate');
  });
});

describe('a call is what it was when it was made', () => {
  const last = (messages: readonly ChatMessage[]) => String(messages.at(-1)?.content);
  const echo = {
    chat: async ({ messages }: { messages: readonly ChatMessage[] }) =>
      completionOf(`to ${last(messages)}`),
  };

  it('whatever becomes of the object that it was made with', async () => {
    const { clock, router } = createFakeBench({ a: echo }, { cache: {} });
    const request = { messages: [user('one')] };
    const first = router.chat(request);
    request.messages[0] = user('two');
    const second = router.chat(request);
    request.messages.length = 0;
    const answers = await clock.run(Promise.all([first, second, router.chat('one')]));
    expect(answers.map(({ text }) => text)).toEqual(['to one', 'to two', 'to one']);
  });

  it('whatever a provider does to what it is given', async () => {
    const seen: number[] = [];
    const { clock, router } = createFakeBench({
      rude: {
        chat: async ({ messages }) => {
          seen.push(messages.length);
          (messages as ChatMessage[]).length = 0;
          throw new Error('rude');
        },
      },
      b: echo,
    });
    const request = { messages: [user('one')] };
    expect((await clock.run(router.chat(request))).text).toBe('to one');
    expect(request.messages).toHaveLength(1);
  });

  it('or is refused, where it cannot be read', async () => {
    const { clock, router } = createFakeBench({ a: echo });
    const hostile = {
      messages: [user('x')],
      get seed(): number {
        throw new Error('no seed');
      },
    };
    const error = await clock.run(failureOf(router.chat(hostile)));
    expect(error).toMatchObject({ code: 'invalid_request' });
    expect(error.message).toContain('request.seed cannot be read (no seed)');
  });
});

it('an account that can pay for less is asked once more, and then the next', async () => {
  let affords = 300;
  const { clock, router, hits } = createWireBench(
    { deployments: [deploy('poor'), deploy('rich')], retry: { shrinkOutput: true } },
    ({ model }) => {
      if (model === 'rich') return {};
      affords -= 1;
      return { status: 402, body: errorBody(`You can only afford ${affords}`) };
    },
  );
  const answer = router.chat({ messages: [user('x')], max_tokens: 2000 });
  expect((await clock.run(answer)).deployment).toBe('rich');
  expect(hits.map(({ model }) => model)).toEqual(['poor', 'poor', 'rich']);
});

it('what breaks off by itself is no abort of the caller, and another is asked', async () => {
  const broken: Provider['chat'] = async () => {
    throw new DOMException('The socket went away', 'AbortError');
  };
  const { clock, router } = createFakeBench({ a: { chat: broken }, b: {} });
  const { deployment, ledger } = await clock.run(router.chat('x'));
  expect(deployment).toBe('b');
  expect(ledger.attempts[0]).toMatchObject({ outcome: 'error', error: { category: 'network' } });
});

it('a cost that nobody knows is never 0, also where an answer broke', async () => {
  const cut = Object.assign(new Error('gone'), { code: 'ECONNRESET' });
  const { clock, router } = createFakeBench({
    a: { stream: () => [chunkOf({ content: 'tide' }), cut] },
  });
  const error = await clock.run(failureOf(router.stream('x').result));
  expect(error.ledger?.cost).toEqual({ nanoUsd: null, exactness: 'unknown' });
  expect(router.status().cost.exactness).toBe('unknown');
});

it('a usage beyond belief spoils no account', async () => {
  let count = 0;
  const limits = { tokensPerMinute: 10_000 };
  const { clock, router } = createWireBench({ deployments: [deploy('a', { limits })] }, () => {
    count += 1;
    return { body: completionOf('x', count === 1 ? usage(1e12) : usage(10)) };
  });
  await clock.run(router.chat('x'));
  expect((await clock.run(router.chat('y', { timeoutMs: 60_000 }))).text).toBe('x');
});

it('SDKs see the codes that programs ask for', async () => {
  const deployments = [deploy('a', { contextWindow: 1000 })];
  const bodies: Record<string, [number, string]> = {
    long: [400, 'context_length_exceeded'],
    rude: [400, 'content_policy_violation'],
    lost: [404, 'model_not_found'],
  };
  const { clock, router } = createWireBench({ deployments }, ({ body }) => {
    const [status, code] = bodies[String((body['messages'] as ChatMessage[])[0]?.content)] ?? [
      200,
      '',
    ];
    return { status, body: errorBody('no', code) };
  });
  const codeOf = async (content: string) => {
    const sent = JSON.stringify({ model: 'a', messages: [user(content)] });
    const answer = await clock.run(
      router.fetch('http://x.test/v1/chat/completions', { method: 'POST', body: sent }),
    );
    return ((await answer.json()) as { error: { code: string } }).error.code;
  };
  for (const [content, [, code]] of Object.entries(bodies))
    expect(await codeOf(content)).toBe(code);
  expect(await codeOf('many words '.repeat(900))).toBe('context_length_exceeded');
});

it('a router without a clock of its own works as well', async () => {
  const provider: Provider = {
    name: 'p',
    chat: async () => completionOf('fine'),
    stream: async function* () {},
  };
  const deployments = [{ provider: 'p', model: 'm' }];
  const router = createRouter({ deployments }, { providers: { p: provider } });
  expect((await router.chat('x')).text).toBe('fine');
});

it('the reasons of an alias are its places in the list of the alias', async () => {
  const models = { smart: ['b', 'a'] };
  const { router } = createFakeBench({ a: {}, b: {}, c: {} }, { models });
  const { candidates } = await router.explain({ model: 'smart', messages: [user('x')] });
  expect(candidates.map(({ deployment, reasons }) => [deployment, reasons])).toEqual([
    ['b', ['listed as no. 1 of 2']],
    ['a', ['listed as no. 2 of 2']],
  ]);
});

it('who waits has the id that its events and its ledger have', async () => {
  const limits = { requestsPerMinute: 60, burst: 1 };
  const { clock, router } = createFakeBench({ a: {} }, { limits });
  const waits: unknown[] = [];
  router.on('wait-started', ({ ledgerId }) => waits.push(ledgerId));
  const calls = ['one', 'two', 'three'].map((prompt) => router.chat(prompt));
  await clock.advance(10);
  const shown = router.status().waiting.map(({ ledgerId }) => ledgerId);
  const ids = (await clock.run(Promise.all(calls))).map(({ ledger }) => ledger.id);
  expect(shown).toEqual(ids.slice(1));
  expect(waits).toEqual(ids.slice(1));
});
