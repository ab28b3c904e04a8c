import type { ChatCompletionChunk, ChunkDelta, FinishReason } from '@llm-router/core';
import { createMessageEvents, type MessageEvent, toMessage } from '@llm-router/providers';

function chunkOf(
  delta: ChunkDelta,
  finish_reason: FinishReason | null = null,
): ChatCompletionChunk {
  const choices = [{ index: 0, delta, finish_reason }];
  return { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm', choices };
}

function eventsOf(...chunks: ChatCompletionChunk[]): readonly MessageEvent[] {
  const events = createMessageEvents();
  const usage = { inputTokens: 20, outputTokens: 9, totalTokens: 29, cachedInputTokens: 5 };
  return [...chunks.flatMap((chunk) => events.add(chunk)), ...events.end(usage)];
}

it('turns text into one block between a start and an end with the usage', () => {
  const events = eventsOf(
    chunkOf({ role: 'assistant', content: '' }),
    chunkOf({ content: 'Ber' }),
    chunkOf({ content: 'gen' }),
    chunkOf({}, 'length'),
  );
  expect(events.map(({ type }) => type)).toEqual([
    'message_start',
    'ping',
    'content_block_start',
    'content_block_delta',
    'content_block_delta',
    'content_block_stop',
    'message_delta',
    'message_stop',
  ]);
  expect(events[0]).toMatchObject({ message: { id: 'c1', model: 'm', content: [] } });
  expect(events.at(-2)).toEqual({
    type: 'message_delta',
    delta: { stop_reason: 'max_tokens', stop_sequence: null },
    usage: {
      input_tokens: 15,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 5,
      output_tokens: 9,
    },
  });
});

it('never writes to a block that is closed, however calls grow side by side', () => {
  const call = (index: number, id: string, name: string) =>
    chunkOf({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] });
  const grow = (index: number, text: string) =>
    chunkOf({ tool_calls: [{ index, function: { arguments: text } }] });
  const events = eventsOf(
    chunkOf({ content: 'Two: ' }),
    call(0, 'a', 'one'),
    call(1, 'b', 'two'),
    grow(1, '{"y"'),
    grow(0, '{"x"'),
    grow(1, ':2}'),
    grow(0, ':1}'),
    chunkOf({ content: 'late' }),
    chunkOf({}, 'tool_calls'),
  );
  const open: number[] = [];
  const inputs: string[] = [];
  for (const event of events) {
    if (event.type === 'content_block_start') open.push(event.index);
    if (event.type === 'content_block_stop') expect(open.pop()).toBe(event.index);
    if (event.type !== 'content_block_delta') continue;
    expect(open).toEqual([event.index]);
    const { delta } = event;
    const text = delta.type === 'input_json_delta' ? delta.partial_json : '';
    inputs[event.index] = (inputs[event.index] ?? '') + text;
  }
  expect(inputs).toEqual(['', '{"x":1}', '{"y":2}', '']);
});

it('writes signed thinking as its issuer sent it, and foreign thinking without a signature', () => {
  const piece = (fields: object) => ({ type: 'anthropic.thinking', index: 0, ...fields });
  const own = eventsOf(
    chunkOf({ reasoning_content: 'Hm', reasoning_details: [piece({ text: 'Hm' })] }),
    chunkOf({ reasoning_details: [piece({ signature: 'sig' })] }),
    chunkOf({ content: 'Yes' }, 'stop'),
  );
  const deltas = own.flatMap((event) => (event.type === 'content_block_delta' ? event.delta : []));
  expect(deltas).toEqual([
    { type: 'thinking_delta', thinking: 'Hm' },
    { type: 'signature_delta', signature: 'sig' },
    { type: 'text_delta', text: 'Yes' },
  ]);
  const foreign = eventsOf(chunkOf({ reasoning: 'Hm' }), chunkOf({ content: 'Yes' }, 'stop'));
  expect(foreign.filter(({ type }) => type === 'content_block_start')).toMatchObject([
    { content_block: { type: 'thinking', signature: '' } },
    { content_block: { type: 'text' } },
  ]);
});

it('says something even where nothing came', () => {
  expect(eventsOf().map(({ type }) => type)).toEqual([
    'message_start',
    'ping',
    'message_delta',
    'message_stop',
  ]);
});

it('keeps arguments that are no JSON readable in a whole message', () => {
  const message = toMessage({
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: null,
          refusal: null,
          tool_calls: [
            { id: 'a', type: 'function', function: { name: 'one', arguments: '' } },
            { id: 'b', type: 'function', function: { name: 'two', arguments: '{"cut' } },
          ],
        },
        finish_reason: 'tool_calls',
        logprobs: null,
      },
    ],
    usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
  });
  expect(message).toMatchObject({
    stop_reason: 'tool_use',
    content: [
      { type: 'tool_use', id: 'a', input: {} },
      { type: 'tool_use', id: 'b', input: { arguments: '{"cut' } },
    ],
    usage: { input_tokens: 5, output_tokens: 2 },
  });
});
