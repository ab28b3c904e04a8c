import type { ChatCompletionChunk, ChunkDelta } from '@llm-router/core';
import { createCompletionAssembler } from '../src/index.ts';

function chunk(
  delta: ChunkDelta,
  more: Partial<ChatCompletionChunk['choices'][number]> = {},
): ChatCompletionChunk {
  const choices = [{ index: 0, delta, finish_reason: null, ...more }];
  return { id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices };
}

describe('the assembler', () => {
  test('has nothing before the first piece', () => {
    const assembler = createCompletionAssembler();
    expect(assembler.completion()).toBeUndefined();
    expect(assembler.text).toBe('');
  });

  test('gives what had arrived of an answer that broke off, as cut short', () => {
    const assembler = createCompletionAssembler();
    assembler.add(chunk({ role: 'assistant', content: 'Ber' }));
    const early = assembler.completion();
    assembler.add(chunk({ content: 'gen' }));
    expect(early?.choices[0]).toMatchObject({
      message: { content: 'Ber' },
      finish_reason: 'length',
    });
    expect(assembler.text).toBe('Bergen');
  });

  test('joins log probabilities', () => {
    const assembler = createCompletionAssembler();
    const token = (text: string) => ({ token: text, bytes: null, logprob: -1, top_logprobs: [] });
    for (const text of ['a', 'b']) {
      assembler.add(
        chunk({ content: text }, { logprobs: { content: [token(text)], refusal: null } }),
      );
    }
    expect(assembler.completion()?.choices[0]?.logprobs).toEqual({
      content: [token('a'), token('b')],
      refusal: null,
    });
  });

  test('joins the pieces of a reasoning block and keeps blocks apart', () => {
    const assembler = createCompletionAssembler();
    const text = (index: number, piece: string, more = {}) => ({
      type: 'reasoning.text',
      index,
      text: piece,
      ...more,
    });
    assembler.add(chunk({ reasoning_details: [text(0, 'be', { signature: null })] }));
    assembler.add(chunk({ reasoning_details: [text(0, 'cause'), text(1, 'so')] }));
    assembler.add(chunk({ reasoning_details: [text(1, '', { signature: 's' })] }));
    expect(assembler.completion()?.choices[0]?.message.reasoning_details).toEqual([
      text(0, 'because', { signature: null }),
      text(1, 'so', { signature: 's' }),
    ]);
  });

  test('joins a legacy function call and a custom call', () => {
    const assembler = createCompletionAssembler();
    assembler.add(chunk({ function_call: { name: 'f', arguments: '{' } }));
    assembler.add(chunk({ function_call: { arguments: '}' } }));
    const custom = (input: string, id?: string) => ({
      index: 0,
      ...(id && { id }),
      custom: { input },
    });
    assembler.add(chunk({ tool_calls: [custom('bow', 'c')] }));
    assembler.add(chunk({ tool_calls: [custom('line')] }));
    expect(assembler.completion()?.choices[0]?.message).toMatchObject({
      function_call: { name: 'f', arguments: '{}' },
      tool_calls: [{ id: 'c', type: 'custom', custom: { name: '', input: 'bowline' } }],
    });
  });

  test('keeps the usage of whichever chunk brought it last', () => {
    const assembler = createCompletionAssembler();
    const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };
    assembler.add({ ...chunk({ content: 'a' }), usage: { ...usage, completion_tokens: 1 } });
    assembler.add({ ...chunk({}), choices: [], usage });
    assembler.add({ ...chunk({}, { finish_reason: 'stop' }), usage: null });
    expect(assembler.completion()).toMatchObject({ usage, choices: [{ finish_reason: 'stop' }] });
  });
});
