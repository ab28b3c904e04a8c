import type { ChatRequest } from '@llm-router/core';
import { buildMessagesBody } from '../src/messages/messages-body.ts';
import { Untranslatable } from '../src/untranslatable.ts';

const model = 'claude-sonnet-4-5';
const hello = [{ role: 'user', content: 'Name a harbour.' }];

function build(request: object, defaultMaxTokens?: number) {
  const losses: string[] = [];
  const { body, jsonTool } = buildMessagesBody(
    { model, messages: hello, ...request } as ChatRequest,
    {
      stream: false,
      defaultMaxTokens,
      onLoss: (loss) => losses.push(loss),
    },
  );
  return { body, jsonTool, losses };
}

const call = (id: string, name = 'depth', args = '{}') => ({
  id,
  type: 'function',
  function: { name, arguments: args },
});
const result = (id: string, content: unknown = 'ok') => ({
  role: 'tool',
  tool_call_id: id,
  content,
});
const tool = (name = 'depth', more: object = {}) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties: {} }, ...more },
});

describe('the messages of a request', () => {
  test('are sent with the system messages on top, joined', () => {
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'developer', content: [{ type: 'text', text: 'Be kind.' }] },
      ...hello,
    ];
    expect(build({ messages })).toMatchObject({
      body: { system: 'Be brief.\n\nBe kind.', messages: hello },
      losses: [],
    });
  });

  test('keep cache markers, on system blocks, parts, results and tools', () => {
    const cache_control = { type: 'ephemeral', ttl: '1h' };
    const text = (words: string) => ({ type: 'text', text: words, cache_control });
    const { body, losses } = build({
      messages: [
        { role: 'system', content: [text('s')] },
        { role: 'user', content: [text('u')] },
        { role: 'assistant', content: null, tool_calls: [call('a')] },
        result('a', [text('r')]),
      ],
      tools: [{ ...tool(), cache_control }],
    });
    expect(losses).toEqual([]);
    expect(body).toMatchObject({
      system: [text('s')],
      messages: [
        { role: 'user', content: [text('u')] },
        { role: 'assistant' },
        {
          role: 'user',
          content: [
            {
              type: 'tool_result',
              tool_use_id: 'a',
              content: [{ type: 'text', text: 'r' }],
              cache_control,
            },
          ],
        },
      ],
      tools: [{ name: 'depth', cache_control }],
    });
    expect(JSON.stringify(body).match(/ephemeral/g)).toHaveLength(4);
  });

  test('of one role in a row are merged', () => {
    const messages = [
      { role: 'user', content: 'a' },
      { role: 'user', content: 'b' },
      { role: 'assistant', content: 'c' },
      { role: 'assistant', content: 'd' },
      { role: 'user', content: 'e' },
    ];
    const text = (words: string) => ({ type: 'text', text: words });
    expect(build({ messages }).body['messages']).toEqual([
      { role: 'user', content: [text('a'), text('b')] },
      { role: 'assistant', content: [text('c'), text('d')] },
      { role: 'user', content: 'e' },
    ]);
  });

  test('have all tool results in the next user turn, before any text', () => {
    const messages = [
      ...hello,
      { role: 'assistant', content: 'Looking.', tool_calls: [call('a'), call('b')] },
      { role: 'user', content: 'Hurry.' },
      result('a', 'one'),
      result('b', 'two'),
      { role: 'user', content: 'Please.' },
    ];
    const turns = build({ messages }).body['messages'] as { content: unknown }[];
    expect(turns).toHaveLength(3);
    expect(turns[1]?.content).toEqual([
      { type: 'text', text: 'Looking.' },
      { type: 'tool_use', id: 'a', name: 'depth', input: {} },
      { type: 'tool_use', id: 'b', name: 'depth', input: {} },
    ]);
    expect(turns[2]?.content).toEqual([
      { type: 'tool_result', tool_use_id: 'a', content: 'one' },
      { type: 'tool_result', tool_use_id: 'b', content: 'two' },
      { type: 'text', text: 'Hurry.' },
      { type: 'text', text: 'Please.' },
    ]);
  });

  test('get tool ids that Anthropic takes, each once, the same for a call and its result', () => {
    const messages = [
      ...hello,
      { role: 'assistant', tool_calls: [call('fc:1'), call('call_0')] },
      result('fc:1'),
      result('call_0'),
      { role: 'assistant', tool_calls: [call('fc:1')] },
      result('fc:1'),
    ];
    const { body } = build({ messages });
    const blocks = (body['messages'] as { content: unknown }[])
      .flatMap(({ content }) => (Array.isArray(content) ? content : []))
      .map(({ type, id, tool_use_id }) => [type, id ?? tool_use_id]);
    expect(blocks).toEqual([
      ['tool_use', 'call_0'],
      ['tool_use', 'call_1'],
      ['tool_result', 'call_0'],
      ['tool_result', 'call_1'],
      ['tool_use', 'call_2'],
      ['tool_result', 'call_2'],
    ]);
  });

  test('have objects for arguments: empty ones, and a field for what is none', () => {
    const tool_calls = [call('a', 'x', ''), call('b', 'x', '{"n":1}'), call('c', 'x', '[1')];
    const { body, losses } = build({ messages: [...hello, { role: 'assistant', tool_calls }] });
    expect(body['messages']).toMatchObject([
      {},
      { content: [{ input: {} }, { input: { n: 1 } }, { input: { arguments: '[1' } }] },
    ]);
    expect(losses).toEqual([
      'tool call arguments that are no JSON object were sent as their field arguments',
    ]);
  });

  test('leave a later system message in its place as the model takes it', () => {
    const messages = [...hello, { role: 'system', content: 'Now in French.' }];
    expect(build({ model: 'claude-opus-4-8', messages })).toMatchObject({
      body: { messages },
      losses: [],
    });
    const { body, losses } = build({ messages });
    expect(body['messages']).toMatchObject([
      { role: 'user', content: [{ text: 'Name a harbour.' }, { text: 'Now in French.' }] },
    ]);
    expect(losses[0]).toMatch(/system message inside the conversation/);
  });

  test('send a system message where it may not stand as a user message, results first', () => {
    const messages = [
      ...hello,
      { role: 'assistant', tool_calls: [call('a')] },
      { role: 'system', content: 'Mind the units.' },
      result('a'),
    ];
    const { body } = build({ model: 'claude-opus-5', messages });
    expect(body['messages']).toMatchObject([
      {},
      {},
      { role: 'user', content: [{ type: 'tool_result' }, { text: 'Mind the units.' }] },
    ]);
  });

  test('send a lonely system message as a user message', () => {
    const { body, losses } = build({ messages: [{ role: 'system', content: 'Say hello.' }] });
    expect(body).toMatchObject({ messages: [{ role: 'user', content: 'Say hello.' }] });
    expect(body).not.toHaveProperty('system');
    expect(losses).toHaveLength(1);
  });

  test('leave out what is empty, and white space that is refused', () => {
    const messages = [
      {
        role: 'user',
        content: [
          { type: 'text', text: '' },
          { type: 'text', text: 'x' },
        ],
      },
      { role: 'user', content: '  ' },
      { role: 'assistant', content: 'The harbour is ' },
    ];
    const { body, losses } = build({ messages });
    expect(body['messages']).toEqual([
      { role: 'user', content: 'x' },
      { role: 'assistant', content: 'The harbour is' },
    ]);
    expect(losses).toEqual([
      'text of white space only was left out: Anthropic refuses it',
      'white space at the end of the last answer was left out',
    ]);
  });

  test('carry images and files by data or by address', () => {
    const content = [
      { type: 'image_url', image_url: { url: 'data:image/PNG;base64,AAAA', detail: 'high' } },
      { type: 'image_url', image_url: { url: 'https://pictures.test/a.png' } },
      { type: 'file', file: { file_data: 'data:application/pdf;base64,BBBB', filename: 'a.pdf' } },
      { type: 'file', file: { file_data: 'CCCC' } },
      { type: 'file', file: { file_data: 'data:text/plain;base64,SGVpIQ==' } },
      { type: 'file', file: { file_id: 'file_01' } },
    ];
    const { body, losses } = build({ messages: [{ role: 'user', content }] });
    const pdf = { type: 'base64', media_type: 'application/pdf' };
    expect(body['messages']).toEqual([
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
          { type: 'image', source: { type: 'url', url: 'https://pictures.test/a.png' } },
          { type: 'document', source: { ...pdf, data: 'BBBB' }, title: 'a.pdf' },
          { type: 'document', source: { ...pdf, data: 'CCCC' } },
          { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'Hei!' } },
          { type: 'document', source: { type: 'file', file_id: 'file_01' } },
        ],
      },
    ]);
    expect(losses).toEqual(['detail of an image was left out: Anthropic sizes images by itself']);
  });

  test('take thinking back that carries Anthropic’s tag, and leave other reasoning behind', () => {
    const own = [
      { type: 'anthropic.thinking', index: 0, text: 'Tides.', signature: 'sig' },
      { type: 'anthropic.redacted_thinking', index: 1, data: 'xyz' },
    ];
    const answer = (more: object) => ({ role: 'assistant', content: 'Bergen', ...more });
    const kept = build({
      messages: [
        ...hello,
        answer({ reasoning_content: 'Tides.', reasoning_details: own }),
        ...hello,
      ],
    });
    expect(kept.losses).toEqual([]);
    expect(kept.body['messages']).toMatchObject([
      {},
      {
        content: [
          { type: 'thinking', thinking: 'Tides.', signature: 'sig' },
          { type: 'redacted_thinking', data: 'xyz' },
          { type: 'text', text: 'Bergen' },
        ],
      },
      {},
    ]);
    for (const foreign of [
      { reasoning_content: 'Hm.' },
      { reasoning: 'Hm.' },
      { reasoning_details: [{ type: 'reasoning.text', text: 'Hm.', signature: 'other' }] },
      { reasoning_details: [{ type: 'anthropic.thinking', text: 'cut short' }] },
    ]) {
      const { body, losses } = build({ messages: [...hello, answer(foreign), ...hello] });
      expect(body['messages']).toMatchObject([{}, { content: 'Bergen' }, {}]);
      expect(losses).toEqual([
        'reasoning without a signature of Anthropic was left out of an earlier answer',
      ]);
    }
  });
});

describe('the fields of a request', () => {
  test('always have an output limit: the request’s, the option’s, or the family’s', () => {
    expect(build({ max_tokens: 5 }).body).toMatchObject({ max_tokens: 5 });
    expect(build({ max_tokens: 5, max_completion_tokens: 7 }, 9).body).toMatchObject({
      max_tokens: 7,
    });
    expect(build({}, 9).body).toMatchObject({ max_tokens: 9 });
    expect(build({}).body).toMatchObject({ max_tokens: 64_000 });
    expect(build({ model: 'claude-3-haiku-20240307' }).body).toMatchObject({ max_tokens: 4096 });
  });

  test.each([
    [{ stop: 'x' }, { stop_sequences: ['x'] }],
    [{ stop: ['x', 'y'] }, { stop_sequences: ['x', 'y'] }],
    [{ user: 'u-1' }, { metadata: { user_id: 'u-1' } }],
    [{ safety_identifier: 'u-2' }, { metadata: { user_id: 'u-2' } }],
    [{ service_tier: 'default' }, { service_tier: 'standard_only' }],
    [{ temperature: 0.3 }, { temperature: 0.3 }],
    [
      { top_p: 0.9, top_k: 3 },
      { top_p: 0.9, top_k: 3 },
    ],
    [{ thinking: { type: 'disabled' } }, { thinking: { type: 'disabled' } }],
    [{ output_config: { effort: 'low' } }, { output_config: { effort: 'low' } }],
  ])('translate %j without loss', (request, expected) => {
    const { body, losses } = build(request);
    expect(body).toEqual({ model, max_tokens: 64_000, messages: hello, ...expected });
    expect(losses).toEqual([]);
  });

  test.each([
    { n: 1, logprobs: false, frequency_penalty: 0, presence_penalty: 0, logit_bias: {} },
    { store: false, modalities: ['text'], seed: null, stream: true },
    { stream_options: { include_usage: true }, response_format: { type: 'text' } },
  ])('that ask for nothing, as in %j, are no loss', (request) => {
    const { body, losses } = build(request);
    expect(body).toEqual({ model, max_tokens: 64_000, messages: hello });
    expect(losses).toEqual([]);
  });

  test.each([
    [{ seed: 7 }, 'seed was left out: answers cannot be repeated'],
    [{ logprobs: true }, 'logprobs was left out: Anthropic tells no probabilities'],
    [{ logit_bias: { 50: 1 } }, 'logit_bias was left out: Anthropic has no such setting'],
    [{ presence_penalty: 1 }, 'presence_penalty was left out: Anthropic has no such setting'],
    [{ metadata: { a: 'b' } }, 'metadata was left out: Anthropic keeps no metadata but a user id'],
    [{ transforms: [] }, 'transforms was left out: Anthropic does not know this field'],
    [{ service_tier: 'flex' }, "service_tier was left out: Anthropic has no 'flex'"],
    [{ stop: [' '] }, 'stop of white space only was left out'],
    [{ tool_choice: 'auto' }, 'tool_choice was left out: there are no tools'],
    [{ messages: [{ ...hello[0], name: 'Kari' }] }, 'name of a message was left out'],
  ])('that cannot be said, as in %j, are a loss in plain words', (request, loss) => {
    const { body, losses } = build(request);
    expect(body).toEqual({ model, max_tokens: 64_000, messages: hello });
    expect(losses).toEqual([loss]);
  });

  const part = (content: object) => ({ messages: [{ role: 'user', content: [content] }] });
  test.each([
    [{ n: 2 }, 'n cannot be sent'],
    [{ modalities: ['text', 'audio'] }, 'modalities cannot be sent'],
    [{ audio: { voice: 'x' } }, 'audio cannot be sent'],
    [{ web_search_options: {} }, 'web_search_options cannot be sent'],
    [{ functions: [] }, 'use tools'],
    [{ messages: [{ role: 'function', name: 'f', content: '1' }] }, "role 'function'"],
    [part({ type: 'input_audio', input_audio: { data: 'A', format: 'wav' } }), 'no sound'],
    [part({ type: 'video', video: 1 }), "type 'video'"],
    [part({ type: 'image_url', image_url: { url: 'ftp://x' } }), 'image_url cannot be sent'],
    [part({ type: 'file', file: {} }), 'file_data cannot be sent'],
    [{ tools: [{ type: 'custom', custom: { name: 'c' } }] }, 'custom tool'],
  ])('whose absence would change what was asked, as in %j, are refused', (request, message) => {
    expect(() => build(request)).toThrow(Untranslatable);
    expect(() => build(request)).toThrow(message);
  });

  test('are left as they were', () => {
    const request = {
      messages: [...hello, { role: 'assistant', tool_calls: [call('a:b')] }, result('a:b')],
      tools: [tool('depth', { strict: true })],
    };
    const before = JSON.stringify(request);
    build(request);
    expect(JSON.stringify(request)).toBe(before);
  });
});

describe('sampling settings', () => {
  test('are clamped to what Anthropic takes', () => {
    expect(build({ temperature: 1.7 })).toMatchObject({
      body: { temperature: 1 },
      losses: ['temperature 1.7 became 1'],
    });
  });

  test('are one of two on newer models and none on the newest', () => {
    const both = { temperature: 0.5, top_p: 0.5, top_k: 5 };
    expect(build({ ...both, model: 'claude-3-haiku-20240307' }).body).toMatchObject(both);
    const one = build(both);
    expect(one.body).toMatchObject({ temperature: 0.5, top_k: 5 });
    expect(one.losses).toEqual(['top_p was left out: this model takes it or temperature']);
    const none = build({ ...both, model: 'claude-opus-4-8' });
    expect(Object.keys(none.body)).toEqual(['model', 'max_tokens', 'messages']);
    expect(none.losses).toHaveLength(3);
  });

  test('at their defaults are no loss where they are refused', () => {
    const { losses } = build({ model: 'claude-sonnet-5', temperature: 1, top_p: 1 });
    expect(losses).toEqual([]);
  });

  test('are left out while the model thinks', () => {
    const { body, losses } = build({
      reasoning_effort: 'low',
      temperature: 0.2,
      top_p: 0.5,
      top_k: 4,
    });
    for (const name of ['temperature', 'top_p', 'top_k']) expect(body).not.toHaveProperty(name);
    expect(losses).toHaveLength(3);
  });
});

describe('tools', () => {
  const tools = [tool('depth', { description: 'How deep.' }), tool('tide')];

  test('are renamed, and always have an object for a schema', () => {
    const bare = { type: 'function', function: { name: 'bare' } };
    expect(build({ tools: [tools[0], bare] }).body['tools']).toEqual([
      {
        name: 'depth',
        description: 'How deep.',
        input_schema: { type: 'object', properties: {} },
      },
      { name: 'bare', input_schema: { type: 'object', properties: {} } },
    ]);
  });

  test('of Anthropic’s own go out as they are', () => {
    const search = { type: 'web_search_20250305', name: 'web_search', max_uses: 2 };
    expect(build({ tools: [search] }).body['tools']).toEqual([search]);
  });

  test.each([
    ['auto', { type: 'auto' }],
    ['none', { type: 'none' }],
    ['required', { type: 'any' }],
    [
      { type: 'function', function: { name: 'tide' } },
      { type: 'tool', name: 'tide' },
    ],
  ])('are chosen by %j', (tool_choice, expected) => {
    expect(build({ tools, tool_choice }).body['tool_choice']).toEqual(expected);
  });

  test('are called one at a time where that was asked', () => {
    const disable_parallel_tool_use = true;
    const one = { tools, parallel_tool_calls: false };
    expect(build(one).body).toMatchObject({
      tool_choice: { type: 'auto', disable_parallel_tool_use },
    });
    expect(build({ ...one, tool_choice: 'required' }).body).toMatchObject({
      tool_choice: { type: 'any', disable_parallel_tool_use },
    });
    expect(build({ ...one, tool_choice: 'none' }).body['tool_choice']).toEqual({ type: 'none' });
  });

  test('are only those that were allowed', () => {
    const allowed = { mode: 'required', tools: [{ type: 'function', function: { name: 'tide' } }] };
    const tool_choice = { type: 'allowed_tools', allowed_tools: allowed };
    expect(build({ tools, tool_choice }).body).toMatchObject({
      tools: [{ name: 'tide' }],
      tool_choice: { type: 'any' },
    });
  });

  test('cannot be forced on the newest models', () => {
    const { body, losses } = build({ model: 'claude-opus-5-5', tools, tool_choice: 'required' });
    expect(body['tool_choice']).toEqual({ type: 'auto' });
    expect(losses).toEqual(['tool_choice became auto: this model cannot be made to call a tool']);
  });

  test('are strict where the model knows that', () => {
    const parameters = { type: 'object', properties: { n: { type: 'integer', minimum: 1 } } };
    const strict = [tool('depth', { strict: true, parameters })];
    const { body, losses } = build({ tools: strict });
    expect(body['tools']).toEqual([
      {
        name: 'depth',
        input_schema: {
          type: 'object',
          properties: { n: { type: 'integer' } },
          additionalProperties: false,
        },
        strict: true,
      },
    ]);
    expect(losses).toEqual([
      'minimum in a JSON schema was left out: Anthropic does not enforce it',
    ]);
    const old = build({ model: 'claude-3-opus-20240229', tools: strict });
    expect(old.body['tools']).toEqual([{ name: 'depth', input_schema: parameters }]);
    expect(old.losses).toEqual(['strict of a tool was left out: this model does not know it']);
  });
});

describe('the form of an answer', () => {
  const schema = { type: 'object', properties: { port: { type: 'string' } } };
  const response_format = { type: 'json_schema', json_schema: { name: 'port', schema } };
  const old = 'claude-3-5-haiku-20241022';

  test('is Anthropic’s own where the model has it', () => {
    const { body, jsonTool } = build({ response_format });
    expect(body['output_config']).toEqual({
      format: { type: 'json_schema', schema: { ...schema, additionalProperties: false } },
    });
    expect(jsonTool).toBeUndefined();
  });

  test('is a forced tool elsewhere', () => {
    const { body, jsonTool } = build({ model: old, response_format });
    expect(jsonTool).toBe('json_answer');
    expect(body).toMatchObject({
      tools: [{ name: 'json_answer', input_schema: schema }],
      tool_choice: { type: 'tool', name: 'json_answer', disable_parallel_tool_use: true },
    });
    expect(body).not.toHaveProperty('output_config');
  });

  test('stands beside the caller’s tools, under a name of its own', () => {
    const tools = [tool('json_answer')];
    const { body, jsonTool } = build({ model: old, response_format, tools });
    expect(jsonTool).toBe('json_answer_');
    expect(body).toMatchObject({
      tools: [{ name: 'json_answer' }, { name: 'json_answer_' }],
      tool_choice: { type: 'any' },
    });
    const none = build({ model: old, response_format, tools, tool_choice: 'none' }).body;
    expect(none).toMatchObject({ tool_choice: { type: 'tool', name: 'json_answer_' } });
    const forced = { type: 'function', function: { name: 'json_answer' } };
    const own = build({ model: old, response_format, tools, tool_choice: forced });
    expect(own.jsonTool).toBeUndefined();
    expect(own.body).toMatchObject({ tools: [{ name: 'json_answer' }] });
  });

  test('is a forced tool for any JSON object too, and a loss where nothing can be forced', () => {
    const any = { type: 'json_object' };
    expect(build({ response_format: any }).jsonTool).toBe('json_answer');
    const { body, losses } = build({ model: 'claude-fable-5-1', response_format: any });
    expect(body).not.toHaveProperty('tools');
    expect(losses[0]).toMatch(/^response_format was left out/);
  });
});

describe('reasoning_effort', () => {
  test.each([
    ['claude-sonnet-4-5', 'minimal', { thinking: { type: 'enabled', budget_tokens: 1024 } }],
    ['claude-haiku-4-5', 'high', { thinking: { type: 'enabled', budget_tokens: 16_384 } }],
    ['claude-opus-4-6', 'max', { output_config: { effort: 'max' } }],
    ['claude-opus-5', 'xhigh', { output_config: { effort: 'xhigh' } }],
    ['claude-sonnet-5', 'none', { thinking: { type: 'disabled' } }],
    ['claude-sonnet-5-5', 'none', { thinking: { type: 'between_tools' } }],
    ['claude-sonnet-4-6', 'none', {}],
  ])('of %s at %s becomes %j', (name, reasoning_effort, expected) => {
    const { body, losses } = build({ model: name, reasoning_effort });
    expect(body).toMatchObject(expected);
    if ('output_config' in expected) {
      expect(body['thinking']).toEqual({ type: 'adaptive', display: 'summarized' });
    }
    if (Object.keys(expected).length === 0) {
      expect(Object.keys(body)).toEqual(['model', 'max_tokens', 'messages']);
    }
    expect(losses).toEqual([]);
  });

  test.each([
    ['claude-opus-4-6', 'xhigh', "reasoning_effort 'xhigh' became 'high'"],
    ['claude-opus-5', 'minimal', "reasoning_effort 'minimal' became 'low'"],
    ['claude-opus-5-5', 'none', "reasoning_effort 'none' became 'low': this model always thinks"],
    ['claude-3-haiku-20240307', 'high', 'this model does not think'],
    ['claude-opus-5', 'auto', "'auto' is none of none, minimal"],
  ])('of %s at %s is told where it is bent', (name, reasoning_effort, loss) => {
    const { losses } = build({ model: name, reasoning_effort });
    expect(losses).toHaveLength(1);
    expect(losses[0]).toContain(loss);
  });

  test('leaves half of the limit to the answer, and gives up below the least budget', () => {
    const budget = (max_tokens: number) => build({ reasoning_effort: 'high', max_tokens });
    expect(budget(4000).body).toMatchObject({ thinking: { budget_tokens: 2000 } });
    expect(budget(2000).body).not.toHaveProperty('thinking');
    expect(budget(2000).losses[0]).toMatch(/leaves no room/);
  });

  test('gives way to a forced tool call', () => {
    const request = { reasoning_effort: 'high', tools: [tool()], tool_choice: 'required' };
    const { body, losses } = build(request);
    expect(body).not.toHaveProperty('thinking');
    expect(losses[0]).toMatch(/before a forced tool call/);
    expect(build({ ...request, model: 'claude-opus-4-8' }).losses).toEqual([]);
  });

  test('waits until tool calls that were made without thinking are answered', () => {
    const loop = (more: object) => ({
      reasoning_effort: 'high',
      messages: [...hello, { role: 'assistant', tool_calls: [call('a')], ...more }, result('a')],
    });
    expect(build(loop({})).body).not.toHaveProperty('thinking');
    const details = [{ type: 'anthropic.thinking', index: 0, text: 'T', signature: 's' }];
    expect(build(loop({ reasoning_details: details })).body).toHaveProperty('thinking');
  });

  test('goes after Anthropic’s own field', () => {
    const thinking = { type: 'enabled', budget_tokens: 3000 };
    const { body } = build({ thinking, reasoning_effort: 'high', temperature: 0.1 });
    expect(body).toMatchObject({ thinking });
    expect(body).not.toHaveProperty('temperature');
  });
});
