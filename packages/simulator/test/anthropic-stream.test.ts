import { createVirtualClock, estimateTokens } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import {
  askMessages,
  messageOf,
  openStage,
  outline,
  readMessageEvents,
  type Stage,
  transports,
} from './anthropic-support.ts';
import { messages } from './support.ts';

const input = estimateTokens(messages as never);
const tools = [{ name: 'lamp', input_schema: { type: 'object' } }];
const called = { tools, tool_choice: { type: 'any' } };
const head = ['message_start', 'content_block_start', 'ping', 'content_block_delta'];
const end = ['content_block_stop', 'message_delta', 'message_stop'];

// The HTTP half of these tests speaks over the loopback interface.
describe.each(transports)('over %s', (transport) => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await openStage(transport);
  });

  afterEach(() => stage.close());

  async function stream(extra: object = {}) {
    const response = await stage.ask({ stream: true, ...extra });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    return readMessageEvents(await response.text());
  }

  test('text streams from message_start to message_stop, one delta a token', async () => {
    const events = await stream();
    expect(outline(events)).toEqual([...head, ...end]);
    const deltas = events.filter(({ type }) => type === 'content_block_delta');
    expect(deltas).toHaveLength(12);
    expect(new Set(deltas.map(({ index, delta }) => `${index} ${delta?.type}`))).toEqual(
      new Set(['0 text_delta']),
    );
    const text = deltas.map(({ delta }) => delta?.text).join('');
    expect(text.split(' ')).toHaveLength(12);
    expect(stage.simulator.hits()).toMatchObject([{ outcome: 'ok', outputTokens: 12 }]);
  });

  test('usage begins with a placeholder and ends with the whole', async () => {
    const events = await stream();
    expect(events[0]?.message).toMatchObject({
      type: 'message',
      role: 'assistant',
      model: 'oak',
      content: [],
      stop_reason: null,
      usage: { input_tokens: input, cache_read_input_tokens: 0, output_tokens: 1 },
    });
    expect(events.at(-2)).toMatchObject({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { input_tokens: input, output_tokens: 12 },
    });
    expect(events.filter(({ usage }) => usage !== undefined)).toHaveLength(1);
  });

  test('a tool call streams its input in pieces of JSON after an empty one', async () => {
    const events = await stream(called);
    expect(outline(events)).toEqual([...head, ...end]);
    expect(events[1]?.content_block).toMatchObject({ type: 'tool_use', name: 'lamp', input: {} });
    const pieces = events.flatMap(({ delta }) => delta?.partial_json ?? []);
    expect(pieces).toHaveLength(13);
    expect(pieces[0]).toBe('');
    expect(JSON.parse(pieces.join('')).text.split(' ')).toHaveLength(12);
    expect(events.at(-2)?.delta?.stop_reason).toBe('tool_use');
  });

  test('thinking is a block of its own, with its signature at the end', async () => {
    const events = await stream({ thinking: { type: 'adaptive' } });
    const second = ['content_block_stop', 'content_block_start', 'content_block_delta'];
    expect(outline(events)).toEqual([...head, ...second, ...end]);
    const deltas = events.filter(({ type }) => type === 'content_block_delta');
    expect(deltas.map(({ index, delta }) => `${index} ${delta?.type}`)).toEqual([
      ...Array(6).fill('0 thinking_delta'),
      '0 signature_delta',
      ...Array(6).fill('1 text_delta'),
    ]);
    const starts = events.flatMap(({ index, content_block }) =>
      content_block ? [`${index} ${content_block.type}`] : [],
    );
    expect(starts).toEqual(['0 thinking', '1 text']);
    expect(events.at(-2)?.usage).toMatchObject({
      output_tokens: 12,
      output_tokens_details: { thinking_tokens: 6 },
    });
  });

  test.each([
    ['text', {}],
    ['a tool call', called],
    ['a cut tool call', { ...called, max_tokens: 5 }],
    ['thinking', { thinking: { type: 'adaptive' } }],
  ])('the same request streams the same answer as it gives in JSON: %s', async (_, extra) => {
    const events = await stream(extra);
    const other = await openStage(transport);
    const whole = await messageOf(await other.ask(extra));
    await other.close();
    const joined = (index: number, name: 'text' | 'thinking' | 'partial_json') =>
      events.flatMap((event) => (event.index === index && event.delta?.[name]) || []).join('');
    const content = whole.content.map((block, index) => {
      if (block.type === 'text') return { ...block, text: joined(index, 'text') };
      if (block.type === 'thinking') return { ...block, thinking: joined(index, 'thinking') };
      const json = joined(index, 'partial_json');
      return { ...block, input: JSON.parse(json.endsWith('}') ? json : `${json}"}`) };
    });
    expect(content).toEqual(whole.content);
    expect(events.at(-2)?.usage).toMatchObject({
      output_tokens: whole.usage['output_tokens'],
    });
    expect(events.at(-2)?.delta?.stop_reason).toBe(whole.stop_reason);
    expect(events[0]?.message?.id).toBe(whole.id);
  });
});

test('headers come with the first token, the ping at once, and tokens one gap apart', async () => {
  const clock = createVirtualClock();
  const latency = { sigma: 0, firstTokenMs: 400, betweenTokensMs: 50 };
  const models = [{ name: 'oak', latency, outputTokens: { min: 3, max: 3 } }];
  const simulator = createSimulator({ models, clock });
  const start = clock.now();
  const response = await clock.run(askMessages(simulator, { stream: true }));
  const arrivals: string[] = [];
  const work = async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const [event] = readMessageEvents(new TextDecoder().decode(chunk));
      arrivals.push(`${clock.now() - start} ${event?.type}`);
    }
  };
  await clock.run(work());
  expect(arrivals).toEqual([
    '400 message_start',
    '400 content_block_start',
    '400 ping',
    '400 content_block_delta',
    '450 content_block_delta',
    '500 content_block_delta',
    '500 content_block_stop',
    '500 message_delta',
    '500 message_stop',
  ]);
});
