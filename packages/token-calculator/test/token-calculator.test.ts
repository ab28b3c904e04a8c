import type { ChatMessage } from '@llm-router/core';
import { createTokenCalculator } from '../src/index.ts';
import { createMemo } from '../src/memo.ts';

const model = 'gpt-4o';

it('counts a long text in slices and lets the host go on between them', async () => {
  let turns = 0;
  const yieldToHost = async () => {
    turns += 1;
  };
  const { countTokens } = createTokenCalculator({ yieldToHost, sliceCharacters: 1000 });
  const text = 'one two three four five six seven. '.repeat(300);
  const whole = createTokenCalculator({ sliceCharacters: 1_000_000 });
  expect((await countTokens(text, { model })).tokens).toBe(
    (await whole.countTokens(text, { model })).tokens,
  );
  expect(turns).toBeGreaterThanOrEqual(10);
  expect(turns).toBeLessThanOrEqual(12);
});

it('yields between many short messages too', async () => {
  let turns = 0;
  const { countTokens } = createTokenCalculator({
    sliceCharacters: 1000,
    yieldToHost: async () => {
      turns += 1;
    },
  });
  const messages = Array.from({ length: 50 }, (_, index): ChatMessage => {
    return { role: 'user', content: `${index} ${'word '.repeat(20)}` };
  });
  await countTokens(messages, { model });
  expect(turns).toBeGreaterThanOrEqual(4);
});

it('counts what it has counted before for nothing', async () => {
  let turns = 0;
  const { countTokens } = createTokenCalculator({
    sliceCharacters: 256,
    yieldToHost: async () => {
      turns += 1;
    },
  });
  const turn = (index: number): ChatMessage => ({
    role: 'user',
    content: `Turn ${index}: ${'and so it goes on '.repeat(60)}`,
  });
  const turns10 = Array.from({ length: 10 }, (_, index) => turn(index));
  await countTokens(turns10, { model });
  const first = turns;
  expect(first).toBeGreaterThan(30);
  // The same words in new objects, as after JSON.parse, and one message more.
  const again = await countTokens([...structuredClone(turns10), turn(10)], { model });
  expect(turns - first).toBeLessThan(first / 8);
  const fresh = createTokenCalculator({ memoCharacters: 0 });
  expect(again).toEqual(await fresh.countTokens([...turns10, turn(10)], { model }));
});

it('counts one unbroken letter fast, and within the stated error', async () => {
  const { countTokens } = createTokenCalculator({ memoCharacters: 0 });
  const { tokens } = await countTokens('a'.repeat(200_000), { model });
  expect(tokens).toBe(25_000);
});

it('keeps a memo within its bound and forgets what was not used for longest', () => {
  const memo = createMemo<number>(3 * (64 + 1));
  for (const [index, key] of ['a', 'b', 'c'].entries()) memo.set(key, index);
  expect(memo.get('a')).toBe(0);
  memo.set('d', 3);
  expect(memo.get('b')).toBeUndefined();
  expect([memo.get('a'), memo.get('c'), memo.get('d')]).toEqual([0, 2, 3]);
  memo.set('a', 9);
  expect(memo.characters).toBe(3 * 65);
  memo.set('x'.repeat(1000), 1);
  expect(memo.characters).toBe(3 * 65);
});

it.each([
  [{ memoCharacters: -1 }, 'memoCharacters is -1'],
  [{ sliceCharacters: 10 }, 'sliceCharacters is 10'],
  [{ yieldToHost: 5 }, 'yieldToHost is 5'],
  [{ model }, "unknown option 'model'"],
])('refuses %j', (options, message) => {
  expect(() => createTokenCalculator(options as object)).toThrow(message);
});

it('looks windows up where it is told to', async () => {
  const { fitsContext } = createTokenCalculator({
    findModel: (id) => ({ id, provider: 'acme', contextWindow: 5 }),
  });
  const request = { messages: [{ role: 'user', content: 'Hello' }] } as const;
  expect(await fitsContext(request, { model })).toEqual({
    fits: false,
    tokens: 8,
    limit: 5,
    over: 3,
  });
});
