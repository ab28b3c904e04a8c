import { createVirtualClock, estimateTokens } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import { askMessages, errorOf, messageOf } from './anthropic-support.ts';

const clock = createVirtualClock();
const simulator = createSimulator({ models: [{ name: 'oak' }], clock });

const send = (extra: object, init: RequestInit = {}) =>
  clock.run(askMessages(simulator, extra, init));

async function refusalOf(response: Response): Promise<string> {
  expect(response.status).toBe(400);
  const { error } = await errorOf(response);
  expect(error.type).toBe('invalid_request_error');
  expect(simulator.hits().at(-1)).toMatchObject({ reason: 'invalid-request', outputTokens: 0 });
  return error.message;
}

const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown) => ({ role: 'assistant', content });
const call = (id: string) => ({ type: 'tool_use', id, name: 'lamp', input: { text: 'dim' } });
const result = (id: string) => ({ type: 'tool_result', tool_use_id: id, content: 'done' });
const talk = (...messages: unknown[]) => ({ messages });
const schema = { type: 'object' };

test('the version header is required', async () => {
  for (const headers of [{}, { 'anthropic-version': '' }]) {
    expect(await refusalOf(await send({}, { headers }))).toContain('anthropic-version');
  }
});

test.each([
  ['no JSON', '{"model":'],
  ['no object', '[]'],
])('a body that is %s is refused', async (_, body) => {
  expect(await refusalOf(await send({}, { body }))).toContain('body of the request');
});

test.each<[string, object]>([
  ['model', { model: undefined }],
  ['max_tokens', { max_tokens: undefined }],
  ['max_tokens', { max_tokens: 0 }],
  ['max_tokens', { max_tokens: 1.5 }],
  ['stream', { stream: 'yes' }],
  ['temperature', { temperature: 1.2 }],
  ['temperature', { temperature: '1' }],
  ['stop_sequences', { stop_sequences: 'end' }],
  ['stop_sequences', { stop_sequences: [' '] }],
  ['stop', { stop: ['end'] }],
  ['n', { n: 1 }],
  ['stream_options', { stream: true, stream_options: { include_usage: true } }],
  ['system', { system: 4 }],
  ['system', { system: [{ type: 'image', source: { type: 'url', url: 'x' } }] }],
  ['thinking', { thinking: true }],
  ['thinking.budget_tokens', { thinking: { type: 'enabled' }, max_tokens: 5000 }],
  ['thinking.budget_tokens', { thinking: { type: 'enabled', budget_tokens: 1000 } }],
  ['thinking.budget_tokens', { thinking: { type: 'enabled', budget_tokens: 1024 } }],
  ['temperature', { thinking: { type: 'adaptive' }, temperature: 0.5 }],
  [
    'tool_choice',
    {
      thinking: { type: 'adaptive' },
      tools: [{ name: 'lamp', input_schema: schema }],
      tool_choice: { type: 'any' },
    },
  ],
  ['tools', { tools: {} }],
  ['tools.0', { tools: [{ type: 'function', function: { name: 'lamp' } }] }],
  ['tools.0.name', { tools: [{ name: 'a lamp', input_schema: schema }] }],
  ['tools.0.input_schema', { tools: [{ name: 'lamp' }] }],
  ['tools.0.input_schema', { tools: [{ name: 'lamp', input_schema: { type: 'string' } }] }],
  ['tool_choice', { tool_choice: { type: 'any' } }],
  ['tool_choice', { tool_choice: 'required' }],
  [
    'tool_choice',
    {
      tools: [{ name: 'lamp', input_schema: schema }],
      tool_choice: { type: 'tool', name: 'rope' },
    },
  ],
])('a request is refused for its %s: %j', async (field, extra) => {
  expect((await refusalOf(await send(extra))).startsWith(`${field}: `)).toBe(true);
});

test.each<[string, object]>([
  ['messages', { messages: undefined }],
  ['messages', talk()],
  ['messages', { messages: 'Hello' }],
  ['messages.0', talk('Hello')],
  ['messages.0.role', talk({ role: 'tool', content: 'x' })],
  ['messages.0', talk(user(''))],
  ['messages.0.content', talk(user(7))],
  ['messages.0.content', talk({ role: 'user' })],
  ['messages.1', talk(user('a'), assistant([]), user('b'))],
  ['messages.0.content.0', talk(user(['Hello']))],
  ['messages.0.content.0.text', talk(user([{ type: 'text', text: '' }]))],
  ['messages.0.content.0.type', talk(user([{ type: 'image_url', image_url: { url: 'x' } }]))],
  ['messages.0.content.0.source', talk(user([{ type: 'image' }]))],
  ['messages.1', talk(user('a'), assistant('The light is '))],
  ['messages.1', talk(user('a'), assistant([call('c1')]))],
  ['messages.1', talk(user('a'), assistant([call('c1')]), user('b'))],
  ['messages.1', talk(user('a'), assistant([call('c1'), call('c2')]), user([result('c1')]))],
  ['messages.0', talk(user([result('c1')]))],
  ['messages.2', talk(user('a'), assistant([call('c1')]), user([result('c1'), result('c3')]))],
  [
    'messages.2',
    talk(user('a'), assistant([call('c1')]), user([{ type: 'text', text: 'b' }, result('c1')])),
  ],
  ['messages.1.content.0.id', talk(user('a'), assistant([call('c 1')]), user([result('c 1')]))],
  ['messages.0.content.0.input', talk(user([{ ...call('c1'), input: '{}' }]))],
  [
    'messages.0.content.0.content.0.type',
    talk(user([{ ...result('c1'), content: [result('c2')] }])),
  ],
  ['messages.0.content.0.signature', talk(assistant([{ type: 'thinking', thinking: 'hm' }]))],
])('messages are refused at %s: %j', async (field, extra) => {
  expect((await refusalOf(await send(extra))).startsWith(`${field}: `)).toBe(true);
});

test.each<[string, object]>([
  ['a start of the answer', talk(user('a'), assistant('The light'))],
  ['an empty end', talk(user('a'), assistant(''))],
  ['two messages of one role', talk(user('a'), user('b'))],
  ['a system message at the end', talk(user('a'), { role: 'system', content: 'Be brief.' })],
  [
    'calls, their results and more text',
    talk(
      user('a'),
      assistant([{ type: 'text', text: 'Wait.' }, call('c1'), call('c2')]),
      user([result('c2'), { type: 'tool_result', tool_use_id: 'c1', is_error: true }]),
      user('And now?'),
    ),
  ],
  [
    'calls in two messages of one turn',
    talk(
      user('a'),
      assistant([call('c1')]),
      assistant([call('c2')]),
      user([result('c1')]),
      user([result('c2')]),
    ),
  ],
  [
    'a call of the server',
    talk(
      user('a'),
      assistant([{ type: 'server_tool_use', id: 's', name: 'w', input: {} }]),
      user('b'),
    ),
  ],
  ['thinking that is switched off', { thinking: { type: 'disabled' }, temperature: 0 }],
  ['a tool of the server', { tools: [{ type: 'web_search_20250305', name: 'web_search' }] }],
  ['fields that say nothing here', { metadata: { user_id: 'u' }, top_k: 5, service_tier: 'auto' }],
])('a request with %s is taken', async (_, extra) => {
  await messageOf(await send(extra));
});

async function inputOf(extra: object): Promise<unknown> {
  return (await messageOf(await send(extra))).usage['input_tokens'];
}

test('blocks count as the same parts do on the wire of OpenAI', async () => {
  const text = 'Which of these lamps is the older one?';
  const data = 'QUJD'.repeat(100);
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data } };
  const document = { ...image, type: 'document' };
  const count = await inputOf(talk(user([{ type: 'text', text }, image, document])));
  const parts = [
    { type: 'text', text },
    { type: 'image_url', image_url: { url: 'x' } },
    { type: 'file', file: { file_data: data } },
  ];
  expect(count).toBe(estimateTokens([user(parts)] as never));
});

test('calls, results and thoughts count too', async () => {
  const plain = talk(user('a'), assistant([call('c1')]), user([result('c1')]));
  const few = Number(await inputOf(plain));
  const story = 'lantern '.repeat(50);
  const [one, two, three] = [
    talk(user('a'), assistant([{ ...call('c1'), input: { story } }]), user([result('c1')])),
    talk(user('a'), assistant([call('c1')]), user([{ ...result('c1'), content: story }])),
    talk(
      user('a'),
      assistant([{ type: 'thinking', thinking: story, signature: 's' }, call('c1')]),
      user([result('c1')]),
    ),
  ];
  for (const longer of [one, two, three]) {
    const count = Number(await inputOf(longer));
    expect(count).toBeGreaterThan(few + 40);
    expect(count).toBeLessThan(few + 70);
  }
});
