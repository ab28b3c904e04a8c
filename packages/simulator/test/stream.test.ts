import { createVirtualClock, estimateTokens } from '@llm-router/core';
import { createSimulator, type SimulatedModel } from '@llm-router/simulator';
import { ask, bodyOf, messages, readEvents, textOf } from './support.ts';

const input = estimateTokens(messages as never);
const slow = {
  latency: { sigma: 0, firstTokenMs: 400, betweenTokensMs: 50 },
  outputTokens: { min: 6, max: 6 },
};

function create(model: Partial<SimulatedModel> = {}) {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [{ name: 'oak', ...slow, ...model }], clock });
  return { clock, simulator };
}

async function stream({ clock, simulator }: ReturnType<typeof create>, extra: object = {}) {
  const response = await clock.run(ask(simulator, 'oak', { stream: true, ...extra }));
  return { response, ...readEvents(await clock.run(response.text())) };
}

test('a stream opens with the role, carries the text, closes with the reason and [DONE]', async () => {
  const { response, events, done } = await stream(create());
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(done).toBe(true);
  expect(events).toHaveLength(8);
  expect(events[0]?.choices?.[0]?.delta).toMatchObject({ role: 'assistant', content: '' });
  expect(events[0]?.choices?.[0]?.finish_reason).toBeNull();
  expect(events.filter((event) => event.choices?.[0]?.delta.role !== undefined)).toHaveLength(1);
  expect(textOf(events).split(' ')).toHaveLength(6);
  expect(events.at(-1)?.choices?.[0]).toMatchObject({ delta: {}, finish_reason: 'stop' });
  expect(new Set(events.map(({ id, model, object }) => `${id} ${model} ${object}`)).size).toBe(1);
  expect(events.some((event) => 'usage' in event)).toBe(false);
});

test('usage comes in a chunk without choices, if asked for, and is null before', async () => {
  const { events, done } = await stream(create(), { stream_options: { include_usage: true } });
  expect(done).toBe(true);
  const last = events.pop();
  expect(last?.choices).toEqual([]);
  expect(last?.usage).toMatchObject({
    prompt_tokens: input,
    completion_tokens: 6,
    total_tokens: input + 6,
  });
  expect(events.map((event) => event.usage)).toEqual(events.map(() => null));
});

test('a streamed tool call names its id once and puts its arguments together from pieces', async () => {
  const tools = [{ type: 'function', function: { name: 'lamp' } }];
  const { events } = await stream(create(), { tools, tool_choice: 'required' });
  const deltas = events.flatMap((event) => event.choices?.[0]?.delta.tool_calls ?? []);
  expect(deltas[0]).toMatchObject({ index: 0, type: 'function', function: { name: 'lamp' } });
  expect(deltas.filter((delta) => delta.id !== undefined)).toHaveLength(1);
  const text = deltas.map((delta) => delta.function.arguments).join('');
  expect(JSON.parse(text).text.split(' ')).toHaveLength(6);
  expect(events.at(-1)?.choices?.[0]?.finish_reason).toBe('tool_calls');
});

test('the same request streams the same text as it answers in JSON', async () => {
  const { events } = await stream(create());
  const { clock, simulator } = create();
  const body = await bodyOf(await clock.run(ask(simulator, 'oak')));
  expect(textOf(events)).toBe(body.choices[0].message.content);
});

test('headers come with the first token and the tokens one gap apart', async () => {
  const { clock, simulator } = create();
  const start = clock.now();
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  expect(clock.now() - start).toBe(400);
  const arrivals = await clock.run(
    (async () => {
      const seen: number[] = [];
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        if (chunk.length > 0) seen.push(clock.now() - start);
      }
      return seen;
    })(),
  );
  expect(arrivals).toEqual([400, 400, 450, 500, 550, 600, 650, 650, 650]);
});

test('one factor stretches all times of a request', async () => {
  const { clock, simulator } = create({ latency: { ...slow.latency, sigma: 1 } });
  const factors = [];
  for (let turn = 0; turn < 5; turn++) {
    const start = clock.now();
    const response = await clock.run(ask(simulator, 'oak', { stream: true }));
    const headersAt = clock.now();
    await clock.run(response.text());
    factors.push((headersAt - start) / 400);
    expect((clock.now() - headersAt) / (5 * 50)).toBeCloseTo((headersAt - start) / 400, 6);
  }
  expect(new Set(factors).size).toBe(5);
});

test('nothing is made before it is read, and a slow reader finds the later tokens ready', async () => {
  const { clock, simulator } = create({ outputTokens: { min: 1_000_000, max: 1_000_000 } });
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  await clock.advance(60_000);
  expect(simulator.hits()[0]).toMatchObject({ outcome: 'pending', status: 200 });
  const reader = response.body?.getReader();
  const before = clock.now();
  await clock.run(
    (async () => {
      for (let frame = 0; frame < 1001; frame++) await reader?.read();
    })(),
  );
  expect(clock.now()).toBe(before);
  await reader?.cancel();
  expect(simulator.hits()[0]).toMatchObject({ outcome: 'aborted', outputTokens: 1000 });
});
