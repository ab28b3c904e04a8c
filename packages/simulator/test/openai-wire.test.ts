import { createVirtualClock, estimateTokens } from '@llm-router/core';
import { createSimulator, type SimulatedModel } from '@llm-router/simulator';
import { ask, bodyOf, messages } from './support.ts';

const steady = { latency: { medianMs: 200, sigma: 0 }, outputTokens: { min: 12, max: 12 } };

function create(...models: SimulatedModel[]) {
  const clock = createVirtualClock();
  return { clock, simulator: createSimulator({ models, seed: 11, clock }) };
}

test('a JSON answer has the shape of a completion and exactly the drawn number of words', async () => {
  const { clock, simulator } = create({ name: 'oak', ...steady });
  const response = await clock.run(ask(simulator, 'oak'));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('openai-processing-ms')).toBe('200');
  expect(response.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{8}$/);
  const body = await bodyOf(response);
  expect(body).toMatchObject({
    object: 'chat.completion',
    model: 'oak',
    created: 1000,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', refusal: null } }],
    usage: {
      prompt_tokens: estimateTokens(messages as never),
      completion_tokens: 12,
      total_tokens: estimateTokens(messages as never) + 12,
    },
  });
  expect(body.id).toMatch(/^chatcmpl-/);
  expect(body.choices[0].message.content.split(' ')).toHaveLength(12);
});

test.each([
  ['max_tokens', { max_tokens: 5 }],
  ['max_completion_tokens', { max_completion_tokens: 5, max_tokens: 900 }],
])('%s cuts the answer and says so', async (_, extra) => {
  const { clock, simulator } = create({ name: 'oak', ...steady });
  const body = await bodyOf(await clock.run(ask(simulator, 'oak', extra)));
  expect(body.choices[0].finish_reason).toBe('length');
  expect(body.choices[0].message.content.split(' ')).toHaveLength(5);
  expect(body.usage.completion_tokens).toBe(5);
});

test('the context window cuts the answer too, and refuses a prompt that leaves no room', async () => {
  const input = estimateTokens(messages as never);
  const { clock, simulator } = create(
    { name: 'wide', ...steady, contextWindow: input + 4 },
    { name: 'narrow', ...steady, contextWindow: input },
  );
  const cut = await bodyOf(await clock.run(ask(simulator, 'wide')));
  expect(cut.usage.completion_tokens).toBe(4);
  expect(cut.choices[0].finish_reason).toBe('length');
  for (const refused of [ask(simulator, 'narrow'), ask(simulator, 'wide', { max_tokens: 5 })]) {
    const response = await refused;
    expect(response.status).toBe(400);
    expect((await bodyOf(response)).error).toMatchObject({
      type: 'invalid_request_error',
      code: 'context_length_exceeded',
      message: expect.stringContaining('maximum context length is'),
    });
  }
});

const tools = ['lamp', 'rope'].map((name) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties: {} } },
}));

test('a forced tool choice gives a call with arguments that are JSON', async () => {
  const { clock, simulator } = create({ name: 'oak', ...steady });
  const named = { type: 'function', function: { name: 'rope' } };
  for (const [tool_choice, name] of [
    ['required', 'lamp'],
    [named, 'rope'],
  ]) {
    const body = await bodyOf(await clock.run(ask(simulator, 'oak', { tools, tool_choice })));
    const { message, finish_reason } = body.choices[0];
    expect(finish_reason).toBe('tool_calls');
    expect(message.content).toBeNull();
    expect(message.tool_calls).toHaveLength(1);
    expect(message.tool_calls[0]).toMatchObject({ type: 'function', function: { name } });
    expect(JSON.parse(message.tool_calls[0].function.arguments).text.split(' ')).toHaveLength(12);
  }
});

test('tools that are only offered are not called', async () => {
  const { clock, simulator } = create({ name: 'oak', ...steady });
  const body = await bodyOf(await clock.run(ask(simulator, 'oak', { tools, tool_choice: 'auto' })));
  expect(body.choices[0].message.tool_calls).toBeUndefined();
});

function fileOf(file_data: unknown) {
  const content = [{ type: 'file', file: { file_data } }];
  return { model: 'oak', messages: [{ role: 'user', content }] };
}

test.each([
  ['no JSON', '{"model":', null, null],
  ['no object', '[]', null, null],
  ['no model', { messages }, 'model', 'missing_required_parameter'],
  ['no messages', { model: 'oak' }, 'messages', 'missing_required_parameter'],
  ['messages of another type', { model: 'oak', messages: 'Hello' }, 'messages', 'invalid_type'],
  ['an empty list', { model: 'oak', messages: [] }, 'messages', 'empty_array'],
  ['no role', { model: 'oak', messages: [{}] }, 'messages[0].role', 'invalid_type'],
  [
    'content that is a number',
    { model: 'oak', messages: [{ role: 'user', content: 4 }] },
    'messages',
    'invalid_type',
  ],
  ['a file of negative length', fileOf({ length: -99_999 }), 'messages', 'invalid_type'],
  ['a file of a length that is no number', fileOf({ length: 'x' }), 'messages', 'invalid_type'],
  ['a stream of yes', { model: 'oak', messages, stream: 'yes' }, 'stream', 'invalid_type'],
  [
    'stream options without a stream',
    { model: 'oak', messages, stream_options: { include_usage: true } },
    'stream_options',
    null,
  ],
  [
    'no tokens at all',
    { model: 'oak', messages, max_tokens: 0 },
    'max_tokens',
    'integer_below_min_value',
  ],
  ['half a token', { model: 'oak', messages, max_tokens: 1.5 }, 'max_tokens', 'invalid_type'],
  [
    'a tool choice without tools',
    { model: 'oak', messages, tool_choice: 'required' },
    'tool_choice',
    null,
  ],
  [
    'a tool that is not there',
    { model: 'oak', messages, tools, tool_choice: { type: 'function', function: { name: 'x' } } },
    'tool_choice',
    null,
  ],
])('a request with %s is a 400 of its own', async (_, body, param, code) => {
  const { simulator } = create({ name: 'oak', ...steady });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await ask(simulator, 'oak', {}, { body: text });
  expect(response.status).toBe(400);
  const { error } = await bodyOf(response);
  expect(error).toMatchObject({ type: 'invalid_request_error', param, code });
  expect(error.message).not.toBe('');
  expect(simulator.hits()).toMatchObject([{ status: 400, outcome: 'refused', outputTokens: 0 }]);
});

test('an unknown model is a 404 that names it', async () => {
  const { simulator } = create({ name: 'oak' });
  const response = await ask(simulator, 'elm');
  expect(response.status).toBe(404);
  expect((await bodyOf(response)).error).toMatchObject({
    type: 'invalid_request_error',
    code: 'model_not_found',
    message: expect.stringContaining("'elm'"),
  });
  expect(simulator.hits()).toMatchObject([{ model: 'elm', reason: 'unknown-model' }]);
});

test('an unknown path is a 404', async () => {
  const { simulator } = create({ name: 'oak' });
  const posted = await simulator.fetch('http://x/v1/poems', { method: 'POST', body: '{}' });
  const read = await simulator.fetch('http://x/v1/chat/completions');
  expect([posted.status, read.status]).toEqual([404, 404]);
});

test('a model that demands a key takes only that one, and never repeats a wrong one', async () => {
  const { clock, simulator } = create({ name: 'oak', ...steady, apiKey: 'sesame' });
  const send = (headers: Record<string, string>) =>
    clock.run(ask(simulator, 'oak', {}, { headers }));
  const missing = await send({});
  const wrong = await send({ authorization: 'Bearer thistle' });
  expect([missing.status, wrong.status]).toEqual([401, 401]);
  const { error } = await bodyOf(wrong);
  expect(error.code).toBe('invalid_api_key');
  expect(error.message).not.toContain('thistle');
  expect((await send({ Authorization: 'bearer sesame' })).status).toBe(200);
  expect((await send({ 'api-key': 'sesame' })).status).toBe(200);
});

test('the list of models shows what a key opens', async () => {
  const { simulator } = create({ name: 'oak', apiKey: 'sesame' }, { name: 'elm', provider: 'p' });
  const list = async (headers = {}) => {
    const response = await simulator.fetch('http://x/v1/models', { headers });
    return (await bodyOf(response)).data.map((model: { id: string }) => model.id);
  };
  expect(await list()).toEqual(['elm']);
  expect(await list({ authorization: 'Bearer sesame' })).toEqual(['oak', 'elm']);
  const closed = create({ name: 'oak', apiKey: 'sesame' }).simulator;
  expect((await closed.fetch('http://x/v1/models')).status).toBe(401);
});

test('a Request object is read like an address and its options', async () => {
  const { clock, simulator } = create({ name: 'oak', ...steady, apiKey: 'sesame' });
  const request = new Request('http://x/any/base/chat/completions', {
    method: 'POST',
    headers: { authorization: 'Bearer sesame' },
    body: JSON.stringify({ model: 'oak', messages }),
  });
  expect((await clock.run(simulator.fetch(request))).status).toBe(200);
});
