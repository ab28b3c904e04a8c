import { createRouterProvider } from '@llm-router/ai-sdk';
import fc from 'fast-check';
import { createBench, prompt, readAll } from './support.ts';

// The later package is ESM only, which jest does not load; the errors of both are marked alike.
jest.mock('@ai-sdk/provider', () => jest.requireActual('@ai-sdk/provider-v3'));

const delta = fc.oneof(
  fc.string({ minLength: 1 }).map((content) => ({ content })),
  fc.string({ minLength: 1 }).map((reasoning) => ({ reasoning })),
  fc.record({ index: fc.nat(2), input: fc.string() }).map(({ index, input }) => ({
    tool_calls: [{ index, id: `call ${index}`, function: { name: 't', arguments: input } }],
  })),
);

it('opens and closes each part once, and loses no letter, however an answer is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(delta, { minLength: 1, maxLength: 15 }), async (stream) => {
      const { clock, router } = createBench({ stream });
      const model = createRouterProvider(router).languageModel('d');
      const read = async () => readAll((await model.doStream({ prompt })).stream);
      const open = new Set<string>();
      let [text, reasoning, input] = ['', '', ''];
      for (const part of await clock.run(read())) {
        const [, kind, step] = /^(.*)-(start|delta|end)$/.exec(part.type) ?? [];
        if (kind === undefined || !('id' in part) || kind === 'stream') continue;
        const key = `${kind} ${part.id}`;
        expect(open.has(key)).toBe(step !== 'start');
        if (step === 'start') open.add(key);
        if (step === 'end') open.delete(key);
        if (part.type === 'text-delta') text += part.delta;
        if (part.type === 'reasoning-delta') reasoning += part.delta;
        if (part.type === 'tool-input-delta') input += part.delta;
      }
      expect([...open]).toEqual([]);
      expect(text).toBe(stream.map((one) => ('content' in one ? one.content : '')).join(''));
      expect(reasoning).toBe(
        stream.map((one) => ('reasoning' in one ? one.reasoning : '')).join(''),
      );
      const inputs = stream.map((one) =>
        'tool_calls' in one ? (one.tool_calls[0]?.function.arguments ?? '') : '',
      );
      expect(input).toBe(inputs.join(''));
    }),
    { numRuns: 60 },
  );
});
