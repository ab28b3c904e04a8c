import { estimateTokens } from '@llm-router/core';
import type { SimulatedModel } from '@llm-router/simulator';
import {
  errorOf,
  messageOf,
  openStage,
  request,
  type Stage,
  transports,
  version,
} from './anthropic-support.ts';
import { bodyOf, messages } from './support.ts';

const input = estimateTokens(messages as never);

// The HTTP half of these tests speaks over the loopback interface.
describe.each(transports)('over %s', (transport) => {
  let stage: Stage;

  async function open(model: Partial<SimulatedModel> = {}): Promise<Stage> {
    stage = await openStage(transport, model);
    return stage;
  }

  afterEach(() => stage.close());

  test('a JSON answer has the shape of a message and exactly the drawn number of words', async () => {
    const { ask, simulator } = await open();
    const response = await ask();
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('request-id')).toMatch(/^req_[0-9a-f]{8}$/);
    const message = await messageOf(response);
    expect(message).toMatchObject({
      type: 'message',
      role: 'assistant',
      model: 'oak',
      content: [{ type: 'text' }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: {
        input_tokens: input,
        output_tokens: 12,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        output_tokens_details: { thinking_tokens: 0 },
      },
    });
    expect(message.id).toMatch(/^msg_/);
    expect(message.content[0]?.text?.split(' ')).toHaveLength(12);
    expect(simulator.hits()).toMatchObject([
      { status: 200, outcome: 'ok', inputTokens: input, outputTokens: 12 },
    ]);
  });

  test('max_tokens cuts the answer and says so', async () => {
    const { ask } = await open();
    const message = await messageOf(await ask({ max_tokens: 5 }));
    expect(message.stop_reason).toBe('max_tokens');
    expect(message.content[0]?.text?.split(' ')).toHaveLength(5);
    expect(message.usage['output_tokens']).toBe(5);
  });

  test('a forced tool is called with an object for its input, also where it is cut short', async () => {
    const { ask } = await open();
    const tools = ['lamp', 'rope'].map((name) => ({ name, input_schema: { type: 'object' } }));
    for (const [tool_choice, max_tokens, name, stop_reason] of [
      [{ type: 'any' }, 64, 'lamp', 'tool_use'],
      [{ type: 'tool', name: 'rope' }, 64, 'rope', 'tool_use'],
      [{ type: 'tool', name: 'rope' }, 5, 'rope', 'max_tokens'],
    ]) {
      const message = await messageOf(await ask({ tools, tool_choice, max_tokens }));
      expect(message).toMatchObject({ stop_reason, content: [{ type: 'tool_use', name }] });
      expect(message.content[0]?.id).toMatch(/^toolu_[a-zA-Z0-9_-]+$/);
      const words = message.content[0]?.input?.text?.split(' ');
      expect(words).toHaveLength(Math.min(12, Number(max_tokens)));
    }
    for (const tool_choice of [{ type: 'auto' }, { type: 'none' }, undefined]) {
      const message = await messageOf(await ask({ tools, tool_choice }));
      expect(message.content).toMatchObject([{ type: 'text' }]);
    }
  });

  test.each([
    ['a budget', { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 1025 }],
    ['adaptive', { thinking: { type: 'adaptive' }, temperature: 1 }],
  ])('thinking, %s, comes before the answer and counts as output', async (_, extra) => {
    const { ask } = await open();
    const { content, usage } = await messageOf(await ask(extra));
    expect(content).toMatchObject([{ type: 'thinking' }, { type: 'text' }]);
    expect(content[0]?.signature).not.toBe('');
    expect(content[0]?.thinking?.split(' ')).toHaveLength(6);
    expect(content[1]?.text).toMatch(/^\S+( \S+){5}$/);
    expect(usage).toMatchObject({
      output_tokens: 12,
      output_tokens_details: { thinking_tokens: 6 },
    });
  });

  test('both wires draw the same answer and count the same prompt', async () => {
    const first = await open();
    const system = 'Answer like a keeper of lights.';
    const message = await messageOf(await first.ask({ system }));
    await first.close();
    const second = await open();
    const response = await second.send('/v1/chat/completions', {
      method: 'POST',
      body: JSON.stringify({
        model: 'oak',
        messages: [{ role: 'system', content: system }, ...messages],
      }),
    });
    const completion = await bodyOf(response);
    expect(completion.choices[0].message.content).toBe(message.content[0]?.text);
    expect(completion.usage).toMatchObject({
      prompt_tokens: message.usage['input_tokens'],
      completion_tokens: message.usage['output_tokens'],
    });
  });

  test('a model that demands a key takes only that one, and never repeats a wrong one', async () => {
    const { ask } = await open({ apiKey: 'sesame' });
    for (const headers of [version, { ...version, 'x-api-key': 'thistle' }]) {
      const response = await ask({}, headers);
      expect(response.status).toBe(401);
      const { error } = await errorOf(response);
      expect(error.type).toBe('authentication_error');
      expect(error.message).not.toContain('thistle');
    }
    expect((await ask({}, { ...version, 'X-Api-Key': 'sesame' })).status).toBe(200);
    expect((await ask({}, { ...version, authorization: 'Bearer sesame' })).status).toBe(200);
  });

  test('an error has the shape of an error and the id of its request', async () => {
    const { ask, simulator } = await open();
    const response = await ask({ model: 'elm' });
    expect(response.status).toBe(404);
    const body = await errorOf(response);
    expect(body).toMatchObject({
      type: 'error',
      error: { type: 'not_found_error', message: expect.stringContaining("'elm'") },
      request_id: response.headers.get('request-id'),
    });
    expect(simulator.hits()).toMatchObject([{ status: 404, reason: 'unknown-model' }]);
  });

  test('the list of models has the shape of the wire whose headers came', async () => {
    const { send } = await open({ apiKey: 'sesame' });
    const key = { 'x-api-key': 'sesame' };
    for (const headers of [key, { ...version, ...key }]) {
      const list = await (await send('/v1/models', { headers })).json();
      expect(list).toEqual({
        data: [
          {
            type: 'model',
            id: 'oak',
            display_name: 'oak',
            created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          },
        ],
        has_more: false,
        first_id: 'oak',
        last_id: 'oak',
      });
    }
    const closed = await send('/v1/models', { headers: version });
    expect(closed.status).toBe(401);
    expect((await errorOf(closed)).error.type).toBe('authentication_error');
    const bearer = { authorization: 'Bearer sesame' };
    const openai = await (await send('/v1/models', { headers: bearer })).json();
    expect(openai).toMatchObject({ object: 'list' });
  });

  test('the path decides which wire answers, and below messages there is nothing', async () => {
    const { send, ask } = await open();
    const post = (path: string) =>
      send(path, { method: 'POST', headers: version, body: JSON.stringify(request) });
    expect(await (await post('/base/v1/messages?beta=true')).json()).toMatchObject({
      type: 'message',
    });
    expect(await (await post('/v1/chat/completions')).json()).toMatchObject({
      object: 'chat.completion',
    });
    expect(await (await ask()).json()).toMatchObject({ type: 'message' });
    for (const missing of [post('/v1/messages/batches'), send('/v1/messages')]) {
      const response = await missing;
      expect(response.status).toBe(404);
      expect((await errorOf(response)).error.type).toBe('not_found_error');
    }
  });

  test("a prompt beyond the context window is refused in the wire's own words", async () => {
    const { ask } = await open({ contextWindow: input + 4 });
    const long = await ask({ messages: [{ role: 'user', content: 'lantern '.repeat(90) }] });
    expect(long.status).toBe(400);
    const { error } = await errorOf(long);
    expect(error.type).toBe('invalid_request_error');
    expect(error.message).toMatch(
      new RegExp(`^prompt is too long: \\d+ tokens > ${input + 4} maximum$`),
    );
    const wide = await ask({ max_tokens: 5 });
    expect(wide.status).toBe(400);
    expect((await errorOf(wide)).error).toEqual({
      type: 'invalid_request_error',
      message: `input length and \`max_tokens\` exceed context limit: ${input} + 5 > ${input + 4}`,
    });
    expect((await ask({ max_tokens: 4 })).status).toBe(200);
  });
});
