import type { ChatCompletion, ChatCompletionChunk } from '@llm-router/core';
import * as fc from 'fast-check';
import { replay } from '../src/index.ts';
import { answer, choice } from './support.ts';

async function collect(completion: ChatCompletion): Promise<ChatCompletionChunk[]> {
  const chunks: ChatCompletionChunk[] = [];
  for await (const chunk of replay(completion)) chunks.push(chunk);
  return chunks;
}

/** What a client of the wire makes of the pieces. */
function putTogether(chunks: readonly ChatCompletionChunk[]) {
  const choices = new Map<number, Record<string, unknown> & { calls: Record<string, unknown>[] }>();
  for (const { choices: pieces } of chunks) {
    for (const { index, delta, finish_reason: reason, logprobs } of pieces) {
      const whole = choices.get(index) ?? { calls: [] };
      choices.set(index, whole);
      for (const name of [
        'role',
        'content',
        'refusal',
        'reasoning',
        'reasoning_content',
      ] as const) {
        const piece = delta[name];
        if (typeof piece === 'string') whole[name] = `${whole[name] ?? ''}${piece}`;
      }
      for (const call of delta.tool_calls ?? []) whole.calls[call.index] = { ...call };
      if (reason !== null) whole['reason'] = reason;
      if (logprobs) whole['logprobs'] = logprobs;
    }
  }
  return choices;
}

it('sends role, content and end of each choice, and the usage last', async () => {
  const chunks = await collect(answer('hello'));
  expect(chunks.map(({ choices }) => choices)).toEqual([
    [{ index: 0, delta: { role: 'assistant' }, finish_reason: null }],
    [{ index: 0, delta: { content: 'hello' }, finish_reason: null }],
    [{ index: 0, delta: {}, finish_reason: 'stop' }],
    [],
  ]);
  expect(chunks.at(-1)?.usage).toEqual(answer('').usage);
  for (const chunk of chunks) {
    expect(chunk).toMatchObject({
      id: 'answer-1',
      object: 'chat.completion.chunk',
      created: 1_700_000_000,
      model: 'tiny',
    });
  }
});

it('sends tool calls of both kinds, each with its index', async () => {
  const calls = [
    { id: 'a', type: 'function' as const, function: { name: 'look', arguments: '{"at":1}' } },
    { id: 'b', type: 'custom' as const, custom: { name: 'run', input: 'x' } },
  ];
  const chunks = await collect(answer(null, 'tool_calls', { tool_calls: calls }));
  expect(putTogether(chunks).get(0)).toMatchObject({
    reason: 'tool_calls',
    calls: calls.map((call, index) => ({ index, ...call })),
  });
});

it('keeps tier, fingerprint and logprobs, and no usage where there is none', async () => {
  const logprobs = { content: [], refusal: null };
  const { usage, ...rest } = answer('x');
  const chunks = await collect({
    ...rest,
    choices: [{ ...choice('x'), logprobs }],
    service_tier: 'flex',
    system_fingerprint: 'fp',
  });
  expect(usage).toBeDefined();
  for (const chunk of chunks) {
    expect(chunk).toMatchObject({ service_tier: 'flex', system_fingerprint: 'fp' });
    expect(chunk).not.toHaveProperty('usage');
  }
  expect(putTogether(chunks).get(0)).toMatchObject({ logprobs });
});

it('loses nothing of what a stream can say, for any answer', async () => {
  const texts = fc.option(fc.string(), { nil: null });
  const messages = fc.record({
    content: texts,
    refusal: texts,
    reasoning: texts,
    reasoning_content: texts,
  });
  const reasons = fc.constantFrom('stop' as const, 'length' as const);
  const answers = fc.array(fc.tuple(messages, reasons), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(answers, async (parts) => {
      const choices = parts.map(([message, reason], index) => ({
        ...choice(message.content, reason, message),
        index,
      }));
      const got = putTogether(await collect({ ...answer(null), choices }));
      expect(got.size).toBe(choices.length);
      for (const { index, message, finish_reason: reason } of choices) {
        const whole = got.get(index);
        expect(whole).toMatchObject({ role: 'assistant', reason });
        for (const name of ['content', 'refusal', 'reasoning', 'reasoning_content'] as const) {
          expect(whole?.[name] ?? null).toBe(message[name] ?? null);
        }
      }
    }),
  );
});
