import type { Cost } from '@llm-router/core';
import { createCompletionAssembler, createProvider } from '../src/index.ts';
import {
  collect,
  failureOf,
  fakeServer,
  frame,
  json,
  pieces,
  request,
  sse,
} from './fake-server.ts';

function providerOf(response: Response, name = 'openai') {
  const server = fakeServer(() => response);
  return createProvider(name, {
    apiKey: 'key-for-test',
    baseUrl: 'https://host.test/v1',
    fetch: server.fetch,
  });
}

const streamOf = (text: string, name?: string) =>
  providerOf(pieces([text]).response, name).stream(request);

async function deltasOf(text: string, name?: string) {
  const chunks = await collect(streamOf(text, name));
  return chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta));
}

const counts = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 };

describe('a stream', () => {
  test('has the role once, then the pieces, the reason, and the usage at the end', async () => {
    const text = sse([
      frame({ role: 'assistant', content: '' }),
      frame({ role: 'assistant', content: 'Ber' }),
      frame({ content: 'gen' }),
      frame({}, 'stop'),
      { ...frame({}), choices: [], usage: counts },
    ]);
    const chunks = await collect(streamOf(text));
    expect(chunks.map(({ choices }) => choices)).toEqual([
      [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
      [{ index: 0, delta: { content: 'Ber' }, finish_reason: null }],
      [{ index: 0, delta: { content: 'gen' }, finish_reason: null }],
      [{ index: 0, delta: {}, finish_reason: 'stop' }],
      [],
    ]);
    expect(chunks.map(({ usage }) => usage)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      counts,
    ]);
    expect(chunks[0]).toMatchObject({
      id: 'answer-7',
      object: 'chat.completion.chunk',
      created: 1_700_000_000,
      model: 'parrot-2',
    });
  });

  test('gets a role and a reason where the server gave none', async () => {
    const chunks = await collect(streamOf(sse([frame({ content: 'Oslo' })])));
    expect(chunks.map(({ choices }) => choices[0])).toEqual([
      { index: 0, delta: { role: 'assistant', content: 'Oslo' }, finish_reason: null },
      { index: 0, delta: {}, finish_reason: 'stop' },
    ]);
  });

  test('leaves out empty pieces: null content, repeated roles, chunks without choices', async () => {
    const text = sse([
      { id: 'a', choices: [], prompt_filter_results: [] },
      frame({ role: 'assistant', content: null }),
      frame({ role: 'assistant', content: null }),
      frame({ role: 'assistant', content: '' }),
      frame({ content: 'x', tool_calls: null, refusal: '' }),
      frame({}, 'stop'),
    ]);
    expect(await deltasOf(text)).toEqual([
      { role: 'assistant', content: '' },
      { content: 'x' },
      {},
    ]);
  });

  test('reports the last of growing counts once, and the cost with it', async () => {
    const count = (completion_tokens: number) => ({
      usage: {
        prompt_tokens: 9,
        completion_tokens,
        total_tokens: 9 + completion_tokens,
        cost: completion_tokens / 1e6,
      },
    });
    const text = sse([
      frame({ content: 'a' }, null, count(1)),
      frame({ content: 'b' }, null, count(2)),
      frame({}, 'stop', count(3)),
    ]);
    const costs: Cost[] = [];
    const provider = providerOf(pieces([text]).response, 'openrouter');
    const chunks = await collect(provider.stream(request, { onCost: (cost) => costs.push(cost) }));
    expect(chunks.filter(({ usage }) => usage)).toEqual([chunks.at(-1)]);
    expect(chunks.at(-1)?.usage).toEqual(counts);
    expect(costs).toEqual([{ nanoUsd: 3000, exactness: 'reported' }]);
  });

  test.each([
    ['x_groq', { x_groq: { id: 'r', usage: counts } }],
    ['the first choice', { choices: [{ delta: {}, finish_reason: 'stop', usage: counts }] }],
  ])('finds usage in %s', async (_where, more) => {
    const text = sse([frame({ content: 'a' }), { ...frame({}, 'stop'), ...more }]);
    expect((await collect(streamOf(text))).at(-1)?.usage).toEqual(counts);
  });

  test('gives each tool call an index of its own where the server reuses index 0', async () => {
    const call = (id: string, name: string, args: string) => ({
      tool_calls: [{ index: 0, id, type: 'function', function: { name, arguments: args } }],
    });
    const more = (args: string) => ({ tool_calls: [{ index: 0, function: { arguments: args } }] });
    const text = sse([
      frame(call('c1', 'depth', '')),
      frame(more('{"m"')),
      frame(more(':4}')),
      frame(call('c2', 'tide', '{}')),
      frame({}, 'tool_calls'),
    ]);
    const deltas = await deltasOf(text);
    expect(deltas.map((delta) => delta.tool_calls?.[0])).toEqual([
      { index: 0, id: 'c1', type: 'function', function: { name: 'depth', arguments: '' } },
      { index: 0, function: { arguments: '{"m"' } },
      { index: 0, function: { arguments: ':4}' } },
      { index: 1, id: 'c2', type: 'function', function: { name: 'tide', arguments: '{}' } },
      undefined,
    ]);
  });

  test('takes whole tool calls without index and id, and arguments that are an object', async () => {
    const whole = (name: string, args: object) => ({
      tool_calls: [{ function: { name, arguments: args } }],
    });
    const text = sse([frame(whole('depth', { m: 4 })), frame(whole('tide', {}), 'stop')]);
    const assembler = createCompletionAssembler();
    for await (const chunk of streamOf(text)) assembler.add(chunk);
    const choice = assembler.completion()?.choices[0];
    expect(choice?.message.tool_calls).toEqual([
      { id: 'call_answer7_0', type: 'function', function: { name: 'depth', arguments: '{"m":4}' } },
      { id: 'call_answer7_1', type: 'function', function: { name: 'tide', arguments: '{}' } },
    ]);
    expect(choice?.message.content).toBeNull();
  });

  test('takes reasoning out of content parts', async () => {
    const thinking = [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }];
    const text = sse([
      frame({ content: thinking }),
      frame({ content: [{ type: 'text', text: 'Oslo' }] }, 'stop'),
    ]);
    expect(await deltasOf(text, 'mistral')).toEqual([
      { role: 'assistant', content: '', reasoning_content: 'hm' },
      { content: 'Oslo' },
    ]);
  });

  test('keeps several choices apart', async () => {
    const choice = (index: number, content: string, finish_reason: string | null = null) => ({
      choices: [{ index, delta: { content }, finish_reason }],
    });
    const text = sse([
      choice(0, 'a'),
      choice(1, 'b'),
      choice(1, '', 'length'),
      choice(0, '', 'stop'),
    ]);
    const assembler = createCompletionAssembler();
    for await (const chunk of streamOf(text)) assembler.add(chunk);
    const read = assembler
      .completion()
      ?.choices.map((one) => [one.message.content, one.finish_reason]);
    expect(read).toEqual([
      ['a', 'stop'],
      ['b', 'length'],
    ]);
  });

  test('skips comments and reads on after them', async () => {
    const text = `: waiting\n\n: waiting\n\n${sse([frame({ content: 'x' }, 'stop')])}`;
    expect(await deltasOf(text)).toEqual([{ role: 'assistant', content: 'x' }]);
  });

  test('ignores what comes after [DONE]', async () => {
    const text = `${sse([frame({ content: 'x' }, 'stop')])}data: {"error":{"message":"late"}}\n\n`;
    expect(await deltasOf(text)).toHaveLength(1);
  });

  test('ends without [DONE] only where the provider is known for it', async () => {
    const text = sse([frame({ content: 'x' }, 'stop')], false);
    expect(await deltasOf(text, 'cerebras')).toHaveLength(1);
    expect(await deltasOf(text, 'huggingface')).toHaveLength(1);
    expect(await failureOf(collect(streamOf(text, 'openai')))).toMatchObject({
      code: 'stream_broken',
      message: expect.stringContaining('without [DONE]'),
    });
  });

  test('becomes chunks where the server answers at once', async () => {
    const message = { content: 'Oslo', tool_calls: [{ id: 'c', function: { name: 'f' } }] };
    const answer = { id: 'a', choices: [{ message, finish_reason: 'tool_calls' }], usage: counts };
    const assembler = createCompletionAssembler();
    for await (const chunk of providerOf(json(answer)).stream(request)) assembler.add(chunk);
    expect(assembler.completion()).toMatchObject({
      id: 'a',
      choices: [
        { message: { content: 'Oslo', tool_calls: [{ id: 'c' }] }, finish_reason: 'tool_calls' },
      ],
      usage: counts,
    });
  });
});

describe('a stream that goes wrong', () => {
  test.each([
    ['is empty', ''],
    ['holds only comments', ': waiting\n\n: waiting\n\n'],
    ['holds only [DONE]', 'data: [DONE]\n\n'],
    ['holds only a role', sse([frame({ role: 'assistant', content: '' })])],
    ['holds only usage', sse([{ choices: [], usage: counts }])],
  ])('throws where it %s', async (_what, text) => {
    for (const name of ['openai', 'cerebras']) {
      expect(await failureOf(collect(streamOf(text, name)))).toMatchObject({
        code: 'stream_broken',
        retryable: true,
        message: expect.stringContaining('without any content'),
      });
    }
  });

  test.each([
    ['an error frame', 'data: {"error":{"message":"engine fell over","code":500}}\n\n'],
    ['an error event', 'event: error\ndata: {"message":"engine fell over","code":500}\n\n'],
    ['an error event of plain text', 'event: error\ndata: engine fell over\n\n'],
    ['a flat error', 'data: {"object":"error","message":"engine fell over"}\n\n'],
    [
      'a chunk with an error at its top',
      sse([frame({ content: '' }, 'error', { error: { message: 'engine fell over', code: 502 } })]),
    ],
  ])('throws at %s, after what had come', async (_what, tail) => {
    const seen: string[] = [];
    const failure = await failureOf(
      (async () => {
        const stream = streamOf(sse([frame({ content: 'Ber' })], false) + tail);
        for await (const { choices } of stream) seen.push(choices[0]?.delta.content ?? '');
      })(),
    );
    expect(seen).toEqual(['Ber']);
    expect(failure).toMatchObject({ name: 'ProviderError', code: 'stream_broken' });
    expect(JSON.stringify(failure)).toContain('engine fell over');
    expect(failure).not.toHaveProperty('status', 200);
  });

  test('throws at a finish reason that stands for an error', async () => {
    const text = sse([frame({ content: 'a' }), frame({}, 'network_error')]);
    await expect(collect(streamOf(text, 'zhipu'))).rejects.toThrow("finish_reason 'network_error'");
  });

  test('throws at an event that is no JSON object', async () => {
    for (const data of ['{"choices":[', 'hello', '[]', '7']) {
      const text = `${sse([frame({ content: 'a' })], false)}data: ${data}\n\ndata: [DONE]\n\n`;
      await expect(collect(streamOf(text))).rejects.toThrow('not a JSON object');
    }
  });

  test('throws where the socket ends in the middle, also inside an event', async () => {
    const first = sse([frame({ content: 'a' })], false);
    const whole = first + sse([frame({ content: 'b' }), frame({}, 'stop')]);
    // From the first whole event on; the last object but one is complete without its line ends.
    for (let length = first.length; length < whole.indexOf('data: [DONE]') - 3; length += 7) {
      const failure = await failureOf(collect(streamOf(whole.slice(0, length), 'cerebras')));
      expect(failure).toMatchObject({
        code: 'stream_broken',
        category: 'network',
        retryable: true,
        message: expect.stringContaining('in the middle of the answer'),
      });
    }
  });

  test('throws where the connection breaks, and keeps the cause', async () => {
    const cause = new TypeError('terminated');
    let calls = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (calls++ === 0) {
          controller.enqueue(new TextEncoder().encode(sse([frame({ content: 'a' })], false)));
        } else controller.error(cause);
      },
    });
    const failure = await failureOf(collect(providerOf(new Response(body)).stream(request)));
    expect(failure).toMatchObject({ code: 'stream_broken', cause });
  });

  test('still tells the usage and the cost that came before or with the error', async () => {
    const text = sse([
      frame({ content: 'a' }, null, { usage: { ...counts, completion_tokens: 1, cost: 0.001 } }),
      { error: { message: 'gone', code: 502 }, usage: { ...counts, cost: 0.002 } },
    ]);
    const costs: Cost[] = [];
    const usages: unknown[] = [];
    const provider = providerOf(pieces([text]).response, 'openrouter');
    await failureOf(
      (async () => {
        const stream = provider.stream(request, { onCost: (cost) => costs.push(cost) });
        for await (const { usage } of stream) if (usage) usages.push(usage);
      })(),
    );
    expect(usages).toEqual([counts]);
    expect(costs).toEqual([{ nanoUsd: 2_000_000, exactness: 'reported' }]);
  });

  test('throws at an event beyond the limit and stops the server', async () => {
    const source = pieces([`data: {"x":"${'y'.repeat(3000)}`, 'more', 'more'], { hang: true });
    const server = fakeServer(() => source.response);
    const provider = createProvider('ollama', { fetch: server.fetch, maxEventCharacters: 2000 });
    await expect(collect(provider.stream(request))).rejects.toThrow('maxEventCharacters (2000)');
    expect(source.cancelled()).toBe(true);
  });
});

describe('pulling', () => {
  const events = ['a', 'b', 'c', 'd'].map((content) => sse([frame({ content })], false));

  test('nothing is sent before the first piece is asked for', () => {
    const server = fakeServer(() => pieces(events).response);
    createProvider('ollama', { fetch: server.fetch }).stream(request);
    expect(server.seen).toHaveLength(0);
  });

  test('reads only as far as the consumer asks', async () => {
    const source = pieces(events, { hang: true });
    const stream = providerOf(source.response).stream(request)[Symbol.asyncIterator]();
    await stream.next();
    expect(source.pulls()).toBe(1);
    await stream.next();
    expect(source.pulls()).toBe(2);
    await stream.return?.();
  });

  test('a consumer that leaves cancels the body at once', async () => {
    const source = pieces(events, { hang: true });
    for await (const _chunk of providerOf(source.response).stream(request)) break;
    expect(source.cancelled()).toBe(true);
  });

  test('a consumer that leaves during a read does not wait for it', async () => {
    const source = pieces(events.slice(0, 1), { hang: true });
    const stream = providerOf(source.response).stream(request)[Symbol.asyncIterator]();
    await stream.next();
    const pending = stream.next();
    await stream.return?.();
    expect(source.cancelled()).toBe(true);
    expect(await pending).toEqual({ done: true, value: undefined });
  });

  test('leaves a body that ended by itself alone', async () => {
    const source = pieces([sse([frame({ content: 'x' }, 'stop')])]);
    await collect(providerOf(source.response).stream(request));
    expect(source.cancelled()).toBe(false);
  });

  test('cancels a server that goes on after [DONE]', async () => {
    const source = pieces([sse([frame({ content: 'x' }, 'stop')]), ': more\n\n'], { hang: true });
    await collect(providerOf(source.response).stream(request));
    await new Promise((resolve) => setImmediate(resolve));
    expect(source.cancelled()).toBe(true);
  });
});

describe('an abort', () => {
  test('during a read cancels the body and throws', async () => {
    const source = pieces([sse([frame({ content: 'a' })], false)], { hang: true });
    const abort = new AbortController();
    const stream = providerOf(source.response)
      .stream(request, { signal: abort.signal })
      [Symbol.asyncIterator]();
    await stream.next();
    const pending = failureOf(stream.next());
    abort.abort(new Error('changed my mind'));
    expect(await pending).toMatchObject({
      code: 'aborted',
      retryable: false,
      cause: abort.signal.reason,
      classification: { category: 'aborted' },
    });
    expect(source.cancelled()).toBe(true);
  });

  test('between two reads cancels the body at once, and gives nothing more', async () => {
    const two = sse([frame({ content: 'a' }), frame({ content: 'b' })], false);
    const source = pieces([two], { hang: true });
    const abort = new AbortController();
    const stream = providerOf(source.response)
      .stream(request, { signal: abort.signal })
      [Symbol.asyncIterator]();
    await stream.next();
    abort.abort();
    expect(source.cancelled()).toBe(true);
    expect(await failureOf(stream.next())).toMatchObject({ code: 'aborted' });
  });

  test('before the start sends nothing', async () => {
    const server = fakeServer(() => json({}));
    const provider = createProvider('ollama', { fetch: server.fetch });
    const call = { signal: AbortSignal.abort() };
    expect(await failureOf(collect(provider.stream(request, call)))).toMatchObject({
      code: 'aborted',
    });
    expect(await failureOf(provider.chat(request, call))).toMatchObject({ code: 'aborted' });
    expect(server.seen).toHaveLength(0);
  });

  test('by a time-out is told apart', async () => {
    const reason = new DOMException('too slow', 'TimeoutError');
    const server = fakeServer(() => json({}));
    const provider = createProvider('ollama', { fetch: server.fetch });
    const failure = await failureOf(provider.chat(request, { signal: AbortSignal.abort(reason) }));
    expect(failure).toMatchObject({ code: 'all_failed', category: 'timeout', cause: reason });
  });

  test('while an answer is read cancels it', async () => {
    const source = pieces(['{"choices":'], { hang: true });
    const abort = new AbortController();
    const pending = failureOf(providerOf(source.response).chat(request, { signal: abort.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    expect(await pending).toMatchObject({ code: 'aborted' });
    expect(source.cancelled()).toBe(true);
  });
});
