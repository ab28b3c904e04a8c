import type { ChatMessage } from '@llm-router/core';
import * as fc from 'fast-check';
import { countTokens } from '../src/index.ts';

const models = ['gpt-4o', 'gpt-5', 'claude-haiku-4-5', 'claude-opus-5', 'gemini-2.5-pro', 'acme-9'];
const model = fc.constantFrom(...models);
const content = fc.lorem({ maxCount: 30 });
const message = fc.record({ role: fc.constantFrom('user', 'assistant'), content });
const messages = fc.array(message, { minLength: 1, maxLength: 6 }) as fc.Arbitrary<ChatMessage[]>;

it('counts more for one message more', async () => {
  await fc.assert(
    fc.asyncProperty(model, messages, content, async (id, before, more) => {
      const fewer = await countTokens(before, { model: id });
      const longer = [...before, { role: 'user', content: more } as const];
      expect((await countTokens(longer, { model: id })).tokens).toBeGreaterThan(fewer.tokens);
    }),
    { numRuns: 60 },
  );
});

it('counts the same the second time, from the memo', async () => {
  await fc.assert(
    fc.asyncProperty(model, messages, async (id, input) => {
      const first = await countTokens(input, { model: id });
      expect(await countTokens(structuredClone(input), { model: id })).toEqual(first);
      expect(Number.isInteger(first.tokens) && first.tokens > 0).toBe(true);
    }),
    { numRuns: 60 },
  );
});
