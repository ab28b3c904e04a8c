import { isRouterError } from '@llm-router/core';
import { readMessagesRequest } from '@llm-router/providers';

const read = (body: object) =>
  readMessagesRequest({ messages: [{ role: 'user', content: 'x' }], ...body });
const turns = (...messages: object[]) => readMessagesRequest({ messages }).request.messages;

it('reads the plain fields in the names of the house', () => {
  const { request, losses } = read({
    model: 'm',
    max_tokens: 100,
    system: 'Be brief.',
    temperature: 0.5,
    top_p: 0.9,
    top_k: 5,
    stop_sequences: ['END'],
    metadata: { user_id: 'u1' },
    service_tier: 'standard_only',
    stream: true,
  });
  expect(request).toEqual({
    model: 'm',
    max_tokens: 100,
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'x' },
    ],
    temperature: 0.5,
    top_p: 0.9,
    top_k: 5,
    stop: ['END'],
    user: 'u1',
    service_tier: 'default',
    stream: true,
  });
  expect(losses).toEqual([]);
});

it('keeps the markers of cacheable prefixes where they are', () => {
  const marker = { type: 'ephemeral', ttl: '1h' };
  const { request } = read({
    system: [{ type: 'text', text: 'Long.', cache_control: marker }],
    tools: [{ name: 't', input_schema: { type: 'object' }, cache_control: marker }],
  });
  expect(request.messages[0]).toEqual({
    role: 'system',
    content: [{ type: 'text', text: 'Long.', cache_control: marker }],
  });
  expect(request.tools?.[0]).toMatchObject({ cache_control: marker });
});

it('addresses images and documents as urls', () => {
  const source = { type: 'base64', media_type: 'image/png', data: 'QUJD' };
  const pdf = { type: 'base64', media_type: 'application/pdf', data: 'REVG' };
  const [message] = turns({
    role: 'user',
    content: [
      { type: 'image', source },
      { type: 'image', source: { type: 'url', url: 'https://h.test/a.png' } },
      { type: 'document', title: 'Chart', source: pdf },
      { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'Hi' } },
      { type: 'document', source: { type: 'file', file_id: 'f1' } },
    ],
  });
  expect(message?.content).toEqual([
    { type: 'image_url', image_url: { url: 'data:image/png;base64,QUJD' } },
    { type: 'image_url', image_url: { url: 'https://h.test/a.png' } },
    { type: 'file', file: { file_data: 'data:application/pdf;base64,REVG', filename: 'Chart' } },
    { type: 'file', file: { file_data: 'data:text/plain;base64,SGk=' } },
    { type: 'file', file: { file_id: 'f1' } },
  ]);
});

it('makes messages of tool results, before what else the user says', () => {
  const { request, losses } = readMessagesRequest({
    messages: [
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Looking.' },
          { type: 'tool_use', id: 't1', name: 'look', input: { at: 'sea' } },
        ],
      },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 't1',
            is_error: true,
            content: [
              { type: 'text', text: 'Fog.' },
              { type: 'image', source: { type: 'url', url: 'https://h.test/fog.png' } },
            ],
          },
          { type: 'text', text: 'And now?' },
        ],
      },
    ],
  });
  expect(request.messages).toEqual([
    {
      role: 'assistant',
      content: 'Looking.',
      tool_calls: [
        { id: 't1', type: 'function', function: { name: 'look', arguments: '{"at":"sea"}' } },
      ],
    },
    { role: 'tool', tool_call_id: 't1', content: 'Fog.' },
    {
      role: 'user',
      content: [
        { type: 'image_url', image_url: { url: 'https://h.test/fog.png' } },
        { type: 'text', text: 'And now?' },
      ],
    },
  ]);
  expect(losses).toEqual([
    'is_error of a tool result was left out',
    'images in a tool result were sent as a user message',
  ]);
});

it('keeps signed thinking with its issuer and unsigned thinking as plain words', () => {
  const [message] = turns({
    role: 'assistant',
    content: [
      { type: 'thinking', thinking: 'Hm.', signature: 'sig' },
      { type: 'redacted_thinking', data: 'xyz' },
      { type: 'thinking', thinking: 'Foreign.', signature: '' },
      { type: 'text', text: 'Bergen.' },
    ],
  });
  expect(message).toEqual({
    role: 'assistant',
    content: 'Bergen.',
    reasoning_content: 'Foreign.',
    reasoning_details: [
      { type: 'anthropic.thinking', index: 0, text: 'Hm.', signature: 'sig' },
      { type: 'anthropic.redacted_thinking', index: 1, data: 'xyz' },
    ],
  });
});

it.each([
  [{ type: 'auto' }, { tool_choice: 'auto' }],
  [{ type: 'none' }, { tool_choice: 'none' }],
  [{ type: 'any' }, { tool_choice: 'required' }],
  [
    { type: 'tool', name: 't', disable_parallel_tool_use: true },
    {
      tool_choice: { type: 'function', function: { name: 't' } },
      parallel_tool_calls: false,
    },
  ],
])('reads the choice %j', (tool_choice, expected) => {
  const tools = [{ name: 't', description: 'd', input_schema: { type: 'object' }, strict: true }];
  const { request } = read({ tools, tool_choice });
  expect(request).toMatchObject(expected);
  expect(request.tools).toEqual([
    {
      type: 'function',
      function: { name: 't', description: 'd', parameters: { type: 'object' }, strict: true },
    },
  ]);
});

it("lets Anthropic's own tools through as they are", () => {
  const own = { type: 'web_search_20250305', name: 'web_search' };
  expect(read({ tools: [own] }).request.tools).toEqual([own]);
});

it.each([
  [{ thinking: { type: 'disabled' } }, 'none'],
  [{ thinking: { type: 'adaptive' } }, 'high'],
  [{ thinking: { type: 'adaptive' }, output_config: { effort: 'low' } }, 'low'],
  [{ thinking: { type: 'enabled', budget_tokens: 1024 } }, 'minimal'],
  [{ thinking: { type: 'enabled', budget_tokens: 16_000 } }, 'high'],
  [{ thinking: { type: 'enabled', budget_tokens: 100_000 } }, 'max'],
])('reads %j as an effort', (fields, effort) => {
  expect(read(fields).request.reasoning_effort).toBe(effort);
});

it.each(['output_config', 'output_format'])('reads the form of the answer in %s', (name) => {
  const form = { type: 'json_schema', schema: { type: 'object' } };
  const body = name === 'output_config' ? { output_config: { format: form } } : { [name]: form };
  expect(read(body).request.response_format).toEqual({
    type: 'json_schema',
    json_schema: { name: 'answer', schema: { type: 'object' }, strict: true },
  });
});

it.each([
  [[], 'the body is no object'],
  [{}, 'messages is no list'],
  [{ messages: [{ role: 'poet', content: '' }] }, "messages[0].role is 'poet'"],
  [{ messages: [{ role: 'user' }] }, 'messages[0].content is no content'],
  [
    { messages: [{ role: 'user', content: [{ type: 'server_tool_use' }] }] },
    "messages[0].content[0] has the type 'server_tool_use'",
  ],
  [
    { messages: [{ role: 'assistant', content: [{ type: 'tool_use', id: 'a' }] }] },
    'messages[0].content[0] is no tool call',
  ],
  [
    { messages: [{ role: 'user', content: [{ type: 'tool_result' }] }] },
    'messages[0].content[0].tool_use_id is missing',
  ],
  [{ messages: [{ role: 'user', content: 'x' }], max_tokens: '9' }, 'max_tokens is string'],
  [{ messages: [{ role: 'user', content: 'x' }], mcp_servers: [{}] }, 'mcp_servers cannot be'],
])('refuses %j and names the place', (body, words) => {
  let thrown: unknown;
  try {
    readMessagesRequest(body);
  } catch (error) {
    thrown = error;
  }
  expect(isRouterError(thrown, 'invalid_request')).toBe(true);
  expect((thrown as Error).message).toContain(words);
});
