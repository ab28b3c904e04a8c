import type { Fault } from '@llm-router/simulator';
import type { ChatStream } from 'llm-router';
import {
  busy,
  chunkOf,
  collect,
  createBench,
  createFakeBench,
  deploy,
  failureOf,
  idle,
  record,
  type StreamStep,
  steady,
  usageChunk,
} from './support.ts';

const hello: readonly StreamStep[] = [
  chunkOf({ role: 'assistant', content: '' }),
  chunkOf({ content: 'The tide ' }),
  chunkOf({ content: 'turns.' }),
  chunkOf({}, 'stop'),
  usageChunk({ prompt_tokens: 12, completion_tokens: 6, total_tokens: 18 }),
];
const price = { input: 1, output: 2 };

async function textOf(stream: ChatStream): Promise<string> {
  return (await collect(stream.text())).join('');
}

describe('a stream', () => {
  it('gives the pieces as they come and the whole at the end', async () => {
    const { clock, router } = createFakeBench(
      { a: { stream: () => hello } },
      { deployments: [{ id: 'a', provider: 'a', model: 'm', price }] },
    );
    const stream = router.stream('Hello');
    const pieces = await clock.run(collect(stream));
    expect(pieces.map(({ choices }) => choices[0]?.delta.content ?? '')).toEqual([
      '',
      'The tide ',
      'turns.',
      '',
    ]);
    const result = await stream.result;
    expect(result).toMatchObject({
      text: 'The tide turns.',
      deployment: 'a',
      model: 'm',
      usage: { inputTokens: 12, outputTokens: 6, totalTokens: 18 },
      cost: { nanoUsd: 24_000, exactness: 'priced' },
      ledger: { request: { stream: true }, servedBy: 'a', outcome: 'ok' },
    });
    expect(result.completion.choices[0]?.finish_reason).toBe('stop');
    expect(await stream.committed).toEqual({ deployment: 'a', model: 'm', attempts: 1 });
    expect(busy(router)).toEqual(idle);
  });

  it('gives its text alone', async () => {
    const { clock, router } = createFakeBench({ a: { stream: () => hello } });
    const stream = router.stream('Hello');
    expect(await clock.run(collect(stream.text()))).toEqual(['The tide ', 'turns.']);
    expect((await stream.result).text).toBe('The tide turns.');
  });

  it('gives the text of the first of several answers, not a mixture', async () => {
    const two = [
      chunkOf({ content: 'red' }, null, 0),
      chunkOf({ content: 'BLUE' }, null, 1),
      chunkOf({ content: 'der' }, 'stop', 0),
      chunkOf({ content: 'ST' }, 'stop', 1),
    ];
    const { clock, router } = createFakeBench({ a: { stream: () => two } });
    const stream = router.stream({ messages: [{ role: 'user', content: 'Hello' }], n: 2 });
    expect(await clock.run(textOf(stream))).toBe('redder');
    expect((await stream.result).text).toBe('redder');
  });

  it('starts with the first piece that is asked for, not before', async () => {
    const { clock, router, callsOf } = createFakeBench({ a: { stream: () => hello } });
    const stream = router.stream('Hello');
    await clock.advance(1000);
    expect(callsOf('a')).toHaveLength(0);
    expect(busy(router)).toEqual(idle);
    await clock.run(collect(stream));
    expect(callsOf('a')).toHaveLength(1);
  });

  it('runs by itself where only the result is read', async () => {
    const { clock, router } = createFakeBench({ a: { stream: () => hello } });
    const stream = router.stream('Hello');
    expect((await clock.run(stream.result)).text).toBe('The tide turns.');
    expect((await clock.run(stream.result)).text).toBe('The tide turns.');
  });

  it('may have its result read before the loop', async () => {
    const { clock, router, callsOf } = createFakeBench({ a: { stream: () => hello } });
    const stream = router.stream('Hello');
    const { result } = stream;
    expect(await clock.run(collect(stream))).toHaveLength(4);
    expect((await result).text).toBe('The tide turns.');
    expect(callsOf('a')).toHaveLength(1);
  });

  it('can be read once: a second time is told what to do instead', async () => {
    const { clock, router } = createFakeBench({ a: { stream: () => hello } });
    const stream = router.stream('Hello');
    await clock.run(collect(stream));
    expect(() => stream[Symbol.asyncIterator]()).toThrow(/read once.*`result`/);
    const error = await failureOf(collect(stream.text()));
    expect(error.code).toBe('invalid_request');
  });

  it('shows the usage piece only to who asked for it', async () => {
    const ask = async (options: object) => {
      const { clock, router } = createFakeBench({ a: { stream: () => hello } });
      const messages = [{ role: 'user' as const, content: 'Hello' }];
      const stream = router.stream({ messages, ...options });
      const pieces = await clock.run(collect(stream));
      expect((await stream.result).usage?.outputTokens).toBe(6);
      return pieces.filter(({ usage }) => usage).length;
    };
    expect(await ask({})).toBe(0);
    expect(await ask({ stream_options: { include_usage: false } })).toBe(0);
    expect(await ask({ stream_options: { include_usage: true } })).toBe(1);
  });

  it('estimates its cost where the provider reports no usage, and says so', async () => {
    const { clock, router } = createFakeBench(
      { a: { stream: () => hello.slice(0, 4) } },
      { deployments: [{ id: 'a', provider: 'a', model: 'm', price }] },
    );
    const { cost, usage, ledger } = await clock.run(router.stream('Hello').result);
    expect(cost.exactness).toBe('estimated');
    expect(cost.nanoUsd).toBeGreaterThan(0);
    expect(usage?.outputTokens).toBeGreaterThan(2);
    expect(ledger.attempts[0]?.usage).toEqual(usage);
  });

  it.each([
    ['a tool call', { tool_calls: [{ index: 0, id: 'c1', function: { name: 'dive' } }] }],
    ['reasoning', { reasoning_content: 'Let me see' }],
    ['a refusal', { refusal: 'No.' }],
  ])('is committed by %s too', async (_, delta) => {
    const steps = [chunkOf(delta), new Error('cut')];
    const { clock, router, callsOf } = createFakeBench({
      a: { stream: () => steps },
      b: { stream: () => hello },
    });
    const error = await clock.run(failureOf(router.stream('Hello').result));
    expect(error.code).toBe('stream_broken');
    expect(callsOf('b')).toHaveLength(0);
  });
});

describe('before its first content', () => {
  it.each<[string, readonly StreamStep[]]>([
    ['an error at once', [new TypeError('fetch failed')]],
    ['an error after the role', [chunkOf({ role: 'assistant', content: '' }), new Error('cut')]],
    ['nothing at all', []],
    ['a role and an end', [chunkOf({ role: 'assistant', content: '' })]],
    ['usage and an end', [usageChunk({ prompt_tokens: 3, completion_tokens: 0, total_tokens: 3 })]],
    ['empty pieces and an error', [chunkOf({ content: '' }), chunkOf({}), new Error('cut')]],
  ])('%s is failed over unseen', async (_, steps) => {
    const { clock, router } = createFakeBench({
      a: { stream: () => steps },
      b: { stream: () => hello },
    });
    const stream = router.stream('Hello');
    expect(await clock.run(textOf(stream))).toBe('The tide turns.');
    const { ledger, deployment } = await stream.result;
    expect(deployment).toBe('b');
    expect(ledger.attempts.map(({ outcome }) => outcome)).toEqual(['error', 'ok']);
    expect(await stream.committed).toEqual({ deployment: 'b', model: 'b', attempts: 2 });
    expect(busy(router)).toEqual(idle);
  });

  it.each<Fault>([
    { kind: 'server-error' },
    { kind: 'connection-reset' },
    { kind: 'cut-stream', afterChunks: 1 },
    { kind: 'cut-stream', afterChunks: 0, ending: 'reset' },
    { kind: 'error-frame', afterChunks: 0 },
    { kind: 'error-frame', afterChunks: 1 },
    { kind: 'quota-exhausted' },
  ])('a fault on the wire is failed over unseen: %j', async (fault) => {
    const { clock, router, hits } = createBench(
      [
        { name: 'a', latency: steady, faults: [fault] },
        { name: 'b', latency: steady },
      ],
      { deployments: [deploy('a'), deploy('b')] },
    );
    const { deployment } = await clock.run(router.stream('Hello').result);
    expect(deployment).toBe('b');
    expect(hits().map(({ model }) => model)).toEqual(['a', 'b']);
    expect(busy(router)).toEqual(idle);
  });

  it('all failing gives one error with every attempt, to the loop and to the result', async () => {
    const cut = { stream: () => [new Error('cut')] };
    const { clock, router, callsOf } = createFakeBench(
      { a: cut, b: cut },
      {
        retry: { maxAttempts: 3 },
      },
    );
    const stream = router.stream('Hello');
    const error = await clock.run(failureOf(collect(stream)));
    expect(error.ledger?.attempts).toHaveLength(callsOf('a').length + callsOf('b').length);
    expect(await failureOf(stream.result)).toBe(error);
    expect(await failureOf(stream.committed)).toBe(error);
  });
});

describe('broken after its first content', () => {
  const broken: readonly StreamStep[] = [
    chunkOf({ role: 'assistant', content: '' }),
    chunkOf({ content: 'The tide ' }),
    chunkOf({ content: 'turns' }),
    { pauseMs: 500 },
    new TypeError('terminated'),
  ];

  it('keeps what had arrived, and asks nobody else', async () => {
    const { clock, router, callsOf } = createFakeBench(
      { a: { stream: () => broken }, b: { stream: () => hello } },
      {
        deployments: [
          { id: 'a', provider: 'a', model: 'm', price },
          { id: 'b', provider: 'b', model: 'm' },
        ],
      },
    );
    const stream = router.stream('Hello');
    const seen: string[] = [];
    const error = await clock.run(
      failureOf(
        (async () => {
          for await (const text of stream.text()) seen.push(text);
        })(),
      ),
    );
    expect(seen.join('')).toBe('The tide turns');
    expect(error.code).toBe('stream_broken');
    expect(error.partial).toMatchObject({
      text: 'The tide turns',
      completion: { choices: [{ message: { content: 'The tide turns' } }] },
    });
    expect(error.partial?.usage?.outputTokens).toBeGreaterThan(1);
    expect(error.ledger?.cost.exactness).toBe('estimated');
    expect(error.ledger?.cost.nanoUsd).toBeGreaterThan(0);
    expect(error.ledger).toMatchObject({
      outcome: 'stream_broken',
      attempts: [{ outcome: 'error', decision: { do: 'fail' } }],
    });
    expect(error.ledger?.attempts[0]?.usage).toEqual(error.partial?.usage);
    expect(callsOf('b')).toHaveLength(0);
    expect(await failureOf(stream.result)).toBe(error);
    expect((await stream.committed).deployment).toBe('a');
    expect(busy(router)).toEqual(idle);
    expect(router.status().deployments[0]).toMatchObject({ failed: 1, succeeded: 0 });
  });

  it.each([
    ['quiet', { kind: 'cut-stream', afterChunks: 5, ending: 'quiet' }],
    ['reset', { kind: 'cut-stream', afterChunks: 5, ending: 'reset' }],
    ['error frame', { kind: 'error-frame', afterChunks: 5 }],
  ] as const)('is recognised on the wire: %s', async (_, fault) => {
    const { clock, router, hits } = createBench(
      [
        { name: 'a', latency: steady, faults: [fault] },
        { name: 'b', latency: steady },
      ],
      { deployments: [deploy('a', { price }), deploy('b', { price })] },
    );
    const stream = router.stream('Hello');
    const error = await clock.run(failureOf(stream.result));
    expect(error.code).toBe('stream_broken');
    expect(error.partial?.text.length).toBeGreaterThan(0);
    expect(hits()).toHaveLength(1);
  });

  it('settles the reserved tokens with an estimate of what was used', async () => {
    const { clock, router } = createFakeBench(
      { a: { stream: () => broken } },
      {
        deployments: [{ id: 'a', provider: 'a', model: 'm', limits: { tokensPerMinute: 600 } }],
      },
    );
    const error = await clock.run(failureOf(router.stream('Hello').result));
    const left = router.status().queue.limits['a']?.rules[0]?.available ?? 0;
    const used = error.partial?.usage?.totalTokens ?? 0;
    // Half a second has brought five tokens back.
    expect(used).toBeGreaterThan(10);
    expect(left).toBeCloseTo(600 - used + 5, 0);
  });
});

describe('events of a stream', () => {
  it('tell of the commitment after the attempt began and before it ended', async () => {
    const { clock, router } = createFakeBench({
      a: { stream: () => [new Error('cut')] },
      b: { stream: () => [{ pauseMs: 250 }, ...hello] },
    });
    const events = record(router);
    await clock.run(router.stream('Hello').result);
    expect(events.map(({ type }) => type)).toEqual([
      'request-started',
      'attempt-started',
      'attempt-ended',
      'fell-back',
      'attempt-started',
      'stream-committed',
      'attempt-ended',
      'request-ended',
    ]);
    expect(events[5]).toMatchObject({ deployment: 'b', firstContentMs: 250 });
  });
});

it('knows how long a provider takes, whatever pauses its reader makes', async () => {
  const quick = [
    { pauseMs: 100 },
    chunkOf({ content: 'a' }),
    chunkOf({ content: 'b' }),
    chunkOf({}, 'stop'),
  ];
  const slow = [{ pauseMs: 900 }, chunkOf({ content: 'c' }), chunkOf({}, 'stop')];
  const { clock, router } = createFakeBench(
    { quick: { stream: () => quick }, slow: { stream: () => slow } },
    { strategy: 'fastest' },
  );
  const readSlowly = async (model: string) => {
    for await (const _piece of router.stream({
      model,
      messages: [{ role: 'user', content: 'x' }],
    })) {
      await clock.sleep(2000);
    }
  };
  await clock.run(readSlowly('quick'));
  await clock.run(
    router.stream({ model: 'slow', messages: [{ role: 'user', content: 'x' }] }).result,
  );
  expect((await clock.run(router.stream('Hello').result)).deployment).toBe('quick');
});
