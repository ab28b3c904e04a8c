import type { ChatMessage, ChatRequest } from '@llm-router/core';
import fc from 'fast-check';
import { buildGeminiBody } from '../src/gemini/gemini-body.ts';
import { readContent } from '../src/gemini/read-content.ts';
import { createCompletionAssembler, createProvider } from '../src/index.ts';
import { Untranslatable } from '../src/untranslatable.ts';
import { pieces, request, sse } from './fake-server.ts';
import { fromGemini, jsonList } from './from-gemini.ts';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => `${text}.`);
const object = fc
  .dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
  .map((value) => JSON.stringify(value));
const signature = fc.option(fc.base64String({ minLength: 4 }), { nil: undefined });

/** What both wires can say of one turn: an answer, the results of its calls, and the next question. */
const round = fc.record({
  text: words,
  textSignature: signature,
  calls: fc.array(
    fc.record({ name: fc.constantFrom('depth', 'tide'), args: object, signature, result: object }),
    { maxLength: 3 },
  ),
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
        fc.base64String({ minLength: 4 }).map((data) => ({
          type: 'input_audio',
          input_audio: { data, format: 'wav' },
        })),
      ),
      { minLength: 2, maxLength: 3 },
    ),
  ),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

const idOf = (number: number, index: number) => `id-${number}-${index}`;

/** The entries of `reasoning_details` as this wire makes them of parts in the order of a whole answer. */
function detailsOf({ thoughts, textSignature, calls }: Round, number: number): object[] {
  const signed = [
    { signature: textSignature },
    ...calls.map((call, index) => ({ signature: call.signature, call: idOf(number, index) })),
  ].filter((one) => one.signature !== undefined);
  return [
    ...(thoughts.length > 0 ? [{ type: 'google.thought', index: 0, text: thoughts.join('') }] : []),
    ...signed.map((one, index) => ({ type: 'google.signature', index, ...one })),
  ];
}

function answerOf(each: Round, number: number): object {
  const details = detailsOf(each, number);
  return {
    role: 'assistant',
    content: each.text,
    ...(each.calls.length > 0 && {
      tool_calls: each.calls.map(({ name, args }, index) => ({
        id: idOf(number, index),
        type: 'function',
        function: { name, arguments: args },
      })),
    }),
    ...(details.length > 0 && { reasoning_details: details }),
  };
}

function conversationOf(system: string, first: string, rounds: readonly Round[]): ChatMessage[] {
  const messages = rounds.flatMap((each, number) => [
    answerOf(each, number),
    ...each.calls.map(({ result }, index) => ({
      role: 'tool',
      tool_call_id: idOf(number, index),
      content: result,
    })),
    { role: 'user', content: each.question },
  ]);
  return [
    { role: 'system', content: system },
    { role: 'user', content: first },
    ...messages,
  ] as ChatMessage[];
}

const model = 'gemini-2.5-flash';
const build = (asked: ChatRequest, losses: string[] = []) =>
  buildGeminiBody(asked, (loss) => losses.push(loss));

/** Without the counting of signatures, which another reader may begin elsewhere. */
function uncounted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_name, field) => {
    const isSignature = Object(field).type === 'google.signature';
    return isSignature ? { ...field, index: undefined } : field;
  });
}

test('a request that both wires can say comes back from Gemini’s as it was', () => {
  fc.assert(
    fc.property(
      words,
      words,
      fc.array(round, { maxLength: 4 }),
      fc.record(
        {
          temperature: fc.double({ min: 0, max: 2, noNaN: true }),
          top_k: fc.nat(),
          seed: fc.integer(),
          n: fc.integer({ min: 1, max: 4 }),
          frequency_penalty: fc.double({ min: -2, max: 2, noNaN: true }),
          logprobs: fc.constant(true),
          stop: fc.array(words, { minLength: 1, maxLength: 3 }),
          tool_choice: fc.constantFrom('auto', 'none', 'required'),
        },
        { requiredKeys: ['tool_choice'] },
      ),
      (system, first, rounds, settings) => {
        const parameters = { type: 'object', properties: { at: { type: 'string' } } };
        const asked = {
          model,
          max_completion_tokens: 100,
          messages: conversationOf(system, first, rounds),
          tools: [{ type: 'function', function: { name: 'depth', parameters } }],
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'answer', schema: parameters },
          },
          ...settings,
        } as ChatRequest;
        const losses: string[] = [];
        const back = fromGemini(build(asked, losses), model);
        expect(uncounted(back)).toEqual(uncounted(asked));
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
      const body = build({ model, messages: [answer as ChatMessage] });
      const [content] = jsonList(body['contents']);
      const told = readContent(
        { candidates: [{ content, finishReason: 'STOP' }] },
        { model, created: 0, onLoss: (loss) => expect(loss).toBe('') },
      )?.choices[0]?.message;
      const { refusal, reasoning_content: shown, ...rest } = told ?? {};
      expect(rest).toEqual(answer);
      expect(refusal).toBeNull();
      expect(shown ?? '').toBe(each.thoughts.join(''));
    }),
    { numRuns: 200 },
  );
});

test('whatever the order of messages, the turns alternate, have parts, and results come first', () => {
  const id = fc.constantFrom('a', 'b', 'c');
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
      fc.constantFrom('gemini-3-pro', 'gemini-2.5-pro', 'gemma-3-4b'),
      (messages, name) => {
        let contents: ReturnType<typeof jsonList>;
        try {
          contents = jsonList(
            build({ model: name, messages: messages as ChatMessage[] })['contents'],
          );
        } catch (error) {
          // A result before its call has no name.
          expect(error).toBeInstanceOf(Untranslatable);
          return;
        }
        for (const [index, { role, parts }] of contents.entries()) {
          expect(role).not.toBe(contents[index - 1]?.['role']);
          expect(parts).not.toHaveLength(0);
          const results = jsonList(parts).map((part) => 'functionResponse' in part);
          expect(results).toEqual([...results].sort((a, b) => Number(b) - Number(a)));
        }
      },
    ),
    { numRuns: 300 },
  );
});

const anyPart = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.record(
    {
      text: fc.jsonValue({ maxDepth: 0 }),
      thought: fc.jsonValue({ maxDepth: 0 }),
      thoughtSignature: fc.jsonValue({ maxDepth: 0 }),
      functionCall: fc.oneof(
        fc.jsonValue({ maxDepth: 1 }),
        fc.record({ name: fc.string(), args: fc.jsonValue({ maxDepth: 1 }) }),
      ),
    },
    { requiredKeys: [] },
  ),
);
const anyFrame = fc.record(
  {
    candidates: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.array(
        fc.record(
          {
            index: fc.oneof(fc.nat(2), fc.jsonValue({ maxDepth: 0 })),
            content: fc.record({ parts: fc.array(anyPart, { maxLength: 4 }) }),
            finishReason: fc.oneof(
              fc.constantFrom('STOP', 'SAFETY', 'MALFORMED_FUNCTION_CALL'),
              fc.jsonValue({ maxDepth: 0 }),
            ),
            logprobsResult: fc.jsonValue({ maxDepth: 3 }),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
    ),
    promptFeedback: fc.jsonValue({ maxDepth: 1 }),
    usageMetadata: fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.record({ promptTokenCount: fc.jsonValue({ maxDepth: 0 }) }),
    ),
    createTime: fc.jsonValue({ maxDepth: 0 }),
    responseId: fc.jsonValue({ maxDepth: 0 }),
  },
  { requiredKeys: [] },
);

test('no answer of any shape makes the reader throw anything but a RouterError', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFrame, { maxLength: 5 }), async (frames) => {
      const answers = [pieces([sse(frames, false)]).response, Response.json(frames)];
      const provider = createProvider('google', {
        apiKey: 'key-for-test',
        fetch: async () => answers.shift() ?? new Response(''),
      });
      const assembler = createCompletionAssembler();
      const codes: string[] = [];
      const note = (error: { code?: string }) => codes.push(String(error.code));
      try {
        for await (const chunk of provider.stream(request)) assembler.add(chunk);
      } catch (error) {
        note(error as { code?: string });
      }
      JSON.stringify(assembler.completion());
      await provider.chat(request).catch(note);
      for (const code of codes) expect(['stream_broken', 'all_failed']).toContain(code);
    }),
    { numRuns: 300 },
  );
});

test('however the bytes of a stream are cut, the answer is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(2000), { maxLength: 20 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (texts, places, lineEnd) => {
        const frames = texts.map((text, index) => ({
          candidates: [
            {
              content: { parts: [{ text }] },
              ...(index === texts.length - 1 && { finishReason: 'STOP' }),
            },
          ],
        }));
        const bytes = new TextEncoder().encode(sse(frames, false).replaceAll('\n', lineEnd));
        const at = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
        const parts = [0, ...at].map((from, index) =>
          bytes.subarray(from, at[index] ?? bytes.length),
        );
        const fetch = async () => pieces(parts).response;
        const provider = createProvider('google', { apiKey: 'k', fetch });
        const assembler = createCompletionAssembler();
        for await (const chunk of provider.stream(request)) assembler.add(chunk);
        expect(assembler.text).toBe(texts.join(''));
      },
    ),
    { numRuns: 150 },
  );
});
