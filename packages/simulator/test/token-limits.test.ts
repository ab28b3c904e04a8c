import { createVirtualClock, estimateTokens, type VirtualClock } from '@llm-router/core';
import { createSimulator, type Fault, type SimulatedModel } from '@llm-router/simulator';
import { askMessages, errorOf } from './anthropic-support.ts';
import { ask, bodyOf, drain, messages } from './support.ts';

const input = estimateTokens(messages as never);
const steady = { latency: { medianMs: 1000, sigma: 0 }, outputTokens: { min: 10, max: 10 } };

function create(model: Partial<SimulatedModel>, faults: readonly Fault[] = []) {
  const clock = createVirtualClock();
  const models = [{ name: 'oak', ...steady, ...model }];
  return { clock, simulator: createSimulator({ models, faults, clock }) };
}

/** Seconds until a request passes, told by the 429 of one that does not. */
async function waitOf(clock: VirtualClock, answer: Promise<Response>): Promise<number> {
  const response = await clock.run(answer);
  expect(response.status).toBe(429);
  return Number(response.headers.get('retry-after'));
}

test('input tokens are taken at admission and stay taken, whatever the answer', async () => {
  const limits = { inputTokens: { burst: 2 * input, perSecond: input / 1000 } };
  const { clock, simulator } = create({ limits });
  const answers = [askMessages(simulator), ask(simulator, 'oak', { max_tokens: 9000 })];
  expect((await askMessages(simulator)).status).toBe(429);
  expect((await clock.run(Promise.all(answers))).map(({ status }) => status)).toEqual([200, 200]);
  expect(await waitOf(clock, askMessages(simulator))).toBe(999);
  expect(simulator.hits().at(-1)).toMatchObject({ reason: 'input-tokens' });
  simulator.update({ models: [{ name: 'oak', limits }] });
  expect(await waitOf(clock, askMessages(simulator))).toBe(999);
});

test('a request that the model never worked on gives its input back', async () => {
  const limits = { inputTokens: { burst: input, perSecond: 0.001 } };
  const faults: Fault[] = [{ kind: 'server-error', matches: (request) => request.number === 1 }];
  const { clock, simulator } = create({ limits }, faults);
  expect((await clock.run(askMessages(simulator))).status).toBe(500);
  expect((await clock.run(askMessages(simulator))).status).toBe(200);
  expect((await askMessages(simulator)).status).toBe(429);
});

test('output is not reserved: max_tokens beyond the bucket passes, and running answers may overdraw it', async () => {
  const { clock, simulator } = create({ limits: { outputTokens: { burst: 15, perSecond: 1 } } });
  const max_tokens = 9000;
  const answers = [1, 2, 3].map(() => askMessages(simulator, { max_tokens }));
  expect((await clock.run(Promise.all(answers))).map(({ status }) => status)).toEqual([
    200, 200, 200,
  ]);
  // 15 and one second's refill less 30 leaves 14 to pay back, and one to go on with.
  expect(await waitOf(clock, askMessages(simulator))).toBe(15);
  await clock.advance(15_000);
  expect((await clock.run(askMessages(simulator))).status).toBe(200);
});

test('output counts while it is produced: half of a JSON answer half-way', async () => {
  const limits = { outputTokens: { burst: 5, perSecond: 0.001 } };
  const { clock, simulator } = create({ limits });
  const first = askMessages(simulator);
  await clock.advance(499);
  const second = askMessages(simulator);
  await clock.advance(1);
  const third = askMessages(simulator);
  await clock.run(Promise.all([first, second, third]));
  // Four of five tokens are gone after 499 ms, and the fifth goes at 500 ms.
  expect(simulator.hits().map(({ status, reason }) => reason ?? status)).toEqual([
    200,
    200,
    'output-tokens',
  ]);
});

test('tokens of a stream count as they are written, and what is never read never counts', async () => {
  const limits = { outputTokens: { burst: 3, perSecond: 0.001 } };
  const { clock, simulator } = create({ limits });
  const response = await clock.run(askMessages(simulator, { stream: true }));
  const reader = response.body?.getReader();
  const passes = async () => {
    const other = await clock.run(askMessages(simulator, { stream: true }));
    await other.body?.cancel();
    return other.status === 200;
  };
  const seen: boolean[] = [];
  for (let event = 1; event <= 6; event++) {
    await clock.run(Promise.resolve(reader?.read()));
    seen.push(await passes());
  }
  // Start, block and ping carry nothing; the third token empties the bucket.
  expect(seen).toEqual([true, true, true, true, true, false]);
  await reader?.cancel();
  expect(await passes()).toBe(false);
  expect(simulator.hits()[0]).toMatchObject({ outcome: 'aborted', outputTokens: 3 });
});

test('what is produced evenly does not run out faster than it comes back', async () => {
  const limits = { outputTokens: { burst: 10, perSecond: 10 } };
  const { clock, simulator } = create({ limits, latency: { medianMs: 2000, sigma: 0 } });
  const { headers } = await clock.run(askMessages(simulator));
  expect(headers.get('anthropic-ratelimit-output-tokens-reset')).toBe('1970-01-01T00:16:42Z');
  const { headers: next } = await clock.run(askMessages(simulator, { max_tokens: 1 }));
  expect(next.get('anthropic-ratelimit-output-tokens-reset')).toBe('1970-01-01T00:16:44Z');
});

test("the same limits hold on OpenAI's wire, in its words and without headers of its own", async () => {
  const { clock, simulator } = create({
    limits: {
      inputTokens: { burst: 3 * input, perSecond: 0.001 },
      outputTokens: { burst: 10, perSecond: 0.1 },
    },
  });
  const served = await clock.run(ask(simulator, 'oak'));
  expect([...served.headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  const refused = await clock.run(ask(simulator, 'oak'));
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after-ms')).toBe('9000');
  expect((await bodyOf(refused)).error).toMatchObject({
    type: 'tokens',
    code: 'rate_limit_exceeded',
    message: expect.stringContaining('output tokens per min (OTPM): Limit 6,'),
  });
  await clock.advance(1e5);
  await clock.run(ask(simulator, 'oak'));
  await clock.advance(1e5);
  await clock.run(ask(simulator, 'oak'));
  await clock.advance(1e5);
  const empty = await bodyOf(await clock.run(ask(simulator, 'oak')));
  expect(empty.error.message).toContain('input tokens per min (ITPM)');
});

test('both wires share one budget', async () => {
  const { clock, simulator } = create({ limits: { requests: { burst: 2, perSecond: 0.001 } } });
  const answers = [ask(simulator, 'oak'), askMessages(simulator), ask(simulator, 'oak')];
  const [first, second, third] = await clock.run(Promise.all(answers));
  expect([first?.status, second?.status, third?.status]).toEqual([200, 200, 429]);
  const last = await askMessages(simulator);
  expect((await errorOf(last)).error.type).toBe('rate_limit_error');
});

test('what a stream has produced when it ends or is aborted stays taken', async () => {
  const limits = { outputTokens: { burst: 21, perSecond: 0.001 } };
  const { clock, simulator } = create({ limits });
  const whole = await clock.run(askMessages(simulator, { stream: true }));
  await clock.run(drain(whole.body));
  const control = new AbortController();
  const init = { signal: control.signal };
  const broken = await clock.run(askMessages(simulator, { stream: true }, init));
  const rest = drain(broken.body);
  await clock.advance(1);
  control.abort();
  await rest;
  const { headers } = await clock.run(askMessages(simulator, { max_tokens: 1 }));
  // 21 tokens at one in a thousand seconds, less the three seconds that have passed.
  const fullAt = Date.parse(headers.get('anthropic-ratelimit-output-tokens-reset') ?? '');
  expect(Math.abs(fullAt - 1_000_000 - 21_000_000)).toBeLessThan(5000);
  expect((await askMessages(simulator)).status).toBe(429);
});

test('an update keeps the output that was produced, and what came before a limit is free', async () => {
  const { clock, simulator } = create({});
  const limit = (burst: number) =>
    simulator.update({
      models: [{ name: 'oak', limits: { outputTokens: { burst, perSecond: 0.001 } } }],
    });
  const first = askMessages(simulator);
  await clock.advance(500);
  limit(1);
  const second = askMessages(simulator);
  await clock.advance(100);
  // The first answer's sixth token and the second's first overdraw the bucket; a larger one knows.
  expect((await askMessages(simulator)).status).toBe(429);
  limit(3);
  const third = askMessages(simulator);
  await clock.advance(0);
  expect(simulator.hits().at(-1)).toMatchObject({ number: 4, outcome: 'pending' });
  limit(2);
  expect((await askMessages(simulator)).status).toBe(429);
  const all = await clock.run(Promise.all([first, second, third]));
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
});
