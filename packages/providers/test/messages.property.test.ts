import type { ChatCompletionChunk, ChatMessage, ChatRequest } from '@llm-router/core';
import fc from 'fast-check';
import { createCompletionAssembler, createProvider } from '../src/index.ts';
import { closeSchema } from '../src/messages/closed-schema.ts';
import { buildMessagesBody } from '../src/messages/messages-body.ts';
import { readMessage } from '../src/messages/read-message.ts';
import { pieces, request } from './fake-server.ts';
import { fromMessages } from './from-messages.ts';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => `${text}.`);
const args = fc
  .dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
  .map((value) => JSON.stringify(value));

/** What both wires can say of one turn: an answer, the results of its calls, and the next question. */
const round = fc.record({
  text: words,
  calls: fc.array(fc.record({ name: fc.constantFrom('depth', 'tide'), args }), { maxLength: 3 }),
  thoughts: fc.array(words, { maxLength: 2 }),
  question: fc.oneof(
    words,
    fc.array(
      fc.oneof(
        words.map((text) => ({ type: 'text', text })),
        fc.base64String({ minLength: 4 }).map((data) => ({
          type: 'image_url',
          image_url: { url: `data:image/png;base64,${data}` },
        })),
      ),
      { minLength: 2, maxLength: 3 },
    ),
  ),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

function answerOf({ text, calls, thoughts }: Round, number: number): object {
  return {
    role: 'assistant',
    content: text,
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ name, args: written }, index) => ({
        id: `call-${number}-${index}`,
        type: 'function',
        function: { name, arguments: written },
      })),
    }),
    ...(thoughts.length > 0 && {
      reasoning_details: thoughts.map((thought, index) => ({
        type: 'anthropic.thinking',
        index,
        text: thought,
        signature: `signed-${number}-${index}`,
      })),
    }),
  };
}

function conversationOf(system: string, first: string, rounds: readonly Round[]): ChatMessage[] {
  const messages = rounds.flatMap((each, number) => [
    answerOf(each, number),
    ...each.calls.map((_call, index) => ({
      role: 'tool',
      tool_call_id: `call-${number}-${index}`,
      content: `result ${index}`,
    })),
    { role: 'user', content: each.question },
  ]);
  const head = [
    { role: 'system', content: system },
    { role: 'user', content: first },
  ];
  return [...head, ...messages] as ChatMessage[];
}

const build = (asked: ChatRequest, losses: string[] = []) =>
  buildMessagesBody(asked, { stream: false, onLoss: (loss) => losses.push(loss) }).body;

test('a request that both wires can say comes back from Anthropic’s as it was', () => {
  fc.assert(
    fc.property(
      words,
      words,
      fc.array(round, { maxLength: 4 }),
      fc.record(
        {
          temperature: fc.double({ min: 0, max: 1, noNaN: true }),
          stop: fc.array(words, { minLength: 1, maxLength: 3 }),
          user: fc.uuid(),
          tool_choice: fc.constantFrom('auto', 'none', 'required'),
        },
        { requiredKeys: ['tool_choice'] },
      ),
      (system, first, rounds, settings) => {
        const parameters = { type: 'object', properties: { at: { type: 'string' } } };
        const asked = {
          model: 'claude-sonnet-4-5',
          max_completion_tokens: 100,
          messages: conversationOf(system, first, rounds),
          tools: [{ type: 'function', function: { name: 'depth', parameters } }],
          ...settings,
        } as ChatRequest;
        const losses: string[] = [];
        const back = fromMessages(build(asked, losses));
        expect(back).toEqual(JSON.parse(JSON.stringify(asked)));
        expect(losses).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('an answer that was sent and is told again is the same answer', () => {
  fc.assert(
    fc.property(round, (each) => {
      const answer = answerOf(each, 0);
      const body = build({ messages: [answer as ChatMessage, { role: 'user', content: 'x' }] });
      const [turn] = body['messages'] as readonly { readonly content: unknown }[];
      const content =
        typeof turn?.content === 'string' ? [{ type: 'text', text: turn.content }] : turn?.content;
      const told = readMessage(
        { content, stop_reason: 'end_turn' },
        { model: 'm', created: 0, jsonTool: undefined, onLoss: (loss) => expect(loss).toBe('') },
      )?.choices[0]?.message;
      const { refusal, reasoning_content: shown, ...rest } = told ?? {};
      expect(rest).toEqual(answer);
      expect(refusal).toBeNull();
      expect(shown ?? '').toBe(each.thoughts.join(''));
    }),
    { numRuns: 200 },
  );
});

test('whatever the order of messages, the turns alternate, ids are good, and results come first', () => {
  const id = fc.oneof(fc.constantFrom('a', 'b', 'call_0'), fc.string({ maxLength: 4 }));
  const message = fc.oneof(
    fc.record({ role: fc.constantFrom('user', 'system', 'developer'), content: fc.string() }),
    fc.record({ role: fc.constant('tool'), tool_call_id: id, content: fc.string() }),
    fc.record({
      role: fc.constant('assistant'),
      content: fc.option(fc.string()),
      tool_calls: fc.array(
        fc.record({
          id,
          type: fc.constant('function'),
          function: fc.record({ name: fc.constant('f'), arguments: fc.string() }),
        }),
        { maxLength: 3 },
      ),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(message, { maxLength: 12 }),
      fc.constantFrom('claude-opus-5', 'claude-sonnet-4-5'),
      (messages, model) => {
        const body = build({ model, messages: messages as ChatMessage[] });
        const turns = body['messages'] as readonly { role: string; content: unknown }[];
        const calls: string[] = [];
        for (const [index, { role, content }] of turns.entries()) {
          expect(role).not.toBe(turns[index - 1]?.role);
          if (role === 'system') {
            expect(turns[index - 1]?.role).toBe('user');
            expect(['assistant', undefined]).toContain(turns[index + 1]?.role);
          }
          expect(content).not.toHaveLength(0);
          const blocks = Array.isArray(content) ? content : [{ type: 'text', text: content }];
          const results = blocks.map(({ type }) => type === 'tool_result');
          expect(results).toEqual([...results].sort((a, b) => Number(b) - Number(a)));
          for (const block of blocks) {
            if (block.type === 'text') expect(block.text.trim()).not.toBe('');
            if (block.type === 'tool_use') calls.push(block.id);
            const used = block.id ?? block.tool_use_id ?? 'none';
            expect(used).toMatch(/^[a-zA-Z0-9_-]+$/);
          }
        }
        expect(new Set(calls).size).toBe(calls.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('the beginning of a longer conversation is sent as before, so that it stays cached', () => {
  fc.assert(
    fc.property(words, fc.array(round, { minLength: 1, maxLength: 4 }), (first, rounds) => {
      const odd = (text: string) => text.replaceAll('call-', 'call:');
      const whole: ChatMessage[] = JSON.parse(
        odd(JSON.stringify(conversationOf('s', first, rounds))),
      );
      const sent = build({ messages: whole })['messages'] as readonly unknown[];
      // A cut after a user message, so that nothing is trimmed or merged at the end.
      const ends = whole.flatMap(({ role }, index) => (role === 'user' ? [index + 1] : []));
      for (const end of ends) {
        const before = build({ messages: whole.slice(0, end) })['messages'] as readonly unknown[];
        expect(sent.slice(0, before.length)).toEqual(before);
      }
    }),
    { numRuns: 100 },
  );
});

const anyEvent = fc.record(
  {
    type: fc.constantFrom(
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'ping',
    ),
    index: fc.oneof(fc.nat(2), fc.jsonValue({ maxDepth: 0 })),
    message: fc.jsonValue({ maxDepth: 2 }),
    content_block: fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.record(
        {
          type: fc.constantFrom('text', 'thinking', 'redacted_thinking', 'tool_use', 'other'),
          text: fc.jsonValue({ maxDepth: 0 }),
          id: fc.jsonValue({ maxDepth: 0 }),
          name: fc.jsonValue({ maxDepth: 0 }),
          input: fc.jsonValue({ maxDepth: 1 }),
          signature: fc.jsonValue({ maxDepth: 0 }),
        },
        { requiredKeys: ['type'] },
      ),
    ),
    delta: fc.record(
      {
        type: fc.constantFrom(
          'text_delta',
          'thinking_delta',
          'signature_delta',
          'input_json_delta',
        ),
        text: fc.jsonValue({ maxDepth: 0 }),
        thinking: fc.jsonValue({ maxDepth: 0 }),
        signature: fc.jsonValue({ maxDepth: 0 }),
        partial_json: fc.jsonValue({ maxDepth: 0 }),
        stop_reason: fc.jsonValue({ maxDepth: 0 }),
        stop_details: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: [] },
    ),
    usage: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.dictionary(
        fc.constantFrom('input_tokens', 'output_tokens', 'iterations', 'output_tokens_details'),
        fc.jsonValue({ maxDepth: 2 }),
      ),
    ),
  },
  { requiredKeys: ['type'] },
);

test('no answer of any shape makes the reader throw anything but a RouterError', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 8 }), async (list) => {
      const framed = [...list, { type: 'message_stop' }].map(
        (one) => `event: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`,
      );
      const answers = [
        pieces(framed).response,
        Response.json({ ...list[0], content: list.map((one) => one.content_block) }),
      ];
      const provider = createProvider('anthropic', {
        apiKey: 'key-for-test',
        fetch: async () => answers.shift() ?? new Response(''),
      });
      const assembler = createCompletionAssembler();
      const codes: string[] = [];
      const note = (error: { code?: string }) => codes.push(String(error.code));
      const indexes: ChatCompletionChunk['choices'][number]['index'][] = [];
      try {
        for await (const chunk of provider.stream(request)) {
          assembler.add(chunk);
          indexes.push(...chunk.choices.map(({ index }) => index));
        }
      } catch (error) {
        note(error as { code?: string });
      }
      expect(indexes.every((index) => index === 0)).toBe(true);
      JSON.stringify(assembler.completion());
      await provider.chat(request).catch(note);
      for (const code of codes) expect(['stream_broken', 'all_failed']).toContain(code);
    }),
    { numRuns: 300 },
  );
});

test('a schema is closed once and for all, and a closed one keeps its properties', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 4 })),
      (raw) => {
        const schema = { type: 'object', properties: raw };
        const once = closeSchema(schema, new Set());
        const dropped = new Set<string>();
        expect(closeSchema(once, dropped)).toEqual(once);
        expect([...dropped]).toEqual([]);
        expect(Object.keys(once['properties'] as object)).toEqual(Object.keys(raw));
        expect(once['additionalProperties']).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});
