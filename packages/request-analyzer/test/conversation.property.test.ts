import type { ChatMessage } from '@llm-router/core';
import fc from 'fast-check';
import { analyzeRequest } from '../src/index.ts';

const message: fc.Arbitrary<ChatMessage> = fc.record({
  role: fc.constantFrom('user' as const, 'assistant' as const),
  content: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('harbour boats', 'winter storm', '港の船', 'why?'),
  ),
});

it('keeps drift between 0 and 1 and growth at 0 or more, whatever is said', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
      const { turns, drift, growthTokens } = analyzeRequest({ messages }).conversation;
      expect(turns).toBe(messages.filter(({ role }) => role === 'user').length);
      expect(drift === undefined).toBe(turns < 2);
      expect(growthTokens === undefined).toBe(turns < 2);
      expect(drift ?? 0).toBeGreaterThanOrEqual(0);
      expect(drift ?? 0).toBeLessThanOrEqual(1);
      expect(growthTokens ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('sees no drift in a message that was said before, and full drift in one of new words', () => {
  const word = fc.constantFrom('harbour', 'storm', 'winter', 'sailing', 'lantern');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (words) => {
      const drift = (last: string) =>
        analyzeRequest({
          messages: [
            { role: 'user', content: words.join(' ') },
            { role: 'user', content: last },
          ],
        }).conversation.drift;
      expect(drift([...words].reverse().join(' '))).toBe(0);
      expect(drift('dollars rupees')).toBe(1);
    }),
  );
});
