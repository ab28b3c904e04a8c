import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Fault, type SimulatedModel } from '@llm-router/simulator';
import { ask, bodyOf, drain, readEvents, textOf } from './support.ts';

const steady = { latency: { medianMs: 100, sigma: 0 }, outputTokens: { min: 10, max: 10 } };

function create(faults: readonly Fault[], model: Partial<SimulatedModel> = {}) {
  const clock = createVirtualClock();
  const models = [{ name: 'oak', ...steady, ...model }];
  return { clock, simulator: createSimulator({ models, faults, clock }) };
}

test.each([
  ['server-error', 500, 'failed', 'server_error', null],
  ['overloaded', 503, 'failed', 'server_error', null],
  ['quota-exhausted', 429, 'refused', 'insufficient_quota', 'insufficient_quota'],
] as const)(
  "%s is a %i with OpenAI's body, costs nothing and gives its tokens back",
  async (kind, status, outcome, type, code) => {
    const { clock, simulator } = create([{ kind, delayMs: 30, matches: (r) => r.number === 1 }], {
      limits: { tokens: { burst: 100, perSecond: 0.001 }, maxConcurrent: 1 },
    });
    const start = clock.now();
    const response = await clock.run(ask(simulator, 'oak', { max_tokens: 80 }));
    expect(clock.now() - start).toBe(30);
    expect(response.status).toBe(status);
    expect(response.headers.has('retry-after')).toBe(false);
    expect((await bodyOf(response)).error).toMatchObject({ type, code, param: null });
    expect(simulator.hits()).toMatchObject([
      { status, outcome, reason: kind, inputTokens: 0, outputTokens: 0, nanoUsd: 0 },
    ]);
    expect((await clock.run(ask(simulator, 'oak', { max_tokens: 80 }))).status).toBe(200);
  },
);

test.each([
  ['server-error', 500],
  ['overloaded', 503],
] as const)('%s can come as the error page of a proxy', async (kind, status) => {
  const { clock, simulator } = create([{ kind, body: 'html' }]);
  const response = await clock.run(ask(simulator, 'oak'));
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('text/html');
  expect(await response.text()).toContain(`<title>${status} `);
});

test('a connection reset rejects as fetch does', async () => {
  const { clock, simulator } = create([{ kind: 'connection-reset' }]);
  const error = await clock.run(ask(simulator, 'oak')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } });
  expect(simulator.hits()).toMatchObject([
    { status: 0, outcome: 'failed', reason: 'connection-reset' },
  ]);
});

test.each([
  ['a stream', { stream: true }],
  ['a JSON answer', {}],
])('a stall keeps %s without headers until the client gives up', async (_, extra) => {
  const { clock, simulator } = create([{ kind: 'stall' }], { limits: { maxConcurrent: 1 } });
  const control = new AbortController();
  const answer = ask(simulator, 'oak', extra, { signal: control.signal }).catch((error) => error);
  await clock.advance(3_600_000);
  expect(simulator.hits()).toMatchObject([{ outcome: 'pending', status: 0 }]);
  control.abort(new Error('enough'));
  expect(await answer).toMatchObject({ message: 'enough' });
  expect(simulator.hits()).toMatchObject([
    { outcome: 'aborted', reason: 'stall', status: 0, outputTokens: 0 },
  ]);
});

test('a stall inside a stream comes after its frames and ends with the client', async () => {
  const { clock, simulator } = create([{ kind: 'stall', afterChunks: 3 }]);
  const control = new AbortController();
  const init = { signal: control.signal };
  const response = await clock.run(ask(simulator, 'oak', { stream: true }, init));
  const rest = drain(response.body);
  await clock.advance(3_600_000);
  expect(simulator.hits()).toMatchObject([{ outcome: 'pending', status: 200 }]);
  control.abort(new Error('enough'));
  const { text, error } = await rest;
  expect(error).toMatchObject({ message: 'enough' });
  expect(readEvents(text)).toMatchObject({ done: false, events: { length: 3 } });
  expect(simulator.hits()).toMatchObject([
    { outcome: 'aborted', reason: 'stall', outputTokens: 2 },
  ]);
});

test('a quiet cut ends the body as if it were whole, without [DONE]', async () => {
  const { clock, simulator } = create([{ kind: 'cut-stream', afterChunks: 4 }]);
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  const { text, error } = await clock.run(drain(response.body));
  expect(error).toBeUndefined();
  const { events, done } = readEvents(text);
  expect(done).toBe(false);
  expect(events).toHaveLength(4);
  expect(textOf(events).split(' ')).toHaveLength(3);
  expect(simulator.hits()).toMatchObject([
    { status: 200, outcome: 'failed', reason: 'cut-stream', outputTokens: 3 },
  ]);
});

test('a hard cut breaks the body as a lost socket does', async () => {
  const { clock, simulator } = create([{ kind: 'cut-stream', ending: 'reset' }]);
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  const { text, error } = await clock.run(drain(response.body));
  expect(readEvents(text).events).toHaveLength(3);
  expect(error).toMatchObject({ message: 'terminated', cause: { code: 'UND_ERR_SOCKET' } });
});

test('a cut that waits for more frames than there are takes at least the [DONE]', async () => {
  const { clock, simulator } = create([{ kind: 'cut-stream', afterChunks: 500 }]);
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  const { events, done } = readEvents(await clock.run(response.text()));
  expect(done).toBe(false);
  expect(events.at(-1)?.choices?.[0]?.finish_reason).toBe('stop');
  expect(simulator.hits()).toMatchObject([{ outcome: 'failed', outputTokens: 10 }]);
});

test.each([0, 2])(
  'an error frame ends a stream of status 200 after %i frames',
  async (afterChunks) => {
    const { clock, simulator } = create([{ kind: 'error-frame', afterChunks }]);
    const response = await clock.run(ask(simulator, 'oak', { stream: true }));
    expect(response.status).toBe(200);
    const { events, done } = readEvents(await clock.run(response.text()));
    expect(done).toBe(false);
    expect(events).toHaveLength(afterChunks + 1);
    expect(events.at(-1)?.error).toMatchObject({ type: 'server_error' });
    expect(simulator.hits()).toMatchObject([
      { status: 200, outcome: 'failed', reason: 'error-frame' },
    ]);
  },
);

test('a slow first token leaves the headers in time', async () => {
  const { clock, simulator } = create([{ kind: 'slow-first-token', delayMs: 9000 }]);
  const start = clock.now();
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  expect(clock.now() - start).toBe(100);
  const reader = response.body?.getReader();
  await clock.run(Promise.resolve(reader?.read()));
  expect(clock.now() - start).toBe(100);
  await clock.run(Promise.resolve(reader?.read()));
  expect(clock.now() - start).toBe(9100);
  await reader?.cancel();
});

test('a slow first token makes a JSON answer late', async () => {
  const { clock, simulator } = create([{ kind: 'slow-first-token', delayMs: 9000 }]);
  const start = clock.now();
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
  expect(clock.now() - start).toBe(9100);
});

test('faults of streams leave JSON answers alone', async () => {
  const { clock, simulator } = create([{ kind: 'cut-stream' }, { kind: 'error-frame' }]);
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
  expect(simulator.hits()).toMatchObject([{ outcome: 'ok' }]);
});

test('a fault is active from its start to before its end', async () => {
  const { clock, simulator } = create([{ kind: 'server-error', fromMs: 1000, untilMs: 2000 }]);
  const statuses: number[] = [];
  for (const at of [999, 1000, 1999, 2000]) {
    await clock.advance(1_000_000 + at - clock.now());
    const answer = ask(simulator, 'oak');
    statuses.push(at);
    void answer.then((response) => statuses.push(response.status));
  }
  await clock.advance(1000);
  expect(statuses.filter((value) => value === 500)).toHaveLength(2);
  expect(simulator.hits().map((hit) => hit.status)).toEqual([200, 500, 500, 200]);
});

test('matches sees the request and picks it', async () => {
  const seen: unknown[] = [];
  const { clock, simulator } = create([
    {
      kind: 'server-error',
      matches: (request) => {
        seen.push(request);
        return request.body['user'] === 'heron';
      },
    },
  ]);
  expect((await clock.run(ask(simulator, 'oak', { user: 'wren' }))).status).toBe(200);
  expect((await clock.run(ask(simulator, 'oak', { user: 'heron' }))).status).toBe(500);
  expect(seen).toMatchObject([
    { number: 1, model: 'oak', stream: false, body: { user: 'wren' } },
    { number: 2, model: 'oak', stream: false, body: { user: 'heron' } },
  ]);
});

test('an error of matches is the error of the call, and takes no slot', async () => {
  const error = new Error('a bug in the test');
  const throwing = () => {
    throw error;
  };
  const { clock, simulator } = create([{ kind: 'stall', matches: throwing }], {
    limits: { maxConcurrent: 1 },
  });
  await expect(ask(simulator, 'oak')).rejects.toBe(error);
  simulator.update({ faults: [] });
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
});

test("a model's own faults go before the common ones, and an update replaces the common ones", async () => {
  const { clock, simulator } = create([{ kind: 'server-error' }], {
    faults: [{ kind: 'overloaded', matches: (request) => request.number === 1 }],
  });
  const send = async () => (await clock.run(ask(simulator, 'oak'))).status;
  expect([await send(), await send()]).toEqual([503, 500]);
  simulator.update({ faults: [] });
  expect(await send()).toBe(200);
});

test('a fault of probability 0.2 strikes about one request in five, and stays where it was', async () => {
  const run = async (more: readonly Fault[]) => {
    const { clock, simulator } = create([{ kind: 'server-error', probability: 0.2 }, ...more]);
    await clock.run(Promise.all(Array.from({ length: 2000 }, () => ask(simulator, 'oak'))));
    return simulator.hits().map((hit) => hit.reason === 'server-error');
  };
  const struck = await run([]);
  const share = struck.filter(Boolean).length / struck.length;
  expect(share).toBeGreaterThan(0.16);
  expect(share).toBeLessThan(0.24);
  expect(await run([{ kind: 'overloaded', probability: 0.5 }])).toEqual(struck);
});

test('a fault that is asleep moves no other', async () => {
  const run = async (first: Fault) => {
    const { clock, simulator } = create([first, { kind: 'server-error', probability: 0.3 }]);
    await clock.run(Promise.all(Array.from({ length: 200 }, () => ask(simulator, 'oak'))));
    return simulator.hits().map((hit) => hit.status);
  };
  const never = await run({ kind: 'overloaded', probability: 0 });
  expect(never).toContain(500);
  expect(await run({ kind: 'overloaded', fromMs: 1e9, probability: 0.5 })).toEqual(never);
  expect(await run({ kind: 'cut-stream' })).toEqual(never);
});
