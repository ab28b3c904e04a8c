import type { ErrorClassification } from '@llm-router/core';
import type { RouterConfig } from 'llm-router';
import {
  busy,
  completionOf,
  createWireBench,
  deploy,
  errorBody,
  errorOf,
  failureOf,
  idle,
  type Reply,
} from './support.ts';

const tooLong: Reply = {
  status: 400,
  body: errorBody('This model has too small a window', 'context_length_exceeded'),
};
const refused: Reply = {
  status: 400,
  body: errorBody('We do not answer that', 'content_policy_violation'),
};
const down: Reply = { status: 500, body: errorBody('down') };

/** A router whose models answer what the table says, or well. */
function bench(table: Readonly<Record<string, Reply>>, config: RouterConfig) {
  return createWireBench(config, ({ model }) => table[model] ?? {});
}

const asked = ({ hits }: ReturnType<typeof bench>) => hits.map(({ model }) => model);

describe('a prompt that is too long', () => {
  const windows = { small: 8000, same: 8000, large: 100_000 };
  const deployments = Object.entries(windows).map(([id, contextWindow]) =>
    deploy(id, { contextWindow }),
  );

  it('goes on only where the window is larger', async () => {
    const made = bench({ small: tooLong }, { deployments });
    const { deployment } = await made.clock.run(made.router.chat('Hello'));
    expect(deployment).toBe('large');
    expect(asked(made)).toEqual(['small', 'large']);
  });

  it('ends where nobody has a larger one', async () => {
    const made = bench({ large: tooLong }, { deployments });
    const request = { model: 'large', messages: [{ role: 'user', content: 'Hello' }] } as const;
    const error = await made.clock.run(failureOf(made.router.chat(request)));
    expect(error).toMatchObject({ code: 'invalid_request', category: 'context_length' });
    expect(asked(made)).toEqual(['large']);
  });

  it('goes to those who are listed for it, though the request names a model', async () => {
    const fallback = { contextLength: ['large'] };
    const made = bench({ small: tooLong }, { deployments, fallback });
    const request = { model: 'small', messages: [{ role: 'user', content: 'Hello' }] } as const;
    const { deployment, ledger } = await made.clock.run(made.router.chat(request));
    expect(deployment).toBe('large');
    expect(ledger.candidates.map(({ deployment: id }) => id)).toEqual(['small', 'large']);
  });

  it('goes to those listed before anyone is asked, where it can be seen', async () => {
    const fallback = { contextLength: ['large'] };
    const made = bench({}, { deployments, fallback });
    const content = 'many words '.repeat(6000);
    const request = { model: 'small', messages: [{ role: 'user', content }] } as const;
    const { deployment, ledger } = await made.clock.run(made.router.chat(request));
    expect(deployment).toBe('large');
    expect(asked(made)).toEqual(['large']);
    expect(ledger.candidates[0]).toMatchObject({ deployment: 'small', by: 'context' });
  });
});

describe('content that a provider refuses', () => {
  const deployments = [deploy('a'), deploy('b'), deploy('c')];

  it('is not shown to others unless the caller says so', async () => {
    const made = bench({ a: refused }, { deployments });
    const error = await made.clock.run(failureOf(made.router.chat('Hello')));
    expect(error).toMatchObject({ code: 'invalid_request', category: 'content_policy' });
    expect(asked(made)).toEqual(['a']);
    expect(busy(made.router)).toEqual(idle);
  });

  it.each([
    ['next', ['a', 'b']],
    [['c'], ['a', 'c']],
  ] as const)('goes on by the policy %j', async (contentPolicy, order) => {
    const made = bench({ a: refused }, { deployments, fallback: { contentPolicy } });
    await made.clock.run(made.router.chat('Hello'));
    expect(asked(made)).toEqual(order);
  });

  const filtered = completionOf('');
  const wordless = {
    ...filtered,
    choices: filtered.choices.map((choice) => ({ ...choice, finish_reason: 'content_filter' })),
  };

  it('is an answer where a filter ended it, or a refusal where others may be asked', async () => {
    const alone = bench({ a: { body: wordless } }, { deployments });
    const { completion } = await alone.clock.run(alone.router.chat('Hello'));
    expect(completion.choices[0]?.finish_reason).toBe('content_filter');
    const fallback = { contentPolicy: 'next' } as const;
    const made = bench({ a: { body: wordless } }, { deployments, fallback });
    const { deployment, ledger } = await made.clock.run(made.router.chat('Hello'));
    expect(deployment).toBe('b');
    expect(ledger.attempts[0]).toMatchObject({
      outcome: 'error',
      error: { category: 'content_policy' },
      usage: { inputTokens: 10, outputTokens: 5 },
    });
  });

  it('counts in streams as well, before their first word', async () => {
    const piece = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'a', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    const silent = `${piece({ role: 'assistant', content: '' }, null)}${piece({}, 'content_filter')}data: [DONE]\n\n`;
    const words = `${piece({ content: 'fine' }, null)}${piece({}, 'stop')}data: [DONE]\n\n`;
    const fallback = { contentPolicy: 'next' } as const;
    const made = bench({ a: { body: silent }, b: { body: words } }, { deployments, fallback });
    const { text, deployment } = await made.clock.run(made.router.stream('Hello').result);
    expect([text, deployment]).toEqual(['fine', 'b']);
  });
});

describe('the last resort', () => {
  const deployments = [deploy('a'), deploy('b'), deploy('z')];
  const hello = { model: 'a', messages: [{ role: 'user', content: 'Hello' }] } as const;

  it('is asked where nobody else is left', async () => {
    const made = bench({ a: down }, { deployments, fallback: { default: ['z'] } });
    const { deployment } = await made.clock.run(made.router.chat(hello));
    expect(deployment).toBe('z');
    expect(asked(made)).toEqual(['a', 'z']);
  });

  it('is not asked where the call wants no fallback', async () => {
    const made = bench(
      { a: down },
      { deployments, fallback: { default: ['z'] }, retry: { maxAttempts: 2 } },
    );
    await made.clock.run(failureOf(made.router.chat(hello, { fallback: false })));
    expect(asked(made)).toEqual(['a', 'a']);
  });

  it('has to exist', () => {
    const error = errorOf(() => bench({}, { deployments, fallback: { default: ['nobody'] } }));
    expect(error).toMatchObject({ code: 'invalid_config' });
    expect(error.message).toContain('fallback.default[0]');
  });
});

describe('an account that can pay for part of an answer', () => {
  const deployments = [deploy('a')];
  const short: Reply = {
    status: 402,
    body: errorBody('You requested up to 4000 tokens, but can only afford 300. Add credits'),
  };
  const scripted = (config: Partial<RouterConfig> = {}) =>
    createWireBench({ deployments, retry: { shrinkOutput: true }, ...config }, ({ body }) =>
      Number(body['max_completion_tokens'] ?? body['max_tokens'] ?? 4000) > 300 ? short : {},
    );

  it('is asked once more for so much, and the ledger says so', async () => {
    const { clock, router, hits } = scripted();
    const { ledger } = await clock.run(router.chat('Hello'));
    expect(hits).toHaveLength(2);
    expect(ledger.losses).toEqual([
      'a: the answer may have 300 tokens, since the account can pay for no more',
    ]);
    expect(ledger.attempts[0]?.error).toMatchObject({
      category: 'quota_exhausted',
      affordableTokens: 300,
    } satisfies Partial<ErrorClassification>);
    // It is not taken for empty.
    await clock.run(router.chat('Hello again'));
    expect(hits).toHaveLength(4);
  });

  it.each([
    [{ max_tokens: 2000 }, { max_tokens: 300 }],
    [{ max_completion_tokens: 2000 }, { max_completion_tokens: 300 }],
    [{ max_tokens: 2000, max_completion_tokens: null }, { max_tokens: 300 }],
    [
      { max_tokens: 100, max_completion_tokens: 2000 },
      { max_tokens: 100, max_completion_tokens: 300 },
    ],
    [{}, { max_completion_tokens: 300 }],
  ])('is asked in the words that the caller wrote: %j', async (limits, asked) => {
    const { clock, router, hits } = scripted({
      deployments: [
        deploy('a', { provider: 'openai-compatible', baseUrl: 'https://harbour.test/v1' }),
      ],
    });
    const request = { messages: [{ role: 'user', content: 'Hello' }], ...limits } as const;
    const { ledger } = await clock.run(router.chat(request));
    const { max_tokens, max_completion_tokens } = hits[1]?.body ?? {};
    expect(JSON.parse(JSON.stringify({ max_tokens, max_completion_tokens }))).toEqual(asked);
    expect(ledger.losses).toEqual([
      'a: the answer may have 300 tokens, since the account can pay for no more',
    ]);
  });

  it('is taken for empty unless the configuration wants that', async () => {
    const { clock, router, hits } = scripted({ retry: {} });
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(error).toMatchObject({ code: 'all_failed', category: 'quota_exhausted' });
    expect(hits).toHaveLength(1);
  });

  it('is not asked again and again', async () => {
    const made = createWireBench({ deployments, retry: { shrinkOutput: true } }, () => short);
    const error = await made.clock.run(failureOf(made.router.chat('Hello')));
    expect(error.category).toBe('quota_exhausted');
    expect(made.hits).toHaveLength(2);
  });
});

describe('the most that an answer may cost', () => {
  const price = (output: number) => ({ input: 1, output });
  const deployments = [
    deploy('dear', { price: price(1000) }),
    deploy('cheap', { price: price(1) }),
    deploy('unknown'),
  ];

  it('leaves out who is dearer, and whose price nobody knows', async () => {
    const made = bench({}, { deployments });
    const { deployment, ledger } = await made.clock.run(
      made.router.chat('Hello', { maxUsd: 0.01 }),
    );
    expect(deployment).toBe('cheap');
    const refusals = ledger.candidates.filter(({ by }) => by === 'price');
    expect(refusals.map(({ deployment: id }) => id)).toEqual(['dear', 'unknown']);
    expect(refusals[1]?.detail).toContain('an unknown amount');
  });

  it('is a clear error where nobody is left', async () => {
    const made = bench({}, { deployments });
    const error = await made.clock.run(failureOf(made.router.chat('Hello', { maxUsd: 0 })));
    expect(error.code).toBe('no_candidate');
    expect(error.message).toContain('more than the $0 of maxUsd');
  });
});

describe('where all have failed', () => {
  it('the error has the class and the status that say most, and the soonest retry', async () => {
    const deployments = [deploy('a'), deploy('b'), deploy('c')];
    const table: Record<string, Reply> = {
      a: { status: 503, headers: { 'retry-after': '7' }, body: errorBody('busy') },
      b: { status: 401, body: errorBody('bad key') },
      c: { status: 404, body: errorBody('no such model') },
    };
    const made = bench(table, { deployments, retry: { maxAttempts: 3 } });
    const error = await made.clock.run(failureOf(made.router.chat('Hello')));
    expect(error).toMatchObject({
      code: 'all_failed',
      status: 503,
      category: 'overloaded',
      retryable: true,
      retryAfterMs: 7000,
    });
    expect(error.message).toContain('a overloaded (503), b auth (401), c not_found (404)');
  });

  it('it says who was not asked, and why', async () => {
    const deployments = [deploy('a'), deploy('blind', { capabilities: { tools: false } })];
    const made = bench({ a: { status: 404, body: errorBody('gone') } }, { deployments });
    const tools = [{ type: 'function', function: { name: 'f', parameters: {} } }] as const;
    const messages = [{ role: 'user', content: 'Hello' }] as const;
    const error = await made.clock.run(failureOf(made.router.chat({ messages, tools })));
    expect(error.message).toContain('Not asked: blind cannot take tools.');
  });
});

describe('what deployments share', () => {
  const at = (host: string, id: string, apiKey: string) =>
    deploy(id, { baseUrl: `http://${host}.test/v1`, apiKey });

  it('of one bad key the next is another key', async () => {
    const deployments = [at('one', 'a', 'k1'), at('one', 'b', 'k1'), at('one', 'c', 'k2')];
    const made = bench({ a: { status: 401, body: errorBody('bad key') } }, { deployments });
    await made.clock.run(made.router.chat('Hello'));
    expect(asked(made)).toEqual(['a', 'c']);
  });

  it('of a host that does not answer the next is another host', async () => {
    const deployments = [at('one', 'a', 'k'), at('one', 'b', 'k'), at('two', 'c', 'k')];
    const timeouts = { attemptMs: 1000 };
    const made = bench({ a: { afterMs: 9000 } }, { deployments, timeouts });
    await made.clock.run(made.router.chat('Hello'));
    expect(asked(made)).toEqual(['a', 'c']);
  });

  it('yet nobody is dropped for it', async () => {
    const deployments = [at('one', 'a', 'k1'), at('one', 'b', 'k1')];
    const made = bench({ a: { status: 401, body: errorBody('bad key') } }, { deployments });
    await made.clock.run(made.router.chat('Hello'));
    expect(asked(made)).toEqual(['a', 'b']);
  });
});

describe('a limit of money', () => {
  const free = { deployments: [deploy('priceless')] };
  const dear = { ...deploy('priced'), price: { input: 1, output: 1 } };

  it.each([
    ['the deployment', { deployments: [{ ...deploy('priceless'), limits: { usdPerDay: 1 } }] }],
    ['the router', { ...free, limits: { usdPerDay: 1 } }],
    ['the tenant', { ...free, tenants: { default: { limits: { usdPerDay: 1 } } } }],
    [
      'a pool',
      { deployments: [{ ...deploy('priceless'), pool: 'p' }], pools: { p: { usdPerDay: 1 } } },
    ],
  ])('of %s lets nobody through whose price is unknown', async (_, config) => {
    const made = bench({}, config);
    const error = await made.clock.run(failureOf(made.router.chat('Hello')));
    expect(error.code).toBe('no_candidate');
    expect(error.message).toContain('priceless has no price');
    expect(made.hits).toHaveLength(0);
  });

  it('goes by whose price is known', async () => {
    const made = bench({}, { deployments: [deploy('priceless'), dear], limits: { usdPerDay: 1 } });
    expect((await made.clock.run(made.router.chat('Hello'))).deployment).toBe('priced');
  });
});
