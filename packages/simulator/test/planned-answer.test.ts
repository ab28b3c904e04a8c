import { createVirtualClock } from '@llm-router/core';
import {
  createSimulator,
  type PlanAnswer,
  type PlannedAnswer,
  type SimulatedModel,
} from '@llm-router/simulator';
import { ask, bodyOf, drain } from './support.ts';

const steady = { medianMs: 100, sigma: 0, betweenTokensMs: 5 };

function create(plan: PlanAnswer, model: Partial<SimulatedModel> = {}) {
  const clock = createVirtualClock();
  const models = [{ name: 'oak', latency: steady, outputTokens: { min: 30, max: 30 }, ...model }];
  return { clock, simulator: createSimulator({ models, plan, clock }) };
}

test('a plan settles how long an answer takes and how long it is', async () => {
  const { clock, simulator } = create(({ number }) => ({
    latencyMs: 700 * number,
    outputTokens: 7,
  }));
  const start = clock.now();
  const answers = await clock.run(Promise.all([ask(simulator, 'oak'), ask(simulator, 'oak')]));
  expect(simulator.hits().map(({ endedAt = 0 }) => endedAt - start)).toEqual([700, 1400]);
  for (const answer of answers) expect((await bodyOf(answer)).usage.completion_tokens).toBe(7);
});

test("a plan's latency is that to the first token of a stream; its gaps stay", async () => {
  const { clock, simulator } = create(() => ({ latencyMs: 40, outputTokens: 3 }));
  const start = clock.now();
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  expect(clock.now() - start).toBe(40);
  await clock.run(drain(response.body));
  expect(clock.now() - start).toBe(40 + 2 * 5);
});

test('what a plan leaves out is drawn as ever', async () => {
  const { clock, simulator } = create(({ body }) =>
    body['user'] === 'wren' ? undefined : { outputTokens: 5 },
  );
  const start = clock.now();
  await clock.run(ask(simulator, 'oak', { user: 'wren' }));
  await clock.run(ask(simulator, 'oak', { user: 'heron' }));
  expect(simulator.hits().map(({ outputTokens }) => outputTokens)).toEqual([30, 5]);
  expect(simulator.hits()[0]?.endedAt).toBe(start + 100);
});

test('a planned length is reserved, and cut short by max_tokens', async () => {
  const limits = { tokens: { burst: 200, perSecond: 0.001 } };
  const { clock, simulator } = create(() => ({ outputTokens: 500 }), { limits });
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(429);
  const body = await bodyOf(await clock.run(ask(simulator, 'oak', { max_tokens: 20 })));
  expect(body.choices[0].finish_reason).toBe('length');
  expect(body.usage.completion_tokens).toBe(20);
});

test.each([
  ['latencyMs is -1', { latencyMs: -1 }],
  ['outputTokens is 0.5', { outputTokens: 0.5 }],
  ["unknown option 'latency'", { latency: 5 }],
])(
  'a plan that cannot be meant rejects the call and takes no slot: %s',
  async (message, planned) => {
    const { clock, simulator } = create(
      ({ number }) => (number === 1 ? (planned as PlannedAnswer) : undefined),
      {
        limits: { maxConcurrent: 1 },
      },
    );
    await expect(ask(simulator, 'oak')).rejects.toThrow(message);
    expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
  },
);
