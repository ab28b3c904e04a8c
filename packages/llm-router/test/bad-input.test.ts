import type { CallOptions, ChatRequest, Router } from 'llm-router';
import { busy, createBench, createWireBench, deploy, failureOf, idle, steady } from './support.ts';

const models = [{ name: 'a', latency: steady }];
const bench = (limits = {}) => createBench(models, { deployments: [deploy('a', { limits })] });
const user = (content: unknown) => ({ messages: [{ role: 'user', content }] });
const hello = { role: 'user', content: 'Hello' };
const circular: Record<string, unknown> = { type: 'function' };
circular['function'] = circular;

/** Made to be wrong: what stands here is no `ChatRequest`. */
const broken = (request: unknown) => request as ChatRequest;

const faces: readonly [string, (router: Router, request: ChatRequest) => Promise<unknown>][] = [
  ['chat', (router, request) => router.chat(request)],
  ['stream', (router, request) => router.stream(request).result],
  ['explain', (router, request) => router.explain(request)],
];

describe.each(faces)('%s refuses a request that nobody could answer', (_, ask) => {
  it.each<[string, unknown, readonly string[]]>([
    ['nothing', undefined, ['request', 'undefined', 'messages']],
    ['null', null, ['request', 'null']],
    ['a number', 5, ['request', '5']],
    ['an empty prompt', '', ['prompt', 'empty']],
    ['a blank prompt', ' \n ', ['prompt', 'empty']],
    ['no messages', {}, ['request.messages', 'list']],
    ['messages as text', { messages: 'Hello' }, ['request.messages', 'list']],
    ['no message at all', { messages: [] }, ['request.messages', 'empty']],
    ['a message that is text', { messages: ['Hello'] }, ['request.messages[0]', 'object']],
    ['a hole', { messages: [hello, null] }, ['request.messages[1]', 'object']],
    ['a sparse list', { messages: new Array(2) }, ['request.messages[0]']],
    [
      'a wrong role',
      { messages: [hello, { role: 'robot', content: 'x' }] },
      ['request.messages[1].role', 'robot', 'assistant'],
    ],
    ['no role', { messages: [{ content: 'x' }] }, ['request.messages[0].role', 'user']],
    ['no content', { messages: [{ role: 'user' }] }, ['request.messages[0].content']],
    ['content of null', user(null), ['request.messages[0].content', 'null']],
    ['content that is a number', user(42), ['request.messages[0].content', 'number']],
    ['a part of null', user([null]), ['request.messages[0].content[0]']],
    ['a part without text', user([{ type: 'text' }]), ['request.messages[0].content[0].text']],
    [
      'a picture without address',
      user([{ type: 'image_url' }]),
      ['request.messages[0].content[0].image_url'],
    ],
    [
      'sound without data',
      user([{ type: 'input_audio', input_audio: {} }]),
      ['request.messages[0].content[0].input_audio'],
    ],
    [
      'a file that is none',
      user([{ type: 'file', file: null }]),
      ['request.messages[0].content[0].file'],
    ],
    ['tools as text', { messages: [hello], tools: 'lookup' }, ['request.tools']],
    ['a tool of null', { messages: [hello], tools: [null] }, ['request.tools[0]']],
    ['a circular tool', { messages: [hello], tools: [circular] }, ['request.tools']],
    [
      'a call without a function',
      { messages: [hello, { role: 'assistant', tool_calls: [{ id: 'c', type: 'function' }] }] },
      ['request.messages[1].tool_calls[0]'],
    ],
    ['a negative max_tokens', { messages: [hello], max_tokens: -5 }, ['request.max_tokens', '-5']],
    [
      'a max_tokens of NaN',
      { messages: [hello], max_tokens: Number.NaN },
      ['request.max_tokens', 'NaN'],
    ],
    [
      'a max_tokens as text',
      { messages: [hello], max_completion_tokens: '100' },
      ['request.max_completion_tokens', '100'],
    ],
    ['a model that is a number', { messages: [hello], model: 5 }, ['model', '5']],
    ['a list', [hello], ['messages']],
  ])('%s', async (_name, request, expected) => {
    const { clock, router, hits } = bench({ tokensPerMinute: 1000 });
    const before = JSON.stringify(router.status().queue);
    const error = await clock.run(failureOf(ask(router, broken(request))));
    expect(['invalid_request', 'model_not_found']).toContain(error.code);
    for (const part of expected) expect(error.message).toContain(part);
    expect(hits()).toEqual([]);
    expect(JSON.stringify(router.status().queue)).toBe(before);
    expect(busy(router)).toEqual(idle);
  });

  it('but takes every shape that is allowed', async () => {
    const { clock, router } = bench();
    const requests: ChatRequest[] = [
      {
        messages: [
          { role: 'developer', content: 'Be brief.' },
          { role: 'user', content: 'Hello' },
        ],
      },
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] },
      { messages: [{ role: 'user', content: '' }], max_tokens: null },
      {
        messages: [
          { role: 'user', content: 'Hello' },
          {
            role: 'assistant',
            content: null,
            tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
          },
          { role: 'tool', tool_call_id: 'c', content: 'fine' },
        ],
        max_completion_tokens: 5,
      },
    ];
    for (const request of requests) await clock.run(ask(router, request));
  });
});

describe('options of a call that cannot be meant', () => {
  it.each<[keyof CallOptions | 'timeout', unknown]>([
    ['timeoutMs', Number.NaN],
    ['timeoutMs', '30s'],
    ['deadline', Number.NaN],
    ['deadline', new Date(0)],
    ['priority', Number.NaN],
    ['priority', 'high'],
    ['maxAttempts', 0],
    ['maxAttempts', Number.NaN],
    ['maxAttempts', 2.5],
    ['signal', 'stop'],
    ['signal', {}],
    ['tenant', ''],
    ['tenant', 7],
    ['tags', 'eu'],
    ['fallback', 'no'],
    ['preferredModel', 5],
    ['timeout', 500],
  ])('are refused by name, and nothing is sent or held: %s = %p', async (name, value) => {
    const { clock, router, hits } = bench();
    const options = { [name]: value } as CallOptions;
    for (const [, ask] of [
      ['chat', () => router.chat('Hello', options)],
      ['stream', () => router.stream('Hello', options).result],
      ['explain', () => router.explain('Hello', options)],
    ] as const) {
      const error = await clock.run(failureOf(ask()));
      expect(error.code).toBe('invalid_config');
      expect(error.message).toContain(name);
    }
    expect(hits()).toEqual([]);
    expect(busy(router)).toEqual(idle);
  });
});

describe('size', () => {
  it('of 5 MB goes through, and is estimated in good time', async () => {
    const { clock, router, hits } = bench();
    const prompt = 'the tide turns '.repeat(350_000);
    expect(prompt.length).toBeGreaterThan(5_000_000);
    const before = process.cpuUsage();
    const { ledger } = await clock.run(router.chat(prompt));
    const { user: cpu } = process.cpuUsage(before);
    expect(ledger.request.inputTokens).toBeGreaterThan(1_000_000);
    expect(hits()).toHaveLength(1);
    expect(JSON.stringify(ledger).length).toBeLessThan(5000);
    expect(cpu / 1000).toBeLessThan(5000);
  });

  it('above every limit is refused at once, with the numbers and the mend', async () => {
    const { clock, router, hits } = createBench(models, {
      deployments: [
        deploy('a', { limits: { tokensPerMinute: 1000 } }),
        deploy('a', { id: 'b', limits: { inputTokensPerMinute: 500 } }),
      ],
    });
    const error = await clock.run(failureOf(router.chat('harbour '.repeat(3000))));
    expect(error.code).toBe('no_candidate');
    expect(error.message).toMatch(/larger than a whole limit/);
    expect(error.message).toMatch(/needs \d+ tokens/);
    expect(error.message).toMatch(/Make it smaller, or raise/);
    expect(error.retryable).toBe(false);
    expect(hits()).toEqual([]);
    expect(clock.now()).toBe(1_000_000);
    expect(error.ledger?.candidates.map(({ deployment }) => deployment)).toEqual(['a', 'b']);
  });

  it('above one limit goes to the deployment that has room', async () => {
    const { clock, router } = createBench(models, {
      deployments: [
        deploy('a', { limits: { tokensPerMinute: 1000 } }),
        deploy('a', { id: 'wide', limits: { tokensPerMinute: 100_000 } }),
      ],
    });
    const { deployment, ledger } = await clock.run(router.chat('harbour '.repeat(3000)));
    expect(deployment).toBe('wide');
    expect(ledger.candidates[0]).toMatchObject({ verdict: 'refused', by: 'limit' });
    expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger);
  });

  it('above every window names each window', async () => {
    const { clock, router } = createBench(models, {
      deployments: [
        deploy('a', { contextWindow: 1000 }),
        deploy('a', { id: 'b', contextWindow: 2000 }),
      ],
    });
    const error = await clock.run(failureOf(router.chat('harbour '.repeat(3000))));
    expect(error.code).toBe('no_candidate');
    expect(error.message).toMatch(/a about \d+ tokens do not fit into its window of 1000/);
    expect(error.message).toMatch(/window of 2000/);
  });
});

describe('odd answers', () => {
  it.each<[string, string | object]>([
    ['no JSON', 'hello'],
    ['an empty body', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['no choices', { choices: [] }],
    ['choices of null', { choices: null }],
    ['a choice of null', { choices: [null] }],
    ['an error in a 200', { error: { message: 'no', code: 'server_error' } }],
  ])('of a 200 are failed over: %s', async (_, body) => {
    const { clock, router } = createWireBench(
      { deployments: [deploy('a'), deploy('b')], retry: { maxAttempts: 2 } },
      ({ model }) => (model === 'a' ? { body } : {}),
    );
    const { deployment } = await clock.run(router.chat('Hello'));
    expect(deployment).toBe('b');
    expect(busy(router)).toEqual(idle);
  });

  it.each<[string, object]>([
    ['null', { usage: null }],
    ['empty', { usage: {} }],
    ['text', { usage: { prompt_tokens: 'ten', completion_tokens: 'two', total_tokens: 'x' } }],
    ['negative', { usage: { prompt_tokens: -10, completion_tokens: -20, total_tokens: -30 } }],
    ['huge', { usage: { prompt_tokens: 1e300, completion_tokens: 1e300, total_tokens: 1e300 } }],
  ])('in their usage do no harm: %s', async (_, extra) => {
    const choices = [
      { index: 0, message: { role: 'assistant', content: 'hi' }, finish_reason: 'stop' },
    ];
    const { clock, router } = createWireBench(
      {
        deployments: [
          deploy('a', { limits: { requestsPerMinute: 600 }, price: { input: 1, output: 1 } }),
        ],
      },
      () => ({ body: { choices, ...extra } }),
    );
    const first = await clock.run(router.chat('Hello'));
    expect(first.text).toBe('hi');
    expect(first.cost.nanoUsd === null || first.cost.nanoUsd >= 0).toBe(true);
    expect(JSON.parse(JSON.stringify(first.ledger))).toEqual(first.ledger);
    expect((await clock.run(router.chat('Hello'))).ledger.waits).toEqual([]);
    expect(busy(router)).toEqual(idle);
  });
});
