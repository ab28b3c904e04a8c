import { createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import fc from 'fast-check';
import { askMessages } from './anthropic-support.ts';

const types = [
  ...['text', 'image', 'document', 'tool_use', 'tool_result', 'thinking', 'redacted_thinking'],
  ...['search_result', 'server_tool_use', 'web_search_tool_result', 'image_url', '', 4, null],
];

/** The right thing, or anything: a request has many parts, and one wrong one is enough. */
const mostly = (...right: unknown[]) =>
  fc.oneof(
    { weight: 25, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

/** An object that is often nearly a content block. */
const block = fc.record(
  {
    type: fc.oneof({ weight: 6, arbitrary: fc.constant('text') }, fc.constantFrom(...types)),
    text: mostly('a lamp'),
    id: mostly('c1', 'c2'),
    tool_use_id: mostly('c1', 'c2'),
    name: mostly('lamp'),
    input: mostly({}, { text: 'dim' }),
    content: mostly('done', [{ type: 'text', text: 'done' }]),
    thinking: mostly('hm'),
    signature: mostly('s'),
    data: mostly('QUJD'),
    source: mostly({ type: 'base64', data: 'QUJD' }, { type: 'text', data: {} }, { type: {} }),
  },
  { requiredKeys: ['type', 'text'] },
);

const content = fc.oneof(
  { weight: 2, arbitrary: mostly('How many lamps?') },
  fc.array(block, { maxLength: 3 }),
);

const messages = fc.array(fc.record({ role: mostly('user', 'assistant', 'system'), content }), {
  minLength: 1,
  maxLength: 4,
});

/** JSON that is often nearly a messages request. */
const body = fc.oneof(
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.json() },
  {
    weight: 10,
    arbitrary: fc
      .record(
        {
          model: mostly('oak', 'oak', 'elm'),
          max_tokens: mostly(64, 5000),
          messages: fc.oneof({ weight: 25, arbitrary: messages }, fc.jsonValue()),
          system: mostly('Be brief.', [{ type: 'text', text: 'Be brief.' }]),
          stream: mostly(true, false, null),
          tools: mostly([{ name: 'lamp', input_schema: { type: 'object' } }]),
          tool_choice: mostly({ type: 'auto' }, { type: 'any' }, { type: 'tool', name: 'lamp' }),
          thinking: mostly({ type: 'disabled' }, { type: 'adaptive' }),
          temperature: mostly(1, 1, 0.5),
          stop_sequences: mostly(['end'], []),
        },
        { requiredKeys: ['model', 'max_tokens', 'messages'] },
      )
      .map((value) => JSON.stringify(value)),
  },
);

test('whatever is posted gets an answer of 200, 400 or 404 that is JSON or a stream', async () => {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [{ name: 'oak', latency: { medianMs: 1 } }], clock });
  const statuses: number[] = [];
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const response = await clock.run(askMessages(simulator, {}, { body: text }));
      statuses.push(response.status);
      expect([200, 400, 404]).toContain(response.status);
      const answer = await clock.run(response.text());
      if (response.headers.get('content-type') === 'application/json') JSON.parse(answer);
      else expect(answer.endsWith('data: {"type":"message_stop"}\n\n')).toBe(true);
      const hit = simulator.hits().at(-1);
      expect(hit?.inputTokens).toBeGreaterThanOrEqual(0);
      expect(hit?.outcome).toBe(response.status === 200 ? 'ok' : 'refused');
    }),
    { numRuns: 600 },
  );
  // Enough of each that all ways through were gone.
  for (const status of [200, 400, 404]) {
    expect(statuses.filter((one) => one === status).length).toBeGreaterThan(10);
  }
});

test('JSON as deep as a body can be is refused, not fallen over', async () => {
  const simulator = createSimulator({ models: [{ name: 'oak' }], clock: createVirtualClock() });
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const nested = '{"type":"tool_result","tool_use_id":"c","content":[';
  const call = `{"type":"tool_use","id":"c","name":"lamp","input":{"a":${deep}}}`;
  for (const blocks of [
    call,
    `${nested.repeat(100_000)}${']}'.repeat(100_000)}`,
    `{"type":"server_tool_use","input":${deep}}`,
  ]) {
    const text = `{"model":"oak","max_tokens":5,"messages":[{"role":"assistant","content":[${blocks}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"c"}]}]}`;
    const response = await askMessages(simulator, {}, { body: text });
    expect(response.status).toBe(400);
  }
});

test('a talk of very many messages is read in linear time', async () => {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [{ name: 'oak' }], clock });
  const many = Array.from({ length: 200_000 }, () => ({ role: 'user', content: 'a' }));
  const response = await clock.run(askMessages(simulator, { messages: many }));
  expect(response.status).toBe(200);
});
