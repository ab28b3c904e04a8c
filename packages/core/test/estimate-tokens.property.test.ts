import { type ChatMessage, estimateTokens } from '@llm-router/core';
import * as fc from 'fast-check';

/** Any sixteen-bit units, broken surrogate pairs included. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

/** Texts that change kind often, and repeat. */
const mixed = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'a',
        'B',
        'z',
        'é',
        '7',
        ' ',
        '\t',
        '\n',
        '\r',
        '.',
        '{',
        '_',
        'ж',
        '和',
        '\ud83d',
      ),
      fc.integer({ min: 1, max: 20 }),
    ),
    { maxLength: 20 },
  )
  .map((runs) => runs.map(([piece, count]) => piece.repeat(count)).join(''));

const text = fc.oneof(anyUnits, mixed, fc.string());

const message: fc.Arbitrary<ChatMessage> = fc.oneof(
  fc.record({ role: fc.constant('user' as const), content: text }),
  fc.record({
    role: fc.constant('assistant' as const),
    content: fc.option(text),
    reasoning_content: fc.option(text),
  }),
  fc.record({ role: fc.constant('tool' as const), content: text, tool_call_id: fc.constant('c1') }),
);

describe('estimateTokens, for any text', () => {
  it('is a whole number, never NaN, and never above two for a unit', () => {
    fc.assert(
      fc.property(text, (any) => {
        const tokens = estimateTokens(any);
        expect(Number.isSafeInteger(tokens)).toBe(true);
        expect(tokens).toBeGreaterThanOrEqual(any === '' ? 0 : 1);
        expect(tokens).toBeLessThanOrEqual(2 * any.length);
      }),
      { numRuns: 500 },
    );
  });

  it('never falls when text is appended', () => {
    fc.assert(
      fc.property(text, text, (start, end) => {
        expect(estimateTokens(start + end)).toBeGreaterThanOrEqual(estimateTokens(start));
      }),
      { numRuns: 2000 },
    );
  });

  it('grows evenly with repetition', () => {
    fc.assert(
      fc.property(text, (any) => {
        const times = (count: number) => estimateTokens(`${any}\n`.repeat(count));
        const step = (times(30) - times(20)) / 10;
        expect(Math.abs(times(90) - times(20) - 70 * step)).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('never falls when a message is appended', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), message, (messages, next) => {
        const before = estimateTokens(messages);
        expect(estimateTokens([...messages, next])).toBeGreaterThanOrEqual(before + 4);
        expect(estimateTokens({ messages })).toBe(before);
      }),
    );
  });
});
