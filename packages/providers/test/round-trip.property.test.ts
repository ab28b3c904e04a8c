import fc from 'fast-check';
import { createCompletionAssembler, createProvider } from '../src/index.ts';
import { pieces, request, sse } from './fake-server.ts';

interface Call {
  readonly name: string;
  readonly args: string;
}

const word = fc.string({ unit: 'grapheme', maxLength: 12 });
const calls = fc.array(
  fc.record({ name: fc.constantFrom('depth', 'tide', 'knot'), args: fc.json({ maxDepth: 1 }) }),
  { maxLength: 4 },
);
const habits = fc.record({
  /** Which of the ways in which servers number their calls. */
  numbering: fc.constantFrom('own', 'zero', 'none'),
  repeatsRole: fc.boolean(),
  sendsNulls: fc.boolean(),
});
type Habits = typeof habits extends fc.Arbitrary<infer T> ? T : never;

function framesOf(words: readonly string[], made: readonly Call[], habit: Habits): object[] {
  const deltas: object[] = words.map((content) => ({ content }));
  for (const [index, { name, args }] of made.entries()) {
    const number = { own: { index }, zero: { index: 0 }, none: {} }[habit.numbering];
    const half = Math.floor(args.length / 2);
    const first = {
      id: `id-${index}`,
      type: 'function',
      function: { name, arguments: args.slice(0, half) },
    };
    deltas.push({ tool_calls: [{ ...number, ...first }] });
    deltas.push({ tool_calls: [{ ...number, function: { arguments: args.slice(half) } }] });
  }
  const choices = deltas.map((delta, position) => ({
    delta: {
      ...((position === 0 || habit.repeatsRole) && { role: 'assistant' }),
      ...(habit.sendsNulls && { content: null, tool_calls: null }),
      ...delta,
    },
    finish_reason: null,
  }));
  const finish = { delta: {}, finish_reason: made.length > 0 ? 'tool_calls' : 'stop' };
  return [...choices, finish].map((choice) => ({ id: 'a', choices: [choice] }));
}

function cutAt(text: string, places: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const at = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length));
}

test('whatever the habits of a server and the cuts of its stream, the answer is whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { maxLength: 6 }),
      calls,
      habits,
      fc.array(fc.nat(5000), { maxLength: 20 }),
      async (words, made, habit, places) => {
        const source = pieces(cutAt(sse(framesOf(words, made, habit)), places));
        const provider = createProvider('ollama', { fetch: async () => source.response });
        const assembler = createCompletionAssembler();
        const indexes = new Set<number>();
        for await (const chunk of provider.stream(request)) {
          assembler.add(chunk);
          for (const call of chunk.choices[0]?.delta.tool_calls ?? []) indexes.add(call.index);
        }
        const choice = assembler.completion()?.choices[0];
        const read = (choice?.message.tool_calls ?? []).map((call) =>
          call.type === 'function' ? [call.id, call.function.name, call.function.arguments] : call,
        );
        expect(choice?.message.content ?? '').toBe(words.join(''));
        expect(read).toEqual(made.map(({ name, args }, index) => [`id-${index}`, name, args]));
        expect([...indexes]).toEqual(made.map((_call, index) => index));
        expect(choice?.finish_reason).toBe(made.length > 0 ? 'tool_calls' : 'stop');
      },
    ),
    { numRuns: 150 },
  );
});

test('no answer of any shape makes the reader throw anything but a RouterError', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.jsonValue({ maxDepth: 4 }),
          fc.record(
            {
              choices: fc.oneof(
                fc.jsonValue({ maxDepth: 1 }),
                fc.array(
                  fc.record(
                    {
                      index: fc.jsonValue({ maxDepth: 0 }),
                      delta: fc.dictionary(
                        fc.constantFrom(
                          'content',
                          'tool_calls',
                          'reasoning',
                          'reasoning_details',
                          'function_call',
                          'refusal',
                        ),
                        fc.jsonValue({ maxDepth: 3 }),
                      ),
                      message: fc.jsonValue({ maxDepth: 2 }),
                      finish_reason: fc.jsonValue({ maxDepth: 0 }),
                      logprobs: fc.jsonValue({ maxDepth: 1 }),
                    },
                    { requiredKeys: [] },
                  ),
                  { maxLength: 3 },
                ),
              ),
              usage: fc.jsonValue({ maxDepth: 2 }),
            },
            { requiredKeys: [] },
          ),
        ),
        { maxLength: 4 },
      ),
      async (frames) => {
        const answers = [
          new Response(sse(frames)),
          new Response(JSON.stringify(frames[0] ?? null)),
        ];
        const provider = createProvider('openrouter', {
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
        for (const code of codes) {
          expect(['stream_broken', 'all_failed', 'invalid_request', 'aborted']).toContain(code);
        }
      },
    ),
    { numRuns: 300 },
  );
});
